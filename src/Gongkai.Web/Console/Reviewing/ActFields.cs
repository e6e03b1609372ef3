using System.Collections.Immutable;
using Gongkai.Publication.Review;

namespace Gongkai.Web.Console.Reviewing;

/// <summary>一件审查要填什么。必填的与领域的规矩一致；真要办的时候由服务再查。</summary>
/// <param name="Text">文字一栏的名称；不要填的为空。</param>
/// <param name="TextRequired">必填。</param>
public sealed record ActFields(string? Text, bool TextRequired)
{
    /// <summary>文字一栏怎样填。</summary>
    public string? Hint { get; init; }

    /// <summary>要逐一确认的几性。</summary>
    public ImmutableArray<ReviewQuality> Qualities { get; init; } = [];

    /// <summary>要选渠道。</summary>
    public bool Channels { get; init; }

    /// <summary>要定时刻。</summary>
    public bool Time { get; init; }

    /// <summary>要写答复的文件。</summary>
    public bool Document { get; init; }

    /// <summary>不能挽回，或者公众马上看得出。</summary>
    public bool Dangerous { get; init; }

    private const string ForThePublic = "公众看得见，写清楚，不写内部的考虑。";

    /// <summary>在某一步办某件事要填的。</summary>
    /// <param name="step">现在的一步。</param>
    /// <param name="isVisible">公众现在看得见一版。</param>
    public static ActFields Of(ReviewAction action, ReviewStep step, bool isVisible) => action switch
    {
        ReviewAction.Submit => new("说明", false),
        ReviewAction.Pass => new("意见", false) { Qualities = ReviewSteps.Find(step)?.Qualities ?? [] },
        ReviewAction.Return => new("退回的理由", true) { Hint = "让拟稿的人知道改什么。" },
        ReviewAction.EscalateToAuthority or ReviewAction.EscalateToSecrecyBureau => new("疑问", true) { Hint = "哪一处不能确定，为什么，报请哪个机关。" },
        ReviewAction.AnswerOpen or ReviewAction.AnswerAfterChange => new("答复的要点", false) { Document = true },
        ReviewAction.AnswerNotOpen => new(isVisible ? "撤回的理由" : "答复的要点", isVisible) { Document = true, Hint = isVisible ? ForThePublic : null, Dangerous = isVisible },
        ReviewAction.Schedule => new(isVisible ? "更正说明" : null, isVisible) { Channels = true, Time = true, Hint = ForThePublic },
        ReviewAction.Publish => new(isVisible ? "更正说明" : null, isVisible) { Channels = true, Hint = ForThePublic },
        ReviewAction.Withdraw => new("撤回的理由", true) { Hint = ForThePublic, Dangerous = true },
        ReviewAction.Revise => new("更正的缘由", true),
        ReviewAction.Keep => new(isVisible ? "撤回的理由" : "说明", isVisible) { Hint = isVisible ? ForThePublic : null, Dangerous = isVisible },
        ReviewAction.Reassess => new("情势有什么变化", true),
        _ => new(null, false),
    };
}
