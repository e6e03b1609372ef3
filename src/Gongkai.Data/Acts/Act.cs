using Gongkai.Data.Audit;

namespace Gongkai.Data.Acts;

/// <summary>一件事：谁、在哪个单位、做什么、为什么。改动数据的唯一办法是把它交给 <see cref="ActRunner"/>。</summary>
/// <param name="Kind">做什么，稳定的代码，写作 <c>东西.动作</c>，例如 <c>unit.rename</c>。</param>
/// <param name="Actor">谁。</param>
/// <param name="Chain">记在哪个单位的审计链上。</param>
public sealed record Act(string Kind, Actor Actor, ChainId Chain)
{
    /// <summary>为什么；不要求说明理由的为空。</summary>
    public string? Reason { get; init; }

    /// <summary>命令的钥匙：双击、重试只做一次；为空不管重复。</summary>
    public CommandKey? Key { get; init; }
}

/// <summary>做事的是哪一类。</summary>
public enum ActorKind
{
    /// <summary>本系统的工作人员。</summary>
    Person,

    /// <summary>申请人等公众。</summary>
    Public,

    /// <summary>程序自己：定时发布、升级。</summary>
    System,
}

/// <summary>做事的人；代理别人的，两个人都记。</summary>
/// <param name="Id">编号；程序自己做的为空。</param>
/// <param name="OnBehalfOf">代谁；不是代理的为空。</param>
public sealed record Actor(ActorKind Kind, Guid? Id, Guid? OnBehalfOf = null)
{
    /// <summary>程序自己。</summary>
    public static Actor System { get; } = new(ActorKind.System, null);

    /// <summary>工作人员本人。</summary>
    public static Actor Person(Guid id) => new(ActorKind.Person, id);
}

/// <summary>对什么：种类与编号，例如 <c>unit</c> 与单位的编号。</summary>
public readonly record struct Subject(string Kind, string Id)
{
    public Subject(string kind, Guid id)
        : this(kind, id.ToString("D"))
    {
    }
}

/// <summary>命令的钥匙：由页面或调用方生成，一次提交一把。同一把钥匙、同样的内容，得到第一次的结果；内容不同，拒绝。</summary>
/// <param name="Value">钥匙，至多 100 个字；只在同一个人之内起作用，拿别人的没有用。</param>
/// <param name="Payload">命令的内容，用来判断是不是同一次提交。</param>
public sealed record CommandKey(string Value, object Payload);
