using Gongkai.Law;
using Gongkai.Requests.Process;

namespace Gongkai.Requests.Files;

/// <summary>案卷里的文件此时能不能添、能不能改用途：随答复提供的，送审以后就是所审的那些，不能再动。</summary>
public static class CaseFileGuards
{
    /// <summary>不行的，说出为什么。</summary>
    /// <param name="state">办到了哪里。</param>
    /// <param name="purpose">作什么用。</param>
    public static Refusal? Refuse(CaseState state, CaseFilePurpose purpose) => purpose switch
    {
        CaseFilePurpose.Evidence => state.Stage == CaseStage.Archived ? CaseRules.Files.Refuse("已经归档，不再添文件") : null,
        CaseFilePurpose.Answer => RefuseAnswer(state),
        _ => CaseRules.Files.Refuse("申请所附的材料、补正的材料由申请人交来"),
    };

    /// <summary>申请人什么时候看得到随答复提供的文件：答复送达以后。</summary>
    public static bool AreReleased(CaseState state) => state.DeliveredOn is not null;

    private static Refusal? RefuseAnswer(CaseState state) => state.Stage switch
    {
        CaseStage.Submitted or CaseStage.Unconfirmed or CaseStage.Received => CaseRules.Files.Refuse("还没有登记"),
        CaseStage.InReview or CaseStage.Approved => CaseRules.Files.Refuse("答复已经送审，要改所附的文件，先退回"),
        _ => state.IsOpen ? null : CaseRules.Files.Refuse("已经办结，所附的文件不能再改"),
    };
}
