using System.Collections.Immutable;
using Gongkai.Publication.Review;

namespace Gongkai.Publication.Channels;

/// <summary>自动发布的决定：一件审查之后要不要告诉各账号，告诉什么，发给哪些。</summary>
public static class DeliveryDecisions
{
    /// <summary>公众看得见的变了什么：首次公开、更正、撤回；没有变的为空。</summary>
    public static LedgerEntryKind? KindOf(ReviewState before, ReviewState after) =>
        after.Step == ReviewStep.Published && before.Step != ReviewStep.Published ? before.FirstPublishedAt is null ? LedgerEntryKind.First : LedgerEntryKind.Correction
        : before.Visible is not null && after.Visible is null ? LedgerEntryKind.Withdrawal
        : null;

    /// <summary>发不发给这个账号：首次公开看所选的渠道；发过的，更正与撤回都要告诉它。</summary>
    /// <param name="chosen">发布时所选的渠道；撤回没有。</param>
    /// <param name="hasEarlier">这一条从前发给过它，或者正在发。</param>
    public static bool Sends(LedgerEntryKind kind, ChannelAccount account, ImmutableArray<Channel> chosen, bool hasEarlier) =>
        account.Delivers && (hasEarlier || (kind != LedgerEntryKind.Withdrawal && ChannelPlatform.Find(account.Facts.Platform) is { } platform && platform.Takes(chosen)));
}

/// <summary>一次投递了结的结果。</summary>
public enum DeliveryOutcome
{
    /// <summary>已经送到。</summary>
    Delivered,

    /// <summary>送到以前内容又变了，改由后一次投递告诉对方。</summary>
    Superseded,

    /// <summary>送到以前账号关停、停更，或者改成由人发布，不再送。</summary>
    Dropped,
}

/// <summary>一次投递到了哪一步。</summary>
public enum DeliveryState
{
    /// <summary>等着送，或者没有送成、隔一会儿再送。</summary>
    Waiting,

    /// <summary>试够了次数还没有送成，停下等人看。</summary>
    GivenUp,

    /// <summary>已经送到。</summary>
    Delivered,

    /// <summary>不必送了。</summary>
    NotNeeded,
}

/// <summary>投递的说法。</summary>
public static class DeliveryCaptions
{
    /// <summary>例如“已经送到”。</summary>
    public static string Caption(this DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "等着送",
        DeliveryState.GivenUp => "没有送成",
        DeliveryState.Delivered => "已经送到",
        _ => "不必送了",
    };
}
