using System.Collections.Immutable;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;

namespace Gongkai.Services.Publication;

/// <summary>审查里要办的一件：对哪一条、办什么、说什么。</summary>
/// <param name="Item">哪一条。</param>
/// <param name="Version">页面上看到的并发版本。</param>
/// <param name="Action">办什么。</param>
public sealed record ReviewRequest(ItemId Item, long Version, ReviewAction Action)
{
    /// <summary>意见、理由、疑问，或者对公众的说明。</summary>
    public string? Text { get; init; }

    /// <summary>确认的几性。</summary>
    public ImmutableArray<ReviewQuality> Confirmed { get; init; } = [];

    /// <summary>定在什么时刻发布。</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>答复的文件。</summary>
    public string? Document { get; init; }

    /// <summary>从哪些渠道发布。</summary>
    public ImmutableArray<Channel> Channels { get; init; } = [];

    internal ReviewCommand ToCommand(ReviewRole role, DateTimeOffset at) => new()
    {
        Action = Action, Role = role, At = at, Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), Confirmed = Confirmed, ScheduledFor = ScheduledFor, Document = Document, Channels = Channels,
    };
}
