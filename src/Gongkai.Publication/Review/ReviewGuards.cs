using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Publication.Catalogue;

namespace Gongkai.Publication.Review;

/// <summary>表放行之后还要看的：内容齐不齐、有没有没处置的扫描命中、时刻对不对。</summary>
internal static class ReviewGuards
{
    private const int Listing = 5;

    private static readonly Citation Review = LegalDocuments.Regulation.Article("第十七条"), Openness = LegalDocuments.Regulation.Article("第十三条");

    public static Refusal? Refuse(ReviewState state, ReviewCommand command, ReviewFacts facts) => Unspeakable(facts) ?? Refused(state, command, facts);

    private static Refusal? Refused(ReviewState state, ReviewCommand command, ReviewFacts facts) => command.Action switch
    {
        ReviewAction.Submit => Unchanged(state, facts) ?? Incomplete(facts, "送审"),
        ReviewAction.SkipByPlan => new Refusal($"{ReviewSteps.Find(state.Step)!.Caption}是本单位程序里的一步，不能略过。", Review),
        ReviewAction.Pass => Unconfirmed(state, command) ?? (state.Step == ReviewStep.SecrecyReview ? Unresolved(facts, "通过保密审查") : null),
        ReviewAction.AnswerOpen or ReviewAction.AnswerAfterChange or ReviewAction.AnswerNotOpen =>
            string.IsNullOrWhiteSpace(command.Document) ? new Refusal("答复要写明文号或者记录。", Review) : null,
        ReviewAction.Schedule => Unready(state, facts) ?? NoChannel(command.Channels.IsEmpty) ?? Time(command),
        ReviewAction.Publish => Unready(state, facts) ?? NoChannel(command.Channels.IsEmpty && state.Channels.IsEmpty),
        ReviewAction.PublishOnTime => Unready(state, facts) ?? TooEarly(state, command),
        ReviewAction.Keep => facts.IsActive ? new Refusal("公开方式是主动公开，不能归档不公开；要改公开方式的，先退回修改。", Openness) : null,
        ReviewAction.Withdraw => state.Visible is null ? new Refusal("还没有发布，没有可以撤回的。") : null,
        _ => null,
    };

    private static Refusal? Unchanged(ReviewState state, ReviewFacts facts) =>
        state.Visible == facts.LatestVersion ? new Refusal("还没有拟新的版本，没有可以送审的改动。") : null;

    private static Refusal? Unready(ReviewState state, ReviewFacts facts)
    {
        if (!facts.IsActive) return new Refusal("公开方式不是主动公开，不能发布。", Openness);
        if (state.UnderReview != facts.LatestVersion) return new Refusal($"审查通过的是第{state.UnderReview}版，最新的是第{facts.LatestVersion}版：请重新送审。", Review);
        if (!facts.HasIndexNumber) return new Refusal("还没有索引号，不能发布。", LegalDocuments.Regulation.Article("第十二条"));
        return Incomplete(facts, "发布") ?? Unresolved(facts, "发布") ?? Unreleased(facts);
    }

    private static Refusal? Incomplete(ReviewFacts facts, string act)
    {
        var blocking = facts.Faults.Where(fault => fault.Blocks).ToList();
        return blocking.Count == 0 ? null
            : new Refusal($"还不能{act}：{string.Join("", blocking.Select((fault, index) => $"（{index + 1}）{fault.Field.Caption()}：{fault.Reason}"))}", blocking[0].Basis);
    }

    private static Refusal? Unresolved(ReviewFacts facts, string act) =>
        facts.Findings.IsEmpty ? null
            : new Refusal($"扫描还有 {facts.Findings.Length} 处错误没有处置，不能{act}：{Listed(facts.Findings)}。在原稿里改掉；确实应当公开的，申请豁免，由另一个人批准。", Review);

    // 查过、没有问题的才有公开的一份：没有的，宁可不发布。
    private static Refusal? Unreleased(ReviewFacts facts) =>
        facts.Attachments.FirstOrDefault(file => !facts.Released.Any(released => released.Id == file.Id && released.OriginalHash == file.ContentHash)) is { } missing
            ? new Refusal($"附件“{missing.FileName}”还没有查完，不能发布：请稍后再试。", Review) : null;

    private static Refusal? Unspeakable(ReviewFacts facts) => facts.NoteFindings.IsEmpty ? null
        : new Refusal($"写给公众看的话里有不能公开的内容，请改了再办：{Listed(facts.NoteFindings)}。", Review);

    private static string Listed(ImmutableArray<UnresolvedFinding> findings) =>
        string.Join("；", findings.Take(Listing).Select(finding => $"{finding.Where}，{finding.Caption}")) + (findings.Length > Listing ? "；还有别处" : "");

    private static Refusal? Unconfirmed(ReviewState state, ReviewCommand command)
    {
        var missing = ReviewSteps.Find(state.Step)!.Qualities.Except(command.Confirmed).ToList();
        return missing.Count == 0 ? null
            : new Refusal($"{ReviewSteps.Find(state.Step)!.Caption}要逐一确认{string.Join("、", missing.Select(quality => quality.Caption()))}。", Review);
    }

    private static Refusal? NoChannel(bool isMissing) =>
        isMissing ? new Refusal("要选发布的渠道，至少一个。", LegalDocuments.Regulation.Article("第二十三条")) : null;

    private static Refusal? Time(ReviewCommand command) =>
        command.ScheduledFor is not { } at ? new Refusal("定时发布要写明时刻。")
        : at <= command.At ? new Refusal("定时发布的时刻要在以后；现在就发布的，用“发布”。") : null;

    private static Refusal? TooEarly(ReviewState state, ReviewCommand command) =>
        state.ScheduledFor > command.At ? new Refusal("还没有到定时发布的时刻。") : null;
}
