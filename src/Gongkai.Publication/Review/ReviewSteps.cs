using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Calendar;

namespace Gongkai.Publication.Review;

/// <summary>审查的一步：要确认什么，一般多久，哪些程序有它。内容在 <c>steps.csv</c>。</summary>
/// <param name="Step">哪一步。</param>
/// <param name="Caption">说法，例如“一审”。</param>
/// <param name="Qualities">要确认的几性；校对没有。</param>
/// <param name="Workdays">一般不超过几个工作日；只提醒。</param>
/// <param name="Plans">哪些程序有这一步。</param>
public sealed record ReviewStepEntry(ReviewStep Step, string Caption, ImmutableArray<ReviewQuality> Qualities, int Workdays, ImmutableArray<ReviewPlan> Plans);

/// <summary>审查的各步。</summary>
public static class ReviewSteps
{
    private static readonly FrozenDictionary<ReviewStep, ReviewStepEntry> ByStep = DatedTable.Read("Review/steps.csv", typeof(ReviewSteps).Assembly)
        .Select(row => new ReviewStepEntry(
            Enum.Parse<ReviewStep>(row.Text("step")), row.Text("caption"), Many<ReviewQuality>(row.TextOrNone("qualities")), row.Number("workdays"), Many<ReviewPlan>(row.Text("plans"))))
        .ToFrozenDictionary(entry => entry.Step);

    /// <summary>各步，按先后。</summary>
    public static ImmutableArray<ReviewStepEntry> All { get; } = [.. ByStep.Values.OrderBy(entry => entry.Step)];

    /// <summary>一步的要求；不是审查的一步（拟稿、已发布）为空。</summary>
    public static ReviewStepEntry? Find(ReviewStep step) => ByStep.GetValueOrDefault(step);

    /// <summary>是不是由人审查、校对的一步。</summary>
    public static bool IsHeldBySomebody(ReviewStep step) => step is >= ReviewStep.FirstReview and <= ReviewStep.ThirdProof;

    /// <summary>是不是审（含保密审查），不是校。</summary>
    public static bool IsReview(ReviewStep step) =>
        step is ReviewStep.FirstReview or ReviewStep.SecondReview or ReviewStep.SecrecyReview or ReviewStep.ThirdReview;

    /// <summary>这个程序有没有这一步；没有的自动略过，也有记录。</summary>
    public static bool IsIn(ReviewPlan plan, ReviewStep step) => Find(step) is not { } entry || entry.Plans.Contains(plan);

    /// <summary>走到这一步之后，一般应在哪一天以前办完（含）；没有时限的为空。</summary>
    public static DateOnly? DueFor(ReviewStep step, DateOnly since, WorkingCalendar calendar) =>
        Find(step) is { } entry ? calendar.AddWorkdays(since, entry.Workdays).Date : null;

    private static ImmutableArray<T> Many<T>(string? names)
        where T : struct, Enum => names is null ? [] : [.. names.Split(' ').Select(Enum.Parse<T>)];
}
