using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Guide;
using Gongkai.Publication.Normative;
using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Guide;

namespace Gongkai.Services.Demonstration;

/// <summary>演示里排在某一刻要办的一件事。</summary>
/// <param name="At">时刻。</param>
/// <param name="What">是什么，办不成的时候说。</param>
/// <param name="Do">去办；没有办成的答复理由。</param>
internal sealed record DemoAct(DateTimeOffset At, string What, Func<Task<Refusal?>> Do);

/// <summary>演示的指南、制度、规范性文件和年报：各单位开头写好指南与制度、登记从前的文件，以后修改、废止、延长，每年公布年报。</summary>
internal sealed class DemoRegisters(PublicationServices publication, ImmutableDictionary<string, DemoTeam> teams, DateTimeOffset start, DateTimeOffset now, CancellationToken cancel)
{
    // 样例里没有错的几份年报；与 samples/ 是同一些文件。
    private static readonly (string Unit, int Year, string File)[] Reports =
    [
        ("jiaotong", 2023, "01-市交通运输局2023.txt"), ("jiaoyu", 2022, "03-市教育局2022.md"), ("caizheng", 2020, "05-市财政局2020.txt"),
        ("linhu", 2024, "07-临湖县人民政府2024.docx"), ("tongji", 2020, "12-市统计局2020.json"),
    ];

    private readonly List<DemoAct> _acts = [];

    /// <summary>排好的各件事。</summary>
    public IReadOnlyList<DemoAct> Plan()
    {
        foreach (var (unit, number) in DemoUnit.All.Select((unit, number) => (unit, number)))
        {
            AddPages(unit, teams[unit.Key], start.AddMinutes(10 + (number * 6)));
            AddDocuments(unit, teams[unit.Key], number);
        }

        foreach (var (unit, year, file) in Reports) AddReport(DemoUnit.All.Single(one => one.Key == unit), year, file);
        return [.. _acts.Where(act => act.At < now)];
    }

    private void AddPages(DemoUnit unit, DemoTeam team, DateTimeOffset at)
    {
        var systems = RequiredSystem.Missing(unit.Facts, []);
        foreach (var (system, order) in systems.Select(system => (string?)system.Code).Prepend(null).Select((system, order) => (system, order)))
        {
            var what = $"{unit.Facts.Name}的{PageNames.Of(system)}";
            Add(at.AddSeconds(order * 50), what, async () => (await publication.Pages.Save(team.Handler(0), team.Unit, system, system is null ? Guide(unit) : [System(unit, system)], 0, null, cancel)).Refusal);
            Add(at.AddSeconds((order * 50) + 25), what, async () => (await publication.Pages.Publish(team.Head, team.Unit, system, 1, null, null, cancel)).Refusal);
        }
    }

    private void AddDocuments(DemoUnit unit, DemoTeam team, int number)
    {
        var reviewer = team.People[Role.LegalReviewer].First();
        var (old, kept, renewed) = (default(NormativeId), default(NormativeId), default(NormativeId));
        var begin = start.AddMinutes(180 + number);
        Add(begin, $"{unit.Facts.Name}登记旧的办法", async () => Take(await Register(Facts(unit, 0, new DateOnly(2020, 3, 2).AddDays(number)) with { ExpiresOn = new DateOnly(2027, 3, 31) }), id => old = id));
        Add(begin.AddSeconds(30), $"{unit.Facts.Name}登记细则", async () => Take(await Register(Facts(unit, 1, new DateOnly(2021, 6, 1).AddDays(number)) with { ExpiresOn = new DateOnly(2026, 12, 31) }), id => kept = id));
        var (first, second, third) = (Workday(unit, 12, number), Workday(unit, 20, number), Workday(unit, 28, number));
        Add(first, $"{unit.Facts.Name}登记新的办法", async () => Take(await Register(Facts(unit, 0, LegalTime.DateOf(first)) with { Title = $"{unit.Place}{unit.Topics[0]}管理办法（修订）", Supersedes = [old] }), id => renewed = id));
        Add(second, $"{unit.Facts.Name}修改细则", async () => (await Change(kept, 1, CleanupResult.Amend, LegalTime.DateOf(second), null)).Refusal);
        Add(third, $"{unit.Facts.Name}延长细则", async () => (await Change(kept, 2, number % 3 == 0 ? CleanupResult.DeclareExpired : CleanupResult.Extend, LegalTime.DateOf(third), new DateOnly(2029, 12, 31))).Refusal);

        Task<Outcome<NormativeId>> Register(NormativeFacts facts) => publication.Normative.Register(reviewer, team.Unit, NormativeKind.NormativeDocument, facts, null, cancel);

        Task<Outcome<long>> Change(NormativeId id, long version, CleanupResult what, DateOnly on, DateOnly? until) =>
            publication.Normative.Change(reviewer, id, version, what, on, new NormativeBasis(renewed, $"{unit.Place}{unit.Topics[0]}管理办法（修订）"), what == CleanupResult.Extend ? until : null, null, cancel);
    }

    private void AddReport(DemoUnit unit, int year, string file)
    {
        var team = teams[unit.Key];
        var at = WorkTime.After(new DateTimeOffset(year + 1, 1, 18, 10, 0, 0, TimeSpan.FromHours(8)), 0);
        if (at < start.AddDays(1)) at = WorkTime.After(start.AddDays(1), unit.Key.Length);
        var what = $"{unit.Facts.Name}{year}年的年报";
        Add(at, what, async () =>
        {
            using var content = typeof(DemoRegisters).Assembly.GetManifestResourceStream($"samples/{file}") ?? throw new InvalidOperationException($"程序没有带上 {file}。");
            return (await publication.Reports.Put(team.Handler(0), team.Unit, year, 0, content, file, cancel)).Refusal;
        });
        Add(at.AddHours(2), what, async () => (await publication.Reports.Publish(team.People[Role.DeputyLeader].First(), team.Unit, year, 1, "原件的版式特殊，读不准的格子以附件为准（演示）。", null, cancel)).Refusal);
    }

    private static NormativeFacts Facts(DemoUnit unit, int topic, DateOnly issued) => new()
    {
        Title = $"{unit.Place}{unit.Topics[topic]}管理{(topic == 0 ? "办法" : "实施细则")}",
        DocumentNumber = new DocumentNumber(unit.NumberCode, issued.Year, topic + 1),
        IssuedOn = issued, PublishedOn = issued, EffectiveOn = issued.AddDays(30), LegalReview = $"合审（演示）{issued.Year}-{topic + 1}", LegalReviewedOn = issued.AddDays(-7),
        Subject = unit.Subject, WithoutInterpretation = topic == 1 ? "内容简单，随文说明。" : null,
    };

    private static PageText[] Guide(DemoUnit unit)
    {
        var contact = unit.Facts.Contact!;
        return
        [
            new("classification", $"{unit.Facts.Name}的政府信息按《政府信息公开条例》第二十条、第二十一条分类：规范性文件、机构职能、规划计划、统计、许可、处罚、预决算等。"),
            new("arrangement", "每条信息有索引号、名称、内容概述、生成日期，按单位、法定公开分类、年份、体裁编排，可以检索、查阅、下载。"),
            new("access", "公众可以在本专栏查阅，也可以到档案馆、图书馆的政府信息查阅点查阅。"),
            new("officeName", $"{unit.Facts.Name}办公室"), new("address", contact.Address), new("officeHours", contact.OfficeHours),
            new("phone", contact.Phone), new("fax", contact.Fax), new("online", contact.Online),
            new("requestChannels", "当面提交、邮政寄送；演示的单位不收真的申请。"),
            new("remedies", "认为不依法公开的，可以向主管部门反映，也可以依法申请行政复议、提起行政诉讼。"),
        ];
    }

    private static PageText System(DemoUnit unit, string system) => new(
        StandingPageDecisions.Body,
        $"为做好{unit.Facts.Name}的政府信息公开工作，制定本制度（演示）。\n一、{PageNames.Of(system)}由办公室负责组织实施，各科室按职责办理。\n二、办理过程留有记录，责任到人。\n三、每年检查一次执行情况，结果纳入年度报告。");

    private DateTimeOffset Workday(DemoUnit unit, int months, int number)
    {
        var day = LegalTime.DateOf(start).AddMonths(months).AddDays(number + unit.Key.Length);
        while (!WorkingCalendar.National.IsWorkday(day)) day = day.AddDays(1);
        return WorkTime.On(day, 30 + (number * 11));
    }

    private static Refusal? Take(Outcome<NormativeId> outcome, Action<NormativeId> take)
    {
        if (outcome.Succeeded) take(outcome.Value);
        return outcome.Refusal;
    }

    private void Add(DateTimeOffset at, string what, Func<Task<Refusal?>> act) => _acts.Add(new DemoAct(at, what, act));
}
