using Gongkai.Law;

namespace Gongkai.Requests.Process;

/// <summary>一条硬规则：违反的一律拒绝，拒绝时说出是哪一条。</summary>
/// <param name="Id">编号，例如 RQ-03；不会改。</param>
/// <param name="Sentence">规则，一句话。</param>
/// <param name="Basis">依据；只是工作制度的为空。</param>
public sealed record CaseRule(string Id, string Sentence, Citation? Basis)
{
    /// <summary>据这一条拒绝。</summary>
    /// <param name="why">这一次为什么，一句话。</param>
    public Refusal Refuse(string why) => new($"{why}（{Id}：{Sentence}）", Basis);
}
