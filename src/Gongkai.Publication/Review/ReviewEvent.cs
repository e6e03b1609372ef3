using System.Collections.Immutable;
using Gongkai.Organisations.People;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Findings;

namespace Gongkai.Publication.Review;

/// <summary>审查的一件事：谁，以什么角色，什么时候，对哪个版本，做了什么，为什么。事件是事实，状态由它们算出。</summary>
public sealed record ReviewEvent
{
    /// <summary>第几件，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>做了什么。</summary>
    public required ReviewAction Action { get; init; }

    /// <summary>原来的状态。</summary>
    public required ReviewStep From { get; init; }

    /// <summary>做了之后的状态。</summary>
    public required ReviewStep To { get; init; }

    /// <summary>以什么角色。</summary>
    public required ReviewRole Role { get; init; }

    /// <summary>谁；系统自动做的为空。</summary>
    public PersonId? By { get; init; }

    /// <summary>代谁行使；不是代行的为空。</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>时刻。</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>对哪个版本。</summary>
    public required int Version { get; init; }

    /// <summary>意见、理由、疑问，或者对公众的说明；没有的为空。</summary>
    public string? Text { get; init; }

    /// <summary>所确认的几性。</summary>
    public ImmutableArray<ReviewQuality> Confirmed { get; init; } = [];

    /// <summary>送审时的程序；其余的事为空。</summary>
    public ReviewPlan? Plan { get; init; }

    /// <summary>定在什么时刻发布；其余的事为空。</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>答复的文件；其余的事为空。</summary>
    public string? Document { get; init; }

    /// <summary>从哪些渠道发布；其余的事没有。条例第二十三条。</summary>
    public ImmutableArray<Channel> Channels { get; init; } = [];

    /// <summary>发布时各附件公开的一份；其余的事、从前发布的没有。</summary>
    public ImmutableArray<ReleasedFile> Released { get; init; } = [];
}

/// <summary>要做的一件事。</summary>
public sealed record ReviewCommand
{
    /// <summary>做什么。</summary>
    public required ReviewAction Action { get; init; }

    /// <summary>以什么角色。</summary>
    public required ReviewRole Role { get; init; }

    /// <summary>谁；系统自动做的为空。</summary>
    public PersonId? By { get; init; }

    /// <summary>代谁行使；不是代行的为空。</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>现在。</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>意见、理由、疑问，或者对公众的说明。退回、报请、撤回、更正、重新评估必填。</summary>
    public string? Text { get; init; }

    /// <summary>确认的几性：各审必须逐一确认。</summary>
    public ImmutableArray<ReviewQuality> Confirmed { get; init; } = [];

    /// <summary>定在什么时刻发布。</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>答复的文件。</summary>
    public string? Document { get; init; }

    /// <summary>从哪些渠道发布；定时发布的在定时的时候写明。</summary>
    public ImmutableArray<Channel> Channels { get; init; } = [];
}
