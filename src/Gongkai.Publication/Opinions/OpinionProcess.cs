using System.Collections.Immutable;
using Gongkai.Law.Process;
using Gongkai.Organisations.Access;
using static Gongkai.Publication.Opinions.OpinionAction;
using static Gongkai.Publication.Opinions.OpinionStep;

namespace Gongkai.Publication.Opinions;

/// <summary>意见征集的流程表：表里没有的，就是不允许。</summary>
public static class OpinionProcess
{
    private static readonly ImmutableArray<OpinionParty> Drafters = [OpinionParty.Drafter], Head = [OpinionParty.Publisher], System = [OpinionParty.System];

    /// <summary>流程表。</summary>
    public static TransitionTable<OpinionStep, OpinionAction, OpinionParty> Table { get; } = new(
        new ProcessWording<OpinionStep, OpinionAction, OpinionParty>("意见征集", Caption, Caption, Caption),
        Draft,
        [Answered, Adopted, Stopped],
        new(Draft, Edit, Drafters, Draft),
        new(Draft, Announce, System, Announced),
        new(Draft, Stop, Head, Stopped),
        new(Announced, Start, System, Open),
        new(Announced, Extend, Head, Announced, ClockEffect.Extend),
        new(Announced, Stop, Head, Stopped),
        new(Open, Extend, Head, Open, ClockEffect.Extend),
        new(Open, Group, Drafters, Open),
        new(Open, Close, System, Closed, ClockEffect.Stop),
        new(Open, Stop, Head, Stopped),
        new(Closed, Group, Drafters, Closed),
        new(Closed, DraftResult, Drafters, Closed),
        new(Closed, ReopenResult, Drafters, Closed),
        new(Closed, PublishResult, System, Answered),
        new(Closed, Stop, Head, Stopped),
        new(Answered, Adopt, Head, Adopted));

    /// <summary>办这件事要有的权限；系统自动办的为空。</summary>
    public static Permission? PermissionFor(OpinionAction action) => action switch
    {
        Announce or Start or Close or PublishResult => null,
        Extend or Stop or Adopt => Permission.PublishItem,
        _ => Permission.DraftItem,
    };

    /// <summary>状态的说法，例如“征集中”。</summary>
    public static string Caption(this OpinionStep step) => step switch
    {
        Draft => "筹备",
        Announced => "待开始",
        Open => "征集中",
        Closed => "已截止",
        Answered => "已反馈",
        Adopted => "已出台",
        _ => "已中止",
    };

    /// <summary>动作的说法，例如“延长”。</summary>
    public static string Caption(this OpinionAction action) => action switch
    {
        Edit => "修改",
        Announce => "公告发布",
        Start => "到了开始之日",
        Extend => "延长",
        Close => "过了最后一日",
        Group => "归并、写采纳情况",
        DraftResult => "拟定结果",
        ReopenResult => "收回重整",
        PublishResult => "结果发布",
        Adopt => "关联正式文本",
        _ => "中止",
    };

    /// <summary>由谁办的说法。</summary>
    public static string Caption(this OpinionParty party) => party switch
    {
        OpinionParty.Drafter => "经办、科室负责人",
        OpinionParty.Publisher => "公开机构负责人",
        _ => "系统",
    };
}
