namespace Gongkai.Publication.Review;

/// <summary>一件审查做了以后会怎样，一句话：办的人在动手以前看见。</summary>
public static class ReviewConsequences
{
    /// <summary>一句话。</summary>
    /// <param name="state">现在的状态。</param>
    /// <param name="action">要做的事。</param>
    /// <param name="plan">本单位现在的程序，送审时用它。</param>
    public static string Of(ReviewState state, ReviewAction action, ReviewPlan plan) => action switch
    {
        ReviewAction.Submit => $"送到{Next(state, action, plan)}；送审以后不能改稿，要改的先撤回送审或者等退回。",
        ReviewAction.TakeBack => "回到拟稿，可以接着改；再送审时从头审查。",
        ReviewAction.Pass => $"这一步记在您名下，接着是{Next(state, action, state.Plan)}。",
        ReviewAction.Return => "回到拟稿的人手里，您写的理由给他看；再送审时从头审查。",
        ReviewAction.EscalateToAuthority => "停在“已报请确定”，等有关主管部门答复；答复以前不能往下办，也不能发布。",
        ReviewAction.EscalateToSecrecyBureau => "停在“已报请确定”，等保密行政管理部门答复；答复以前不能往下办，也不能发布。",
        ReviewAction.AnswerOpen => $"记下答复的文件，接着是{Next(state, action, state.Plan)}。",
        ReviewAction.AnswerAfterChange => "记下答复的文件，回到拟稿，照答复修改以后再送审。",
        ReviewAction.AnswerNotOpen => $"记下答复的文件，归档，不主动公开{Falls(state)}。",
        ReviewAction.Schedule => "到时自动公开；到时还要再看一遍有没有问题，到时以前可以取消。",
        ReviewAction.Unschedule => "不再自动公开，回到待发布。",
        ReviewAction.Publish when state.Visible is not null => "换下公众现在看到的一版；您写的更正说明附在网页上，索引号不变。",
        ReviewAction.Publish => "立即公开：目录、检索、订阅、接口里都看得见；索引号一经分配不再改变。",
        ReviewAction.Withdraw => "公众马上看不见：网页答“已经撤回”和您写的理由，目录、检索、订阅、接口里都没有了。",
        ReviewAction.Revise => state.Visible is null ? "另拟新的一版，从头审查。" : "另拟新的一版，从头审查；新的一版发布以前，公众照旧看现在的一版。",
        ReviewAction.Keep => $"归档，不主动公开{Falls(state)}；以后定期重新评估。",
        ReviewAction.Reassess => "回到拟稿，把公开方式改为主动公开，再送审。",
        _ => "由系统自动办理。",
    };

    private static string Falls(ReviewState state) => state.Visible is null ? "" : "，公众现在看到的一版随之撤回";

    private static string Next(ReviewState state, ReviewAction action, ReviewPlan plan)
    {
        var step = ReviewProcess.Table.Rows.First(row => row.From == state.Step && row.Action == action).To;
        while (!ReviewSteps.IsIn(plan, step)) step = ReviewProcess.Table.Rows.First(row => row.From == step && row.Action == ReviewAction.SkipByPlan).To;
        return $"{ReviewSteps.Find(step)?.Caption ?? step.Caption()}，由{string.Join("、", ReviewProcess.HoldersOf(step).Select(role => role.Caption()))}办理";
    }
}
