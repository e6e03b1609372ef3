using Gongkai.Publication.Review;

namespace Gongkai.Services.Demonstration;

/// <summary>一条演示信息要经过的各件事，按先后；时刻另排。</summary>
internal static class DemoPath
{
    private static readonly ReviewStep[] Reviews =
    [
        ReviewStep.FirstReview, ReviewStep.FirstProof, ReviewStep.SecondReview, ReviewStep.SecondProof, ReviewStep.SecrecyReview, ReviewStep.ThirdReview, ReviewStep.ThirdProof,
    ];

    private static readonly string[] Returns =
    [
        "请补充实施的起止时间。", "第二段的数字与附件不一致，请核对。", "标题宜写明年度。", "依据的文件请写全称。", "附件请换成可以编辑的格式。", "涉及企业的名称请再核实。",
    ];

    private static readonly string[] Corrections = ["附件一的合计数写错。", "施行日期写错。", "联系方式已经变更。", "表格漏了一行。"];

    /// <summary>平常的一条：拟稿、送审、逐步通过、发布。</summary>
    public static List<DemoStep> Ordinary(ReviewPlan plan) => [DemoStep.Create, .. Reviewed(plan), DemoStep.Of(ReviewAction.Publish)];

    /// <summary>中间退回一次，改了再送。</summary>
    public static List<DemoStep> Refused(ReviewPlan plan, Random random)
    {
        var passes = Reviewed(plan);
        var stop = random.Next(1, passes.Count);
        return [DemoStep.Create, .. passes.Take(stop), DemoStep.Of(ReviewAction.Return, Any(Returns, random)) with { From = passes[stop].From }, DemoStep.Save, .. passes, DemoStep.Of(ReviewAction.Publish)];
    }

    /// <summary>送审以后自己撤回来改。</summary>
    public static List<DemoStep> TakenBack(ReviewPlan plan) =>
        [DemoStep.Create, DemoStep.Of(ReviewAction.Submit), DemoStep.Of(ReviewAction.TakeBack), DemoStep.Save, .. Reviewed(plan), DemoStep.Of(ReviewAction.Publish)];

    /// <summary>保密审查不能确定，报请确定，答复可以公开。</summary>
    public static List<DemoStep> Escalated(ReviewPlan plan, Random random)
    {
        var passes = Reviewed(plan);
        var secrecy = passes.FindIndex(step => step.From == ReviewStep.SecrecyReview);
        var escalate = random.Next(2) == 0 ? ReviewAction.EscalateToAuthority : ReviewAction.EscalateToSecrecyBureau;
        return
        [
            DemoStep.Create, .. passes.Take(secrecy),
            DemoStep.Of(escalate, "涉及其他机关提供的数据，是否可以公开，请予确定。") with { From = ReviewStep.SecrecyReview },
            DemoStep.Of(ReviewAction.AnswerOpen, "经研究，可以公开。") with { Document = "复函（演示）" },
            .. passes.Skip(secrecy + 1), DemoStep.Of(ReviewAction.Publish),
        ];
    }

    /// <summary>审查通过以后定时发布。</summary>
    public static List<DemoStep> Timed(ReviewPlan plan) => [DemoStep.Create, .. Reviewed(plan), DemoStep.Of(ReviewAction.Schedule), DemoStep.OnTime];

    /// <summary>发布以后更正。</summary>
    public static List<DemoStep> Corrected(ReviewPlan plan, Random random)
    {
        var why = Any(Corrections, random);
        return
        [
            .. Ordinary(plan), DemoStep.Of(ReviewAction.Revise, why) with { Later = true }, DemoStep.Save, .. Reviewed(plan), DemoStep.Of(ReviewAction.Publish, $"更正：{why}"),
        ];
    }

    /// <summary>发布以后撤回。</summary>
    public static List<DemoStep> Withdrawn(ReviewPlan plan) =>
        [.. Ordinary(plan), DemoStep.Of(ReviewAction.Withdraw, "内容已经失效，另行公布新的规定。") with { Later = true }];

    /// <summary>不主动公开的：审查以后归档。</summary>
    public static List<DemoStep> Kept(ReviewPlan plan) => [DemoStep.Create, .. Reviewed(plan), DemoStep.Of(ReviewAction.Keep)];

    /// <summary>办到某一步停着，等人来办；程序里没有这一步的为空。</summary>
    public static List<DemoStep>? WaitingAt(ReviewStep step, ReviewPlan plan, Random random) => step switch
    {
        ReviewStep.Draft => [DemoStep.Create],
        ReviewStep.Approved => [DemoStep.Create, .. Reviewed(plan)],
        ReviewStep.Scheduled => [DemoStep.Create, .. Reviewed(plan), DemoStep.Of(ReviewAction.Schedule)],
        ReviewStep.Escalated => [.. Escalated(plan, random).TakeWhile(done => done.Action != ReviewAction.AnswerOpen)],
        _ when ReviewSteps.IsIn(plan, step) => [DemoStep.Create, .. Reviewed(plan).TakeWhile(done => done.From != step)],
        _ => null,
    };

    private static List<DemoStep> Reviewed(ReviewPlan plan) =>
    [
        DemoStep.Of(ReviewAction.Submit), .. Reviews.Where(step => ReviewSteps.IsIn(plan, step)).Select(step => DemoStep.Of(ReviewAction.Pass) with { From = step }),
    ];

    private static string Any(string[] sentences, Random random) => sentences[random.Next(sentences.Length)];
}

/// <summary>一件事：拟稿、改稿，或者审查里的一件。</summary>
internal sealed record DemoStep
{
    /// <summary>拟稿。</summary>
    public static DemoStep Create { get; } = new() { IsDrafting = true };

    /// <summary>改稿。</summary>
    public static DemoStep Save { get; } = new() { IsDrafting = true, IsAgain = true };

    /// <summary>到时发布。</summary>
    public static DemoStep OnTime { get; } = new() { Action = ReviewAction.PublishOnTime };

    public bool IsDrafting { get; private init; }

    public bool IsAgain { get; private init; }

    public ReviewAction? Action { get; private init; }

    /// <summary>在哪一步办；审查各步的才有。</summary>
    public ReviewStep? From { get; init; }

    public string? Text { get; init; }

    public string? Document { get; init; }

    /// <summary>隔了几天、几个月才办。</summary>
    public bool Later { get; init; }

    public static DemoStep Of(ReviewAction action, string? text = null) => new() { Action = action, Text = text };
}
