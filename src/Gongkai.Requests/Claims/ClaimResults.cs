using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Citations;

namespace Gongkai.Requests.Claims;

/// <summary>一种结果。</summary>
/// <param name="Result">哪一种。</param>
/// <param name="Kind">属哪种诉求。</param>
/// <param name="Caption">说法。</param>
/// <param name="Said">告知书里的一句；{机关} 是写明的机关。</param>
/// <param name="NeedsRecord">要有核查记录：说记录准不准、事情属不属实的。</param>
/// <param name="NeedsBody">要写明另一个机关。</param>
/// <param name="NeedsFollowUp">告知以后要落实，落实了才能办结。</param>
/// <param name="Verified">投诉举报台账“查证”一栏；没有查证的为空。</param>
/// <param name="Measure">投诉举报台账“怎样处理”一栏；更正的为空。</param>
public sealed record ClaimResultEntry(
    ClaimResult Result, ClaimKind Kind, string Caption, string Said, bool NeedsRecord, bool NeedsBody, bool NeedsFollowUp, string? Verified = null, string? Measure = null);

/// <summary>各种结果。条例第四十一条、第四十七条。</summary>
public static class ClaimResults
{
    /// <summary>全部，按显示的次序。</summary>
    public static ImmutableArray<ClaimResultEntry> All { get; } =
    [
        new(ClaimResult.Corrected, ClaimKind.Correction, "予以更正", "经核查，您反映的记录确实不准确，本机关予以更正", true, false, true),
        new(ClaimResult.NotCorrected, ClaimKind.Correction, "不予更正", "经核查，本机关不予更正", true, false, false),
        new(ClaimResult.Forwarded, ClaimKind.Correction, "转送有权更正的机关", "您要求更正的信息不属于本机关职能范围，已经转送有权更正的机关{机关}处理", false, true, false),
        new(ClaimResult.Advised, ClaimKind.Correction, "告知向有权更正的机关提出", "您要求更正的信息不属于本机关职能范围，请向有权更正的机关{机关}提出", false, true, false),
        new(ClaimResult.Upheld, ClaimKind.Complaint, "成立，督促整改", "经查证，您反映的问题属实，已经督促整改", true, false, true, "属实", "督促整改"),
        new(ClaimResult.Criticised, ClaimKind.Complaint, "成立，通报批评", "经查证，您反映的问题属实，已经予以通报批评", true, false, true, "属实", "通报批评"),
        new(ClaimResult.Unfounded, ClaimKind.Complaint, "不成立", "经查证，您反映的问题不成立", true, false, false, "不属实", "解释说明"),
        new(ClaimResult.Referred, ClaimKind.Complaint, "转送有权处理的机关", "您反映的问题不由本机关处理，已经转送有权处理的机关{机关}", false, true, false, null, "移送"),
        new(ClaimResult.NotAccepted, ClaimKind.Complaint, "不予受理", "您反映的问题，本机关不予受理", false, false, false, null, "解释说明"),
    ];

    /// <summary>一种结果的各项。</summary>
    public static ClaimResultEntry Entry(this ClaimResult result) => All.First(entry => entry.Result == result);

    /// <summary>一种诉求可以有的结果。</summary>
    public static ImmutableArray<ClaimResultEntry> Of(ClaimKind kind) => [.. All.Where(entry => entry.Kind == kind)];

    /// <summary>诉求的依据。</summary>
    public static Citation Basis(this ClaimKind kind) => LegalDocuments.Regulation.Article(kind == ClaimKind.Correction ? "第四十一条" : "第四十七条");
}
