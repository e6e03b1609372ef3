using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Gongkai.Publication.Opinions;

/// <summary>采纳情况。</summary>
public enum OpinionOutcome
{
    /// <summary>采纳。</summary>
    Adopted,

    /// <summary>部分采纳。</summary>
    Partly,

    /// <summary>未采纳。</summary>
    NotAdopted,
}

/// <summary>意见从哪里来。</summary>
public enum OpinionChannel
{
    /// <summary>门户。</summary>
    Portal,

    /// <summary>电子邮件。</summary>
    Mail,

    /// <summary>信函。</summary>
    Post,

    /// <summary>座谈会、论证会、听证会。</summary>
    Meeting,

    /// <summary>电话。</summary>
    Phone,
}

/// <summary>一组意见的标识。</summary>
public readonly record struct OpinionGroupId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>归并好的一组意见：说的是同一件事，一起答复。</summary>
/// <param name="Version">并发的版本。</param>
/// <param name="Summary">概括，不写是谁提的。</param>
/// <param name="Count">有几条意见。</param>
/// <param name="Outcome">采纳情况；还没有写的为空。</param>
/// <param name="Reason">理由；采纳的可以没有，部分采纳、未采纳的必须有。</param>
public sealed record OpinionGroup(OpinionGroupId Id, long Version, string Summary, int Count, OpinionOutcome? Outcome, string? Reason);

/// <summary>公布的采纳情况。</summary>
/// <param name="Received">收到几条意见。</param>
/// <param name="Groups">各组，都写了采纳情况。</param>
public sealed record OpinionFeedback(int Received, ImmutableArray<AnsweredGroup> Groups)
{
    /// <summary>各种采纳情况各有几条意见。</summary>
    [JsonIgnore]
    public OpinionCounts Counts => new(Received, CountOf(OpinionOutcome.Adopted), CountOf(OpinionOutcome.Partly), CountOf(OpinionOutcome.NotAdopted), 0);

    private int CountOf(OpinionOutcome outcome) => Groups.Where(group => group.Outcome == outcome).Sum(group => group.Count);
}

/// <summary>公布的一组。</summary>
public sealed record AnsweredGroup(string Summary, int Count, OpinionOutcome Outcome, string? Reason);

/// <summary>意见的条数。归并了的＝采纳＋部分采纳＋未采纳＋归并了还没有答复的。</summary>
/// <param name="Received">收到的。</param>
/// <param name="Adopted">采纳的。</param>
/// <param name="Partly">部分采纳的。</param>
/// <param name="NotAdopted">未采纳的。</param>
/// <param name="Unanswered">归并了，还没有写采纳情况的。</param>
public sealed record OpinionCounts(int Received, int Adopted, int Partly, int NotAdopted, int Unanswered)
{
    /// <summary>归并了的。</summary>
    public int Grouped => Adopted + Partly + NotAdopted + Unanswered;

    /// <summary>还没有归并的。</summary>
    public int Ungrouped => Received - Grouped;

    /// <summary>由各组数出。</summary>
    public static OpinionCounts Of(int received, IReadOnlyCollection<OpinionGroup> groups) => new(
        received, Sum(groups, OpinionOutcome.Adopted), Sum(groups, OpinionOutcome.Partly), Sum(groups, OpinionOutcome.NotAdopted), Sum(groups, null));

    private static int Sum(IEnumerable<OpinionGroup> groups, OpinionOutcome? outcome) => groups.Where(group => group.Outcome == outcome).Sum(group => group.Count);
}

/// <summary>采纳情况、来处的说法。</summary>
public static class OpinionCaptions
{
    /// <summary>采纳情况的说法，例如“部分采纳”。</summary>
    public static string Caption(this OpinionOutcome outcome) => outcome switch
    {
        OpinionOutcome.Adopted => "采纳",
        OpinionOutcome.Partly => "部分采纳",
        _ => "未采纳",
    };

    /// <summary>来处的说法，例如“信函”。</summary>
    public static string Caption(this OpinionChannel channel) => channel switch
    {
        OpinionChannel.Portal => "门户",
        OpinionChannel.Mail => "电子邮件",
        OpinionChannel.Post => "信函",
        OpinionChannel.Meeting => "座谈会、听证会",
        _ => "电话",
    };
}
