using System.Globalization;
using Gongkai.Law.Parameters;
using Gongkai.Requests.Letters;
using Gongkai.Requests.Remedies;

namespace Gongkai.Requests.Claims;

/// <summary>告知书：由处理意见写出，公文的版面。更正申请的附救济；投诉举报的没有。</summary>
public static class ClaimLetter
{
    /// <summary>写出。还没有告知的，文号空着待编。</summary>
    /// <param name="kind">更正申请，还是投诉举报。</param>
    /// <param name="content">提出的内容。</param>
    /// <param name="state">批准了处理意见的状态。</param>
    /// <param name="agency">发文的机关。</param>
    /// <param name="to">提出的人；没有写姓名的写“提出的人”。</param>
    /// <param name="bodies">复议机关与法院。</param>
    /// <param name="isAuthority">是主管部门：投诉举报照第四十七条查证；不是的，只写查证的结果，不引这一条。</param>
    /// <param name="today">还没有告知的，按这一天写。</param>
    public static Letter Of(ClaimKind kind, ClaimContent content, ClaimState state, string agency, string? to, RemedyBodies bodies, bool isAuthority, DateOnly today)
    {
        var (proposal, date) = (state.Proposal!, state.ToldOn ?? today);
        var entry = proposal.Result!.Value.Entry();
        return new Letter(
            agency, kind == ClaimKind.Correction ? "更正政府信息申请处理告知书" : "投诉举报处理情况告知书", state.LetterNumber ?? "（文号待编）", string.IsNullOrWhiteSpace(to) ? "提出的人" : to,
            [
                kind == ClaimKind.Correction
                    ? string.Create(CultureInfo.InvariantCulture, $"本机关于{state.Received:yyyy年M月d日}收到您要求更正“{content.About}”的申请（编号{state.Number}）。")
                    : string.Create(CultureInfo.InvariantCulture, $"您反映{content.About}的问题，本机关于{state.Received:yyyy年M月d日}收到（编号{state.Number}）。"),
                $"{(kind == ClaimKind.Correction || isAuthority ? $"根据{kind.Basis()}，" : "")}{entry.Said.Replace("{机关}", $"（{proposal.Body}）", StringComparison.Ordinal)}。",
                $"理由：{proposal.Text!.Trim().TrimEnd('。')}。",
                .. entry.NeedsFollowUp && proposal.Until is { } until ? [string.Create(CultureInfo.InvariantCulture, $"将于{until:yyyy年M月d日}以前落实。")] : Array.Empty<string>(),
                .. kind == ClaimKind.Correction ? [Remedy(date).Paragraph(bodies.ReviewBody, bodies.Court)] : Array.Empty<string>(),
            ],
            date);
    }

    // 更正的处理不是不予公开，不必先复议。
    private static RemedyAdvice Remedy(DateOnly on) => new(false, LegalParameters.Period(LegalPeriodId.Reconsideration, on), LegalParameters.Period(LegalPeriodId.Litigation, on));
}
