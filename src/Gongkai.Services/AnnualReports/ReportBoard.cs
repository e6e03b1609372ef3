using System.Collections.Immutable;
using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Publishing;
using Gongkai.Data;
using Gongkai.Data.Queries.AnnualReports;
using Gongkai.Services.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Letters;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.AnnualReports;

/// <summary>看编报：一个单位一年的年报编到哪一步、经过了什么、期限到哪一天、此时可以办什么。</summary>
public sealed class ReportBoard(Database database)
{
    /// <summary>一个单位一年的；凭“查看台账和统计”，本单位的人和主管部门看得见。</summary>
    public async Task<Outcome<ReportDossier>> Open(CurrentPerson who, UnitId unit, int year, CancellationToken cancel)
    {
        if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var row = await PublishedReportQueries.Row(db, unit.Value, year, cancel);
        var report = row?.ToReport();
        var units = who.Tree.At(YearEnd(year));
        var facts = units.Find(unit) ?? who.Tree.Find(unit)!.Latest;
        var authority = who.Units.CompetentAuthority(unit);
        var names = report is null ? [] : await DeskQueries.Names(db, [.. report.Filings.Select(done => done.By.Value).Concat(report.Editions.Select(edition => edition.By.Value)).Distinct()], cancel);
        var reminders = await ReminderQueries.Of(db, unit.Value, year, cancel);
        return new ReportDossier(
            report, row is null ? null : CanonicalJsonReader.Read(row.Editions.MaxBy(edition => edition.Number)!.Canonical).Value, FilingDeadline.Of(year, facts.Kind, await DeadlineSettings.Of(db, authority, cancel)), authority,
            report is null ? [] : Permitted(who, unit, report, authority is not null),
            names.ToImmutableDictionary(), [.. reminders.Select(row => new ReportReminder(row.At, who.Tree.Find(new UnitId(row.Authority))?.Latest.Name ?? "", row.Text))]);
    }

    /// <summary>一版交来的原文件，本单位的人和主管部门取；没有文件的、不归他看的为空。</summary>
    /// <param name="number">第几版。</param>
    public Task<(ReportDocument File, Stream Content)?> OpenFile(CurrentPerson who, UnitId unit, int year, int number, CancellationToken cancel) =>
        Open(who, unit, year, report => report.Editions.FirstOrDefault(edition => edition.Number == number)?.File, cancel);

    /// <summary>签发时附的签字盖章的扫描件，本单位的人和主管部门取；没有附的、不归他看的为空。</summary>
    /// <param name="number">第几件事，<see cref="FilingEvent.Number"/>。</param>
    public Task<(ReportDocument File, Stream Content)?> OpenScan(CurrentPerson who, UnitId unit, int year, int number, CancellationToken cancel) =>
        Open(who, unit, year, report => report.Filings.FirstOrDefault(done => done.Number == number)?.Scan, cancel);

    /// <summary>主管部门退回的函，列着退回的一版查出的问题，本单位的人和主管部门取；不是退回的一件、不归他看的为空。</summary>
    /// <param name="number">第几件事，<see cref="FilingEvent.Number"/>。</param>
    public async Task<Letter?> OpenLetter(CurrentPerson who, UnitId unit, int year, int number, CancellationToken cancel)
    {
        if (!who.May(Permission.ReadLedger, unit).Succeeded) return null;
        await using var db = database.CreateContext();
        if ((await PublishedReportQueries.Row(db, unit.Value, year, cancel))?.ToReport() is not { } report) return null;
        if (report.Filings.FirstOrDefault(one => one.Number == number && one.Action == FilingAction.SendBack) is not { } sent) return null;
        var units = who.Tree.At(LegalTime.DateOf(sent.At));
        var facts = units.Find(unit) ?? who.Tree.Find(unit)!.Latest;
        var authority = units.CompetentAuthority(unit);
        var deadline = FilingDeadline.Of(year, facts.Kind, await DeadlineSettings.Of(db, authority, cancel));
        return FindingsLetter.Of(report, sent, authority is { } by ? units.NameOf(by) ?? "" : "", facts.Name, deadline.SubmitBy);
    }

    private async Task<(ReportDocument File, Stream Content)?> Open(CurrentPerson who, UnitId unit, int year, Func<PublishedReport, ReportDocument?> which, CancellationToken cancel)
    {
        if (!who.May(Permission.ReadLedger, unit).Succeeded) return null;
        await using var db = database.CreateContext();
        if ((await PublishedReportQueries.Row(db, unit.Value, year, cancel))?.ToReport() is not { } report || which(report) is not { } file) return null;
        return await database.Attachments.Open(file.Hash, cancel) is { } content ? (file, content) : null;
    }

    /// <summary>工作台上的：本单位上一年的年报等这个人办的、被退回的、催过还没有报的；没有的是空的。</summary>
    public async Task<ImmutableArray<ReportCall>> Calls(CurrentPerson who, CancellationToken cancel)
    {
        var year = who.Today.Year - 1;
        List<Guid> own = [.. who.OwnUnits.Where(unit => FilingProcess.Table.Rows.Any(row => row.Roles[0] != FilingRole.Authority && who.May(row.Roles[0].Permission(), unit).Succeeded)).Select(unit => unit.Value)];
        if (own.Count == 0) return [];
        await using var db = database.CreateContext();
        var stages = await db.PublishedReports.AsNoTracking().Where(row => row.Year == year && own.Contains(row.Unit)).ToDictionaryAsync(row => row.Unit, row => row.Stage, cancel);
        var reminded = await ReminderQueries.LatestTo(db, own, year, cancel);
        return [.. own.Select(unit => new ReportCall(new UnitId(unit), who.Units.NameOf(new UnitId(unit)) ?? "", year, stages.TryGetValue(unit, out var stage) ? stage : null, reminded.GetValueOrDefault(unit))).Where(call => IsFor(who, call))];
    }

    // 存一版、自查是编报的人的事，平常不催；退回了、催过的才说。
    private static bool IsFor(CurrentPerson who, ReportCall call) => call.Stage switch
    {
        FilingStage.OfficeReview or FilingStage.LeaderSign or FilingStage.Accepted =>
            FilingProcess.Table.Rows.Any(row => row.From == call.Stage && row.Roles[0] != FilingRole.Authority && who.May(row.Roles[0].Permission(), call.Unit).Succeeded),
        null or FilingStage.Compiling => call.Reminder is not null && who.May(Permission.CompileReport, call.Unit).Succeeded,
        FilingStage.Returned => who.May(Permission.CompileReport, call.Unit).Succeeded,
        _ => false,
    };

    /// <summary>报告年度的最后一日：谁要报，按这一天的单位之树。</summary>
    internal static DateOnly YearEnd(int year) => new(year, 12, 31);

    // 存一版有自己的表单，不在其中；有没有主管部门决定签发的是哪一种。
    private static ImmutableArray<FilingAction> Permitted(CurrentPerson who, UnitId unit, PublishedReport report, bool hasAuthority) =>
    [
        .. FilingProcess.Table.Rows.Where(row => row.From == report.Stage && row.Action is not (FilingAction.Keep or FilingAction.TakeIn))
            .Where(row => row.Action != (hasAuthority ? FilingAction.SignAlone : FilingAction.Sign))
            .Where(row => row.Action != FilingAction.AddPast || (report.Year < who.Today.Year - 1 && report.Filings.All(done => done.Hash is null)))
            .Where(row => who.May(row.Roles[0].Permission(), unit).Succeeded).Select(row => row.Action),
    ];
}

/// <summary>一个单位一年的年报，编报的人和主管部门看的。</summary>
/// <param name="Report">年报；还没有交过的为空。</param>
/// <param name="Latest">最新一版的全文；还没有交过的为空。</param>
/// <param name="Deadline">期限。</param>
/// <param name="Authority">主管部门；没有的为空。</param>
/// <param name="Acts">此时这个人可以办的，存一版不在内。</param>
/// <param name="Names">经手的人的姓名。</param>
/// <param name="Reminders">催报，晚的在前。</param>
public sealed record ReportDossier(
    PublishedReport? Report, AnnualReport? Latest, FilingDeadline Deadline, UnitId? Authority, ImmutableArray<FilingAction> Acts, ImmutableDictionary<Guid, string> Names, ImmutableArray<ReportReminder> Reminders);

/// <summary>工作台上的一份年报。</summary>
/// <param name="Unit">单位。</param>
/// <param name="UnitName">单位今天的名称。</param>
/// <param name="Year">报告的年度。</param>
/// <param name="Stage">编到哪一步；还没有编的为空。</param>
/// <param name="Reminder">最近一次催报说的话；没有催过的为空。</param>
public sealed record ReportCall(UnitId Unit, string UnitName, int Year, FilingStage? Stage, string? Reminder);

/// <summary>一次催报。</summary>
/// <param name="At">时刻。</param>
/// <param name="Authority">催的主管部门。</param>
/// <param name="Text">说的话。</param>
public sealed record ReportReminder(DateTimeOffset At, string Authority, string Text);
