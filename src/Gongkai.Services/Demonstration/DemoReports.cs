using System.Collections.Immutable;
using Gongkai.AnnualReports.Drafting;
using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Writing;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Services.Acting;
using Gongkai.Services.AnnualReports;
using Gongkai.Services.Publication;

namespace Gongkai.Services.Demonstration;

/// <summary>演示的年报：样例里的几份，往年的补登；上一年的由各单位照登记编、自查、审核、签发、报送，一份退回重报，接收以后公布；一个单位还没有报，一个等签发，一个报了等接收。</summary>
internal sealed class DemoReports(PublicationServices publication, ReportCompiler compiler, CurrentPeople people, ImmutableDictionary<string, DemoTeam> teams, DateTimeOffset start, DateTimeOffset now, CancellationToken cancel)
{
    private const string Said = "照登记的数，已经核对（演示）。";

    // 样例里没有错的几份年报；与 samples/ 是同一些文件。
    private static readonly (string Unit, int Year, string File)[] Samples =
    [
        ("jiaotong", 2023, "01-市交通运输局2023.txt"), ("jiaoyu", 2022, "03-市教育局2022.md"), ("caizheng", 2020, "05-市财政局2020.txt"),
        ("linhu", 2024, "07-临湖县人民政府2024.docx"), ("tongji", 2020, "12-市统计局2020.json"),
    ];

    private readonly List<DemoAct> _acts = [];

    /// <summary>排好的各件事。</summary>
    public IReadOnlyList<DemoAct> Plan()
    {
        foreach (var (unit, year, file) in Samples) AddSample(DemoUnit.All.Single(one => one.Key == unit), year, file);
        var (last, number) = (now.Year - 1, 0);
        foreach (var unit in DemoUnit.All) AddCompiled(unit, last, number++);
        return [.. _acts.Where(act => act.At < now)];
    }

    private void AddSample(DemoUnit unit, int year, string file)
    {
        var team = teams[unit.Key];
        var at = WorkTime.After(new DateTimeOffset(year + 1, 1, 18, 10, 0, 0, TimeSpan.FromHours(8)), 0);
        if (at < start.AddDays(1)) at = WorkTime.After(start.AddDays(1), unit.Key.Length);
        var report = new Going(unit, team, year, at);
        report.Next(_acts, async () =>
        {
            using var content = typeof(DemoReports).Assembly.GetManifestResourceStream($"samples/{file}") ?? throw new InvalidOperationException($"程序没有带上 {file}。");
            return (await publication.Reports.Put(team.Handler(0), team.Unit, year, report.Version++, content, file, cancel)).Refusal;
        });
        if (year < LegalTime.DateOf(at).Year - 1) Act(report, FilingAction.AddPast, Leader(team), "原件的版式特殊，读不准的格子以附件为准（演示）。");
        else File(report, publishes: true);
    }

    // 单数第七个退回一次；末了几个停在各步，给人接着办。
    private void AddCompiled(DemoUnit unit, int year, int number)
    {
        var (team, last) = (teams[unit.Key], DemoUnit.All.Length - number);
        if (last == 1) return;
        var report = new Going(unit, team, year, WorkTime.After(new DateTimeOffset(year + 1, 1, 8 + (number / 2), 9, 0, 0, TimeSpan.FromHours(8)), number));
        Compile(report);
        if (last == 2)
        {
            Check(report);
            return;
        }

        File(report, publishes: last != 3);
        if (last == 3 || number != 7) return;
        Act(report, FilingAction.Correct, Leader(team), "第五部分漏写了一条措施。");
        Compile(report);
        File(report, publishes: true, "第五部分补写一条措施，数字没有变。");
    }

    private void Compile(Going report) => report.Next(_acts, async () =>
    {
        var who = (await people.Find(report.Team.Handler(0), cancel))!;
        var compiled = await compiler.Of(who, report.Team.Unit, report.Year, ReportEdits.None, cancel);
        return compiled.Refusal ?? (await publication.Reports.Put(who.Id, compiled.Value, report.Year, report.Version++, null, cancel)).Refusal;
    });

    private void Check(Going report)
    {
        Act(report, FilingAction.SelfCheck, report.Team.Handler(0), Said);
        Act(report, FilingAction.Pass, report.Team.Head);
    }

    private void File(Going report, bool publishes, string? note = null)
    {
        Check(report);
        Act(report, FilingAction.Sign, Leader(report.Team));
        if (!publishes) return;
        if (report.Unit.Key == "jiaoyu" && note is null)
        {
            Act(report, FilingAction.SendBack, Officer, "第一部分请写明依申请公开的办理情况。");
            Compile(report);
            Check(report);
            Act(report, FilingAction.Sign, Leader(report.Team));
        }

        Act(report, FilingAction.Accept, Officer);
        Act(report, FilingAction.Publish, Leader(report.Team), note);
    }

    private PersonId Officer => teams[DemoUnit.Authority.Key].People[Role.AuthorityOfficer].First();

    private static PersonId Leader(DemoTeam team) => team.People[Role.DeputyLeader].First();

    // 每处发现都写同一句说明；发现要到那时才知道，所以那时再看。
    private void Act(Going report, FilingAction action, PersonId by, string? note = null) => report.Next(_acts, async () =>
    {
        var said = ImmutableDictionary<int, string>.Empty;
        if (action == FilingAction.SelfCheck)
        {
            var opened = await publication.Reports.Open((await people.Find(by, cancel))!, report.Team.Unit, report.Year, cancel);
            if (opened.Refusal is { } refusal) return refusal;
            said = FilingDecisions.ToExplain(opened.Value!.Latest).ToImmutableDictionary(one => one.At, _ => Said);
        }

        return (await publication.Filings.Checking(ReportExport.WordAndPage).Do(by, report.Team.Unit, report.Year, report.Version++, new FilingCommand(action) { Note = note, Explanations = said }, null, null, cancel)).Refusal;
    });

    /// <summary>编着的一份：下一件事排在什么时刻、并发版本到了几。</summary>
    private sealed class Going(DemoUnit unit, DemoTeam team, int year, DateTimeOffset at)
    {
        private DateTimeOffset _at = at;

        public DemoUnit Unit => unit;

        public DemoTeam Team => team;

        public int Year => year;

        public long Version { get; set; }

        public void Next(List<DemoAct> acts, Func<Task<Refusal?>> act)
        {
            acts.Add(new DemoAct(_at, $"{unit.Facts.Name}{year}年的年报", act));
            _at = WorkTime.After(_at.AddHours(3), 0);
        }
    }
}
