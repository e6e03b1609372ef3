using Gongkai.Publication.Findings;
using Gongkai.Scanning;

namespace Gongkai.Web.Console.Drafting;

/// <summary>一处命中的级别与处置，给人看的说法。</summary>
internal static class FindingText
{
    /// <summary>两三个字的说法。</summary>
    public static string Caption(AnsweredFinding answered) => answered.Answer switch
    {
        FindingAnswer.Open when answered.Exemption?.Standing == ExemptionStanding.Revoked => "豁免撤销了，要处置",
        FindingAnswer.Open => "要处置",
        FindingAnswer.Asked => "等批准豁免",
        FindingAnswer.Refused => "没有批准豁免",
        FindingAnswer.Removed => "副本里去掉了",
        FindingAnswer.Exempted => "已经豁免",
        _ => answered.Finding.IsRemoved ? "副本里去掉了" : answered.Finding.Finding.Severity == ScanSeverity.Warning ? "请核对" : "供参考",
    };

    /// <summary>该怎么办，一句话；不用办的为空。</summary>
    public static string? Next(AnsweredFinding answered) => answered switch
    {
        { Answer: FindingAnswer.Open or FindingAnswer.Refused, Finding.IsUnseen: true } => "换成查得了的格式再传（解除密码、分成几个文件）；没有查过的不能豁免。",
        { Answer: FindingAnswer.Open, Finding.File: not null } => "在原稿里改掉再传；确实应当公开的，申请豁免。",
        { Answer: FindingAnswer.Open } => "退回修改，改掉这一处；确实应当公开的，申请豁免。",
        { Answer: FindingAnswer.Refused } => "没有批准：在原稿里改掉。",
        { Answer: FindingAnswer.Asked } => "等另一个人批准；批准以前不能发布。",
        _ => null,
    };
}
