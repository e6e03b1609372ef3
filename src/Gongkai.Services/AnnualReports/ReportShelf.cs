using Gongkai.AnnualReports.Drafting;
using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Publishing;
using Gongkai.AnnualReports.Reading;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Attachments;
using Gongkai.Data.Mapping.AnnualReports;
using Gongkai.Data.Queries.AnnualReports;
using Gongkai.Documents;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;

namespace Gongkai.Services.AnnualReports;

/// <summary>年报的各版：交来做好的文件，或者由登记编出来，读一遍、查一遍存下。凭“编制年度报告”；之后的各步见 <see cref="ReportFilings"/>。</summary>
public sealed class ReportShelf(Database database, PermittedActs acts)
{
    /// <summary>检索里这一种东西的名字。</summary>
    internal const string Kind = "annual-report";

    private static readonly Refusal Missing = new("没有这个年度的年报。");

    /// <summary>交来一份文件，答复读出来、查过的一版；读不懂的拒绝，说明文件的问题。</summary>
    /// <param name="version">页面上看到的并发版本；还没有这一年的为 0。</param>
    public async Task<Outcome<ReportEdition>> Put(PersonId by, UnitId unit, int year, long version, Stream file, string fileName, CancellationToken cancel)
    {
        var received = await Receive(file, fileName, cancel);
        return received.Refusal is { } unreadable ? unreadable : await Put(by, unit, year, version, received.Value.Report, received.Value.File, null, cancel);
    }

    /// <summary>收下由登记编出来的一版，没有文件。</summary>
    public Task<Outcome<ReportEdition>> Put(PersonId by, CompiledReport compiled, int year, long version, CommandKey? key, CancellationToken cancel) =>
        CellOverrides.Fault(compiled.Overrides) is { } unexplained
            ? Task.FromResult<Outcome<ReportEdition>>(unexplained)
            : Put(by, compiled.Unit, year, version, compiled.Report, null, key, cancel, compiled: compiled);

    /// <summary>主管部门代收一份报来的文件：存成一版，算报送了。凭“收集年度报告”。</summary>
    internal Task<Outcome<ReportEdition>> TakeIn(PersonId by, UnitId unit, int year, long version, ReceivedReport received, CommandKey? key, CancellationToken cancel) =>
        Put(by, unit, year, version, received.Report, received.File, key, cancel, FilingAction.TakeIn);

    private Task<Outcome<ReportEdition>> Put(
        PersonId by, UnitId unit, int year, long version, AnnualReport report, AttachedFile? attached, CommandKey? key, CancellationToken cancel, FilingAction action = FilingAction.Keep, CompiledReport? compiled = null) => acts.Perform<ReportEdition>(
        new PermittedAct(by, action == FilingAction.Keep ? "report.put" : ReportFilings.KindOf(action), FilingProcess.RoleOf(action).Permission(), unit) { Key = key },
        async scope =>
        {
            if (PublishedReportDecisions.Unfit(report, year, scope.Today) is { } unfit) return unfit;
            var row = await PublishedReportQueries.Row(scope.Db, unit.Value, year, cancel);
            if (row is null && version != 0) return Missing;
            if (row is not null && scope.Act.Stale(row, version) is { } stale) return stale;
            if (row is { Stage: var stage } && FilingProcess.Table.Decide(stage, action, FilingProcess.RoleOf(action)).Refusal is { } closed) return closed;
            var findings = compiled?.Findings ?? PublishedReportDecisions.Check(report, await PublishedReportQueries.Previous(scope.Db, unit.Value, year, cancel));
            var edition = new ReportEdition(
                (row?.Editions.Count ?? 0) + 1, attached is null ? null : new ReportDocument(attached.Hash, attached.Name, attached.Length, attached.Kind.MediaType),
                report.Agency, findings, UnreadCells.Of(report).Count(), by, scope.Act.Now)
            {
                Overrides = compiled?.Overrides ?? [], Drafted = compiled?.Drafted ?? [],
                Explanations = FindingExplanation.Follow(compiled?.Edits.Explanations ?? [], findings),
            };
            if (attached is not null) await scope.Act.Attach(attached, cancel);
            if (row is null) scope.Db.PublishedReports.Add(row = new PublishedReportRow { Id = Guid.CreateVersion7(scope.Act.Now), Unit = unit.Value, Year = year });
            var canonical = CanonicalJson.ToText(report, indented: false);
            var before = row.Editions.Count == 0 ? new PublishedReport(row.Id, 0, unit, year, [], []) : row.ToReport();
            row.Take(action == FilingAction.Keep ? before.Apply(edition) : before.TakeIn(edition, ReportFilings.HashOf(canonical)), canonical);
            scope.Record(new Subject(Kind, row.Id), new { year, edition = edition.Number, findings = edition.Findings.Length, overridden = edition.Overrides.Length, file = edition.File?.Hash });
            return edition;
        },
        cancel);

    /// <summary>一个单位各年的年报，晚的在前；给办理的人看。</summary>
    public async Task<Outcome<IReadOnlyList<PublishedReport>>> Of(CurrentPerson who, UnitId unit, CancellationToken cancel)
    {
        if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        return (await PublishedReportQueries.Of(db, unit.Value, cancel)).ConvertAll(row => row.ToReport());
    }

    /// <summary>一年的年报；还没有交过的为空。</summary>
    public async Task<Outcome<PublishedReport?>> Open(CurrentPerson who, UnitId unit, int year, CancellationToken cancel)
    {
        var all = await Of(who, unit, cancel);
        return all.Refusal is { } refusal ? refusal : all.Value.FirstOrDefault(report => report.Year == year);
    }

    // 网页、JSON 读得懂，但不收作附件：可能带脚本。它们只留读出来的。
    internal async Task<Outcome<ReceivedReport>> Receive(Stream file, string fileName, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await file.ReadAsync(buffer, cancel) is > 0 and var count)
        {
            if (kept.Length + count > AttachmentIntake.LargestBytes) return new Refusal($"文件太大，最大 {AttachmentIntake.LargestBytes >> 20} MB。");
            kept.Write(buffer, 0, count);
        }

        var document = DocumentReader.Read(kept.ToArray(), fileName, ReadLimits.Default, cancel);
        if (document.Refusal is { } unreadable) return unreadable;
        var report = ReportReader.Read(document.Value);
        if (report.Refusal is { } notReport) return notReport;
        if (document.Value.Format is SourceFormat.Html or SourceFormat.Json) return new ReceivedReport(report.Value, null);
        kept.Position = 0;
        var accepted = await database.Attachments.Accept(kept, fileName, cancel);
        return accepted.Refusal is { } refused ? refused : new ReceivedReport(report.Value, accepted.Value);
    }
}

/// <summary>读懂了的一份文件。</summary>
/// <param name="Report">读出来的报告。</param>
/// <param name="File">收下的文件；网页、JSON 只留读出来的，为空。</param>
internal sealed record ReceivedReport(AnnualReport Report, AttachedFile? File);
