using System.Collections.Immutable;
using Gongkai.Requests.Process;

namespace Gongkai.Requests.Claims;

/// <summary>诉求的硬规则：违反的一律拒绝，拒绝时说出是哪一条。</summary>
public static class ClaimRules
{
    /// <summary>每件事要写明的写明。</summary>
    public static CaseRule Written { get; } = new("CM-01", "每件事写明谁办的、为什么、凭什么", null);

    /// <summary>日期。</summary>
    public static CaseRule Dates { get; } = new("CM-02", "日期不在今天以后，不早于前一件事", null);

    /// <summary>核查。</summary>
    public static CaseRule Examined { get; } = new("CM-03", "说记录准不准、事情属不属实，要有核查记录", ClaimKind.Correction.Basis());

    /// <summary>结果。</summary>
    public static CaseRule Fitting { get; } = new("CM-04", "结果与诉求的种类相合，写明理由；无权更正、不由本机关处理的，写明由哪个机关", ClaimKind.Correction.Basis());

    /// <summary>批准。</summary>
    public static CaseRule TwoPeople { get; } = new("CM-05", "处理意见不由拟的人自己批准", null);

    /// <summary>补材料。</summary>
    public static CaseRule Material { get; } = new("CM-06", "补充证据写明补什么、补到哪一天；没有过期，不得当作不补", null);

    /// <summary>落实。</summary>
    public static CaseRule Done { get; } = new("CM-07", "予以更正、督促整改、通报批评的，落实了才能办结", ClaimKind.Complaint.Basis());

    /// <summary>全部。</summary>
    public static ImmutableArray<CaseRule> All { get; } = [Written, Dates, Examined, Fitting, TwoPeople, Material, Done];
}
