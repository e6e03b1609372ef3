using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Requests.Outcomes;

namespace Gongkai.Requests.Tracking;

/// <summary>申请人在答复以后说的，此时能不能说。纯函数。</summary>
public static class VoiceDecisions
{
    /// <summary>评分的最低、最高。</summary>
    public const int Least = 1, Most = 5;

    /// <summary>写的意见至多几个字。</summary>
    public const int LongestComment = 500;

    /// <summary>不到这么多人评的，平均分不公布：免得看出是谁评的。</summary>
    public const int LeastPublished = 5;

    /// <summary>可以评价：办结了的，自己撤回的不评。</summary>
    public static bool MayRate(CaseOutcome? outcome) => outcome is not (null or CaseOutcome.Withdrawn);

    /// <summary>可以请求公开：给了信息的答复。已经主动公开的不必再请求。</summary>
    public static bool MayWish(CaseOutcome? outcome) => outcome is CaseOutcome.Granted or CaseOutcome.PartlyGranted;

    /// <summary>不能评的理由；可以的为空。</summary>
    /// <param name="outcome">结局；没有办结的为空。</param>
    /// <param name="isRated">已经评过了。</param>
    /// <param name="score">评几分。</param>
    /// <param name="comment">写的意见。</param>
    public static Refusal? RefuseRating(CaseOutcome? outcome, bool isRated, int? score, string? comment) =>
        !MayRate(outcome) ? new Refusal("还没有答复的、自己撤回的申请不评价。")
        : isRated ? new Refusal("这一件已经评价过了，一件只评一次。")
        : score is not (>= Least and <= Most) ? new Refusal($"请选 {Least} 至 {Most} 分。")
        : comment?.Length > LongestComment ? new Refusal($"意见不超过 {LongestComment} 个字，现在有 {comment.Length} 个。")
        : null;

    /// <summary>不能请求公开的理由；可以的为空。条例第四十四条第二款。</summary>
    public static Refusal? RefuseWish(CaseOutcome? outcome, bool hasWished) =>
        !MayWish(outcome) ? new Refusal("答复里给了信息的，才谈得上把它公开。", LegalDocuments.Regulation.Article("第四十四条"))
        : hasWished ? new Refusal("已经请求过了，不必再交。")
        : null;
}

/// <summary>一个单位的评价，合起来的数。</summary>
/// <param name="ByScore">各分数几件，第 0 个是 1 分。</param>
/// <param name="Wishes">希望公开的几件。</param>
public sealed record VoiceFigures(IReadOnlyList<int> ByScore, int Wishes)
{
    /// <summary>几件评了。</summary>
    public int Count => ByScore.Sum();

    /// <summary>平均几分，一位小数；没有人评的为空。</summary>
    public decimal? Average => Count == 0 ? null : Math.Round(ByScore.Select((count, at) => (decimal)count * (at + VoiceDecisions.Least)).Sum() / Count, 1, MidpointRounding.AwayFromZero);
}
