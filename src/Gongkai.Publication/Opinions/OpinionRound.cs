using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;

namespace Gongkai.Publication.Opinions;

/// <summary>一次意见征集的标识。</summary>
public readonly record struct OpinionRoundId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>
/// 意见征集：把一份征求意见稿交给公众，到期归并、答复、公布结果，再连到正式文本。公告与结果各是一条信息，照常审查发布；
/// 所以走到哪一步，由登记的各件事、两条信息公开没有、今天是哪一天三样算出，不另存。
/// </summary>
/// <param name="Id">标识。</param>
/// <param name="Version">并发的版本：每有一次变动加一，从 1 起。</param>
/// <param name="Unit">征集的单位。</param>
/// <param name="Item">公告：征求意见稿和说明在它的正文与附件里。</param>
/// <param name="Facts">登记的各项。</param>
/// <param name="Events">以后的各件事，按先后。</param>
public sealed record OpinionRound(OpinionRoundId Id, int Version, UnitId Unit, ItemId Item, OpinionFacts Facts, ImmutableArray<OpinionEvent> Events)
{
    /// <summary>最后一日（含），以最近一次延长为准。</summary>
    public DateOnly LastDay => Events.OfType<PeriodExtended>().LastOrDefault()?.Until ?? Facts.LastDay;

    /// <summary>中止；没有的为空。</summary>
    public RoundStopped? Stop => Events.OfType<RoundStopped>().LastOrDefault();

    /// <summary>拟定了、没有收回的结果；没有的为空。</summary>
    public ResultDrafted? Result => Events.LastOrDefault(happened => happened is ResultDrafted or ResultReopened) as ResultDrafted;

    /// <summary>正式文本；还没有关联的为空。</summary>
    public ItemId? AdoptedText => Events.OfType<TextAdopted>().LastOrDefault()?.Item;

    /// <summary>某日在哪一步。</summary>
    public OpinionStep StepOn(DateOnly today, OpinionStanding standing)
    {
        if (Stop is not null) return OpinionStep.Stopped;
        if (AdoptedText is not null) return OpinionStep.Adopted;
        if (Result is not null && standing.ResultShown) return OpinionStep.Answered;
        if (!standing.Announced) return OpinionStep.Draft;
        if (today < Facts.FirstDay) return OpinionStep.Announced;
        return today <= LastDay ? OpinionStep.Open : OpinionStep.Closed;
    }

    /// <summary>换上新的各项。</summary>
    public OpinionRound With(OpinionFacts facts) => this with { Facts = facts, Version = Version + 1 };

    /// <summary>添一件事。</summary>
    public OpinionRound Apply(OpinionEvent happened) => this with { Events = Events.Add(happened), Version = Version + 1 };
}

/// <summary>两条信息公开没有。</summary>
/// <param name="Announced">公告发布过。</param>
/// <param name="ResultShown">结果公众看得见。</param>
public readonly record struct OpinionStanding(bool Announced, bool ResultShown);

/// <summary>登记的各项。</summary>
public sealed record OpinionFacts
{
    /// <summary>征求意见稿的名称，例如“云泽市公共场馆管理办法（征求意见稿）”。</summary>
    public required string Title { get; init; }

    /// <summary>种类。</summary>
    public required DraftKind Kind { get; init; }

    /// <summary>征求意见的依据：法律、法规、规章或者文件。</summary>
    public required string Basis { get; init; }

    /// <summary>第一日（含）。</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>最后一日（含），到当日北京时间 24 时。</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>少于最少天数的理由；不少的为空。</summary>
    public string? ShortReason { get; init; }

    /// <summary>收意见的电子邮箱；没有的为空。</summary>
    public string? Email { get; init; }

    /// <summary>收意见的通信地址；没有的为空。</summary>
    public string? Address { get; init; }

    /// <summary>联系电话；没有的为空。</summary>
    public string? Phone { get; init; }

    /// <summary>首尾两日都算，一共几天。</summary>
    [JsonIgnore]
    public int Days => LastDay.DayNumber - FirstDay.DayNumber + 1;

    /// <summary>门户以外的联系办法，一句话；登记时至少有一样。</summary>
    [JsonIgnore]
    public string Contact => string.Join("；", new[] { Email is { } email ? $"电子邮箱 {email}" : null, Address is { } address ? $"信函寄 {address}" : null, Phone is { } phone ? $"电话 {phone}" : null }.OfType<string>());
}

/// <summary>登记以后的一件事。</summary>
/// <param name="On">哪一天。</param>
[JsonDerivedType(typeof(PeriodExtended), "extended")]
[JsonDerivedType(typeof(RoundStopped), "stopped")]
[JsonDerivedType(typeof(ResultDrafted), "result")]
[JsonDerivedType(typeof(ResultReopened), "reopened")]
[JsonDerivedType(typeof(TextAdopted), "adopted")]
public abstract record OpinionEvent(DateOnly On);

/// <summary>延长了。</summary>
/// <param name="Until">新的最后一日（含）。</param>
/// <param name="Reason">理由，公众看得见。</param>
public sealed record PeriodExtended(DateOnly On, DateOnly Until, string Reason) : OpinionEvent(On);

/// <summary>中止了。</summary>
/// <param name="Reason">理由，公众看得见。</param>
public sealed record RoundStopped(DateOnly On, string Reason) : OpinionEvent(On);

/// <summary>结果拟定了：当时各组的采纳情况从此写定，公众看到的就是审查过的。</summary>
/// <param name="Item">写成的一条信息，照常审查发布。</param>
/// <param name="Feedback">采纳情况。</param>
public sealed record ResultDrafted(DateOnly On, ItemId Item, OpinionFeedback Feedback) : OpinionEvent(On);

/// <summary>结果在发布以前收回来重整。</summary>
public sealed record ResultReopened(DateOnly On) : OpinionEvent(On);

/// <summary>关联了正式文本。</summary>
/// <param name="Item">正式文本所在的信息。</param>
public sealed record TextAdopted(DateOnly On, ItemId Item) : OpinionEvent(On);
