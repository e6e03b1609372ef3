using System.Security.Cryptography;
using System.Text;
using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Publishing;
using Gongkai.AnnualReports.Writing;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Attachments;
using Gongkai.Data.Mapping.AnnualReports;
using Gongkai.Data.Queries.AnnualReports;
using Gongkai.Data.Queries.Publication;
using Gongkai.Data.Search;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication;

namespace Gongkai.Services.AnnualReports;

/// <summary>年报的编报：自查、审核、签发报送、接收或者退回、公布、锁定、更正。能不能做问 <see cref="FilingDecisions"/>；做了的，记录与公众看的一起存。</summary>
public sealed class ReportFilings(Database database, PermittedActs acts, PublicContent content, ReportExport export)
{
    /// <summary>审计记录里，编报的各件事的代码这样开头。</summary>
    public const string KindPrefix = "report.";

    private static readonly Refusal Missing = new("没有这个年度的年报。");

    /// <summary>审计记录里的代码，例如 <c>report.self-check</c>。</summary>
    public static string KindOf(FilingAction action) => ActCode.Of(KindPrefix, action);

    /// <summary>办一件，答复并发的新版本。签发的，先把要公布的文件写出来、读回来，与冻结的内容一样才签。</summary>
    /// <param name="scan">签字盖章的扫描件；没有的为空。</param>
    public async Task<Outcome<long>> Do(PersonId by, UnitId unit, int year, long version, FilingCommand command, (Stream Content, string Name)? scan, CommandKey? key, CancellationToken cancel)
    {
        var signing = FilingDecisions.IsSigning(command.Action);
        if (signing && await Unfaithful(unit, year, cancel) is { } unfaithful) return unfaithful;
        AttachedFile? attached = null;
        if (signing && scan is { } given)
        {
            var accepted = await database.Attachments.Accept(given.Content, given.Name, cancel);
            if (accepted.Refusal is { } refused) return refused;
            if (accepted.Value.Kind.Code is not ("pdf" or "jpg" or "png")) return new Refusal("签字盖章的扫描件要是 PDF 或者图片（jpg、png），没有签。");
            attached = accepted.Value;
            command = command with { Scan = new ReportDocument(attached.Hash, attached.Name, attached.Length, attached.Kind.MediaType) };
        }

        var done = await acts.Perform<long>(
            new PermittedAct(by, KindOf(command.Action), FilingProcess.RoleOf(command.Action).Permission(), unit) { Key = key },
            async scope =>
            {
                if (await PublishedReportQueries.Row(scope.Db, unit.Value, year, cancel) is not { } row) return Missing;
                if (scope.Act.Stale(row, version) is { } stale) return stale;
                var report = row.ToReport();
                var facts = new FilingFacts(
                    by, scope.Act.Now, scope.Today, [.. scope.Tree.Find(unit)!.Periods.Select(period => period.Facts.Name)],
                    scope.Tree.At(scope.Today).CompetentAuthority(unit) is not null, HashOf(row.Editions.Single(one => one.Number == report.Latest.Number).Canonical));
                var decided = FilingDecisions.Decide(report, command, facts);
                if (decided.Refusal is { } refusal) return refusal;
                if (await FilingSnapshots.Follow(scope.Act, unit, year, command.Action, report.Latest.File is null, by, decided.Value.Note, cancel) is { } unsettled) return unsettled;
                if (attached is not null) await scope.Act.Attach(attached, cancel);
                row.Take(report.Apply(decided.Value));
                if (IsShownDifferently(command.Action)) await Show(scope, row, cancel);
                scope.Record(new Subject(ReportShelf.Kind, row.Id), new { year, edition = decided.Value.Edition, from = decided.Value.From, to = decided.Value.To, note = decided.Value.Note, hash = decided.Value.Hash, scan = decided.Value.Scan?.Hash });
                return version + 1;
            },
            cancel);
        if (done.Succeeded && IsShownDifferently(command.Action)) await content.Announce(cancel);
        return done;
    }

    /// <summary>这件事改不改变公众看的。</summary>
    private static bool IsShownDifferently(FilingAction action) => action is FilingAction.Publish or FilingAction.AddPast or FilingAction.Withdraw;

    internal static string HashOf(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    // 由登记编出来的，公布的各种格式都从它写；交来文件的，公布的就是那个文件。
    private async Task<Refusal?> Unfaithful(UnitId unit, int year, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await PublishedReportQueries.Row(db, unit.Value, year, cancel) is not { } row || row.ToReport().Latest is not { File: null } edition) return null;
        var report = CanonicalJsonReader.Read(row.Editions.Single(one => one.Number == edition.Number).Canonical).Value;
        return await Task.Run(() => export.Fault(report, cancel), cancel);
    }

    /// <summary>照样办，签发时另用一种核对：演示一次签发许多份，不转 PDF。</summary>
    public ReportFilings Checking(ReportExport other) => new(database, acts, content, other);

    private static async Task Show(PermittedScope scope, PublishedReportRow row, CancellationToken cancel)
    {
        var subject = new Subject(ReportShelf.Kind, row.Id);
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
}
