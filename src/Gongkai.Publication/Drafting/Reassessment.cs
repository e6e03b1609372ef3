using Gongkai.Publication.Review;

namespace Gongkai.Publication.Drafting;

/// <summary>定期评估：不予公开、依申请公开的信息，隔一段时间再看，情势变化可以公开的应当公开。条例第十八条。</summary>
public static class Reassessment
{
    /// <summary>默认的周期，月。条例没有规定长短。</summary>
    public const int DefaultMonths = 12;

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>下一次评估之日；不是“不主动公开”状态的为空。</summary>
    public static DateOnly? DueOn(Item item, int months = DefaultMonths) =>
        item.State is { Step: ReviewStep.Kept, Since: { } since } ? DateOnly.FromDateTime(since.ToOffset(Beijing).DateTime).AddMonths(months) : null;
}
