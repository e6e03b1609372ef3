using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Publication.Guide;
using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Guide;

namespace Gongkai.Services.Demonstration;

/// <summary>演示里排在某一刻要办的一件事。</summary>
/// <param name="At">时刻。</param>
/// <param name="What">是什么，办不成的时候说。</param>
/// <param name="Do">去办；没有办成的答复理由。</param>
internal sealed record DemoAct(DateTimeOffset At, string What, Func<Task<Refusal?>> Do);

/// <summary>演示的指南、制度和文件库：各单位开头写好指南与制度、登记从前的文件，以后有新的文件（<see cref="DemoPolicies"/>）。</summary>
internal sealed class DemoRegisters(PublicationServices publication, ImmutableDictionary<string, DemoTeam> teams, DateTimeOffset start, DateTimeOffset now, CancellationToken cancel)
{
    private readonly List<DemoAct> _acts = [];

    /// <summary>排好的各件事。</summary>
    public IReadOnlyList<DemoAct> Plan()
    {
        foreach (var (unit, number) in DemoUnit.All.Select((unit, number) => (unit, number)))
        {
            AddPages(unit, teams[unit.Key], start.AddMinutes(10 + (number * 6)));
            _acts.AddRange(new DemoPolicies(publication, unit, teams[unit.Key], number, start, cancel).Plan());
        }

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

    private void Add(DateTimeOffset at, string what, Func<Task<Refusal?>> act) => _acts.Add(new DemoAct(at, what, act));
}
