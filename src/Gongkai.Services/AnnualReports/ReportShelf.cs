using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Publishing;
using Gongkai.AnnualReports.Reading;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Attachments;
using Gongkai.Data.Mapping.AnnualReports;
using Gongkai.Data.Queries.AnnualReports;
using Gongkai.Data.Queries.Publication;
using Gongkai.Data.Search;
using Gongkai.Documents;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication;

namespace Gongkai.Services.AnnualReports;

/// <summary>年报的公布：交来做好的文件，读一遍、查一遍，由另一个人签发。交凭“编制年度报告”，签发与撤下凭“签发年度报告”。</summary>
public sealed class ReportShelf(Database database, PermittedActs acts, PublicContent content)
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
    public Task<Outcome<ReportEdition>> Put(PersonId by, CompiledReport compiled, int year, long version, CommandKey? key, CancellationToken cancel) => Put(by, compiled.Unit, year, version, compiled.Report, null, key, cancel);

    private Task<Outcome<ReportEdition>> Put(PersonId by, UnitId unit, int year, long version, AnnualReport report, AttachedFile? attached, CommandKey? key, CancellationToken cancel) => acts.Perform<ReportEdition>(
        new PermittedAct(by, "report.put", Permission.CompileReport, unit) { Key = key },
        async scope =>
        {
            if (PublishedReportDecisions.Unfit(report, year, scope.Today) is { } unfit) return unfit;
            var row = await PublishedReportQueries.Row(scope.Db, unit.Value, year, cancel);
            if (row is null && version != 0) return Missing;
            if (row is not null && scope.Act.Stale(row, version) is { } stale) return stale;
            var edition = new ReportEdition(
                (row?.Editions.Count ?? 0) + 1, attached is null ? null : new ReportDocument(attached.Hash, attached.Name, attached.Length, attached.Kind.MediaType),
                report.Agency, PublishedReportDecisions.Check(report), UnreadCells.Of(report).Count(), by, scope.Act.Now);
            if (attached is not null) await scope.Act.Attach(attached, cancel);
            if (row is null) scope.Db.PublishedReports.Add(row = new PublishedReportRow { Id = Guid.CreateVersion7(scope.Act.Now), Unit = unit.Value, Year = year });
            var canonical = CanonicalJson.ToText(report, indented: false);
            row.Take(row.Editions.Count == 0 ? new PublishedReport(row.Id, 1, unit, year, [edition], []) : row.ToReport().Apply(edition), canonical);
            scope.Record(new Subject(Kind, row.Id), new { year, edition = edition.Number, findings = edition.Findings.Length, file = edition.File?.Hash });
            return edition;
        },
        cancel);

    /// <summary>签发：公布最新的一版，答复并发的新版本。</summary>
    /// <param name="explanation">对错误的说明；没有错误的可以不写。</param>
    public Task<Outcome<long>> Publish(PersonId by, UnitId unit, int year, long version, string? explanation, CommandKey? key, CancellationToken cancel) =>
        Release(
            by, unit, year, version, "report.publish", key,
            (scope, report) => PublishedReportDecisions.Publish(report, [.. scope.Tree.Find(unit)!.Periods.Select(period => period.Facts.Name)], explanation, by, scope.Act.Now), cancel);

    /// <summary>撤下，答复并发的新版本。</summary>
    /// <param name="reason">理由，给公众看。</param>
    public Task<Outcome<long>> Withdraw(PersonId by, UnitId unit, int year, long version, string reason, CancellationToken cancel) =>
        Release(by, unit, year, version, "report.withdraw", null, (scope, report) => PublishedReportDecisions.Withdraw(report, reason, by, scope.Act.Now), cancel);

    /// <summary>一个单位各年的年报，晚的在前；给办理的人看。</summary>
    public async Task<Outcome<IReadOnlyList<PublishedReport>>> Of(CurrentPerson who, UnitId unit, CancellationToken cancel)
    {
        if (who.May(Permission.ReadUnpublished, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        return (await PublishedReportQueries.Of(db, unit.Value, cancel)).ConvertAll(row => row.ToReport());
    }

    /// <summary>一年的年报；还没有交过的为空。</summary>
    public async Task<Outcome<PublishedReport?>> Open(CurrentPerson who, UnitId unit, int year, CancellationToken cancel)
    {
        var all = await Of(who, unit, cancel);
        return all.Refusal is { } refusal ? refusal : all.Value.FirstOrDefault(report => report.Year == year);
    }

    private async Task<Outcome<long>> Release(
        PersonId by, UnitId unit, int year, long version, string kind, CommandKey? key, Func<PermittedScope, PublishedReport, Outcome<ReportRelease>> decide, CancellationToken cancel)
    {
        var done = await acts.Perform<long>(
            new PermittedAct(by, kind, Permission.SignReport, unit) { Key = key },
            async scope =>
            {
                if (await PublishedReportQueries.Row(scope.Db, unit.Value, year, cancel) is not { } row) return Missing;
                if (scope.Act.Stale(row, version) is { } stale) return stale;
                var decided = decide(scope, row.ToReport());
                if (decided.Refusal is { } refusal) return refusal;
                row.Take(row.ToReport().Apply(decided.Value));
                await Show(scope, row, cancel);
                scope.Record(new Subject(Kind, row.Id), new { year, edition = decided.Value.Edition, note = decided.Value.Note });
                return version + 1;
            },
            cancel);
        if (done.Succeeded) await content.Announce(cancel);
        return done;
    }

    private static async Task Show(PermittedScope scope, PublishedReportRow row, CancellationToken cancel)
    {
        var subject = new Subject(Kind, row.Id);
        if (row.VisibleEdition is { } number)
        {
            var report = CanonicalJsonReader.Read(row.Editions.First(edition => edition.Number == number).Canonical).Value;
            var name = scope.Tree.Find(new UnitId(row.Unit))!.Latest.Name;
            await scope.Act.Search.Put(
                new SearchEntry(
                    subject, $"{name}{row.Year}年政府信息公开工作年度报告", string.Join('\n', report.Sections.Select(section => section.Text).Prepend(report.Preamble)),
                    new SearchFacets { Unit = row.Unit, Year = row.Year }),
                cancel);
        }
        else
        {
            await scope.Act.Search.Remove(subject, cancel);
        }

        await PublicItemQueries.AdvanceStamp(scope.Db, cancel);
    }

    // 网页、JSON 读得懂，但不收作附件：可能带脚本。它们只留读出来的。
    private async Task<Outcome<(AnnualReport Report, AttachedFile? File)>> Receive(Stream file, string fileName, CancellationToken cancel)
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
        if (document.Value.Format is SourceFormat.Html or SourceFormat.Json) return (report.Value, null);
        kept.Position = 0;
        var accepted = await database.Attachments.Accept(kept, fileName, cancel);
        return accepted.Refusal is { } refused ? refused : (report.Value, accepted.Value);
    }
}
