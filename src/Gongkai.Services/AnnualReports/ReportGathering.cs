using System.Collections.Immutable;
using Gongkai.AnnualReports.Collection;
using Gongkai.AnnualReports.Filing;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.AnnualReports;
using Gongkai.Data.Queries.AnnualReports;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Gongkai.Services.Mailing;
using Gongkai.Services.Notices;

namespace Gongkai.Services.AnnualReports;

/// <summary>主管部门收集年报：谁报了、谁没有报、报得怎样；催报；代收文件；逐格汇总；雷同。凭“收集年度报告”。条例第四十九条。</summary>
public sealed class ReportGathering(Database database, PermittedActs acts, ReportShelf shelf, MailSettings mail)
{
    private const int LongestReminder = 500;

    /// <summary>一年的收集情况。</summary>
    public async Task<Outcome<CollectionBoard>> Of(CurrentPerson who, UnitId authority, int year, CancellationToken cancel)
    {
        var scope = CollectionScope.Of(who.Tree.At(ReportBoard.YearEnd(year)), authority);
        if (Unseen(who, scope) is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var lines = await Lines(db, who.Tree, authority, scope.Reporting, year, cancel);
        var reminders = await ReminderQueries.By(db, authority.Value, year, cancel);
        return new CollectionBoard(scope, lines, reminders.GroupBy(row => new UnitId(row.Unit)).ToImmutableDictionary(group => group.Key, group => group.First().At));
    }

    /// <summary>一年的总数，逐格说得出由哪几份来。</summary>
    public async Task<Outcome<CollectedTotal>> Total(CurrentPerson who, UnitId authority, int year, CancellationToken cancel)
    {
        var units = who.Tree.At(ReportBoard.YearEnd(year));
        var scope = CollectionScope.Of(units, authority);
        if (Unseen(who, scope) is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var parts = await Parts(db, who.Tree, authority, scope.Parts, year, cancel);
        var before = CollectionScope.Of(who.Tree.At(ReportBoard.YearEnd(year - 1)), authority).Parts;
        var earlier = await Parts(db, who.Tree, authority, before, year - 1, cancel);
        var ended = before.Select(unit => who.Tree.Find(unit)!).Where(unit => unit.Ending is { } ending && ending.LastDay.Year == year).SelectMany(unit => unit.Ending!.Successors.Select(successor => (successor, unit.Id)));
        return CollectedTotal.Of(parts, earlier, ended.ToLookup(pair => pair.successor, pair => pair.Id), scope.Government is { } government ? units.NameOf(government) : null);
    }

    /// <summary>文字像的各对，最像的在前。</summary>
    public async Task<Outcome<ImmutableArray<CopiedPair>>> Copied(CurrentPerson who, UnitId authority, int year, CancellationToken cancel)
    {
        var scope = CollectionScope.Of(who.Tree.At(ReportBoard.YearEnd(year)), authority);
        if (Unseen(who, scope) is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var parts = await Parts(db, who.Tree, authority, scope.Reporting, year, cancel);
        var texts = parts.ConvertAll(part => string.Join('\n', part.Report.Sections.Select(section => section.Text)));
        return CopiedReports.Among(texts).Select(pair => new CopiedPair(parts[pair.First], parts[pair.Second], pair.Share)).ToImmutableArray();
    }

    /// <summary>催报：说的话记在各单位的年报里，工作台上看得见，编年报的人另收到提醒和邮件；几个单位一起催成，或者一个也不催。</summary>
    public Task<Outcome<int>> Remind(PersonId by, UnitId authority, int year, ImmutableArray<UnitId> units, string text, CommandKey? key, CancellationToken cancel)
    {
        if (units.IsEmpty) return Task.FromResult<Outcome<int>>(new Refusal("没有选单位。"));
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestReminder) return Task.FromResult<Outcome<int>>(new Refusal($"要说的话必填，不超过 {LongestReminder} 个字。"));
        return acts.Perform<int>(
            new PermittedAct(by, "report.remind", Permission.CollectReports, [authority, .. units]) { Key = key },
            async scope =>
            {
                var lines = await Lines(scope.Db, scope.Tree, authority, units, year, cancel);
                if (lines.FirstOrDefault(line => line.Counts) is { } sent) return new Refusal($"{sent.Name}已经报送，不必再催：请刷新页面再选。");
                var compilers = await ReportReminding.CompilersOf(scope.Db, scope.Today, cancel);
                foreach (var unit in units)
                {
                    scope.Db.Add(new ReportReminderRow { Id = Guid.CreateVersion7(scope.Act.Now), Unit = unit.Value, Year = year, Authority = authority.Value, At = scope.Act.Now, By = by.Value, Text = text.Trim() });
                    var told = await Telling.Tell(scope.Act, mail, new Told(NoticeKind.ReportUrged, unit.Value) { Year = year }, [.. compilers[unit.Value]], cancel);
                    scope.Record(new Subject("unit", unit.Value), new { remindedOf = year, told });
                }

                return units.Length;
            },
            cancel);
    }

    /// <summary>代收报来的文件：照报告上的机关名称归到单位，一份一个结果，一份不成不碍别的。</summary>
    public async Task<IReadOnlyList<TakenIn>> TakeIn(CurrentPerson who, UnitId authority, int year, IReadOnlyList<(Stream Content, string Name)> files, CancellationToken cancel)
    {
        var units = who.Tree.At(ReportBoard.YearEnd(year));
        var reporting = CollectionScope.Of(units, authority).Reporting;
        var taken = new List<TakenIn>();
        foreach (var (content, name) in files)
        {
            var received = await shelf.Receive(content, name, cancel);
            if (received.Refusal is { } unreadable)
            {
                taken.Add(new TakenIn(name, null, unreadable, 0));
                continue;
            }

            var agency = received.Value.Report.Agency;
            if (reporting.Where(unit => who.Tree.Find(unit)!.Periods.Any(period => period.Facts.Name == agency)).Cast<UnitId?>().FirstOrDefault() is not { } owner)
            {
                taken.Add(new TakenIn(name, agency, new Refusal(agency is null ? "报告上读不出机关名称。" : $"所主管的单位里没有“{agency}”。"), 0));
                continue;
            }

            await using var db = database.CreateContext();
            var version = (await PublishedReportQueries.OfYear(db, [owner.Value], year, cancel)).FirstOrDefault()?.Version ?? 0;
            var put = await shelf.TakeIn(who.Id, owner, year, version, received.Value, null, cancel);
            taken.Add(new TakenIn(name, units.NameOf(owner), put.Refusal, put.Succeeded ? put.Value.Findings.Length : 0));
        }

        return taken;
    }

    private static Refusal? Unseen(CurrentPerson who, CollectionScope scope) =>
        scope.Reporting.IsEmpty ? new Refusal("没有要向它报送的单位。") : scope.Reporting.Select(unit => who.May(Permission.CollectReports, unit).Refusal).FirstOrDefault(refusal => refusal is not null);

    private static async Task<ImmutableArray<CollectedReport>> Lines(GongkaiDbContext db, UnitTree tree, UnitId authority, IReadOnlyCollection<UnitId> units, int year, CancellationToken cancel)
    {
        var (day, local) = (tree.At(ReportBoard.YearEnd(year)), await DeadlineSettings.Of(db, authority, cancel));
        var reports = (await PublishedReportQueries.OfYear(db, [.. units.Select(unit => unit.Value)], year, cancel)).ToDictionary(report => report.Unit);
        return [.. units.Select(unit =>
        {
            var facts = day.Find(unit) ?? tree.Find(unit)!.Latest;
            return new CollectedReport(unit, facts.Name, facts.Kind, FilingDeadline.Of(year, facts.Kind, local), reports.GetValueOrDefault(unit));
        })];
    }

    private static async Task<List<TotalPart>> Parts(GongkaiDbContext db, UnitTree tree, UnitId authority, IReadOnlyCollection<UnitId> units, int year, CancellationToken cancel)
    {
        var lines = (await Lines(db, tree, authority, units, year, cancel)).Where(line => line.Counts).ToList();
        var texts = await PublishedReportQueries.Canonicals(db, [.. lines.Select(line => line.Report!.Id)], cancel);
        return lines.ConvertAll(line => new TotalPart(line.Unit, line.Name, texts[line.Report!.Id]));
    }
}

/// <summary>一年的收集情况。</summary>
/// <param name="Scope">谁要报，哪些加成总数。</param>
/// <param name="Lines">各单位，政府在前。</param>
/// <param name="Reminded">最近一次催报的时刻；没有催过的不在其中。</param>
public sealed record CollectionBoard(CollectionScope Scope, ImmutableArray<CollectedReport> Lines, ImmutableDictionary<UnitId, DateTimeOffset> Reminded);

/// <summary>文字像的一对。</summary>
/// <param name="First">一份。</param>
/// <param name="Second">另一份。</param>
/// <param name="Share">共有的占较短一份的多少，0 至 1；大家都有的套话不算。</param>
public sealed record CopiedPair(TotalPart First, TotalPart Second, double Share);

/// <summary>代收的一份文件。</summary>
/// <param name="FileName">文件名。</param>
/// <param name="Agency">归到哪个单位；归不到的，是报告上的机关，读不出的为空。</param>
/// <param name="Refusal">没有收成的理由；收成的为空。</param>
/// <param name="Findings">查出几处。</param>
public sealed record TakenIn(string FileName, string? Agency, Refusal? Refusal, int Findings);
