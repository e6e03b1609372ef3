using System.Text;
using Gongkai.Law.Process;

namespace Gongkai.Requests.Claims;

/// <summary>把诉求的流程写成文档 docs/claim-process.md；由表生成，所以不会与程序不一致。</summary>
public static class ClaimText
{
    /// <summary>Markdown：图、期限、规则、结果、逐行的表、每个角色能做的。</summary>
    public static string ToMarkdown()
    {
        var text = new StringBuilder("# 更正申请、投诉举报的流程\n\n由 `src/Gongkai.Requests/Claims` 的流程表、规则、结果生成，测试保证一致。两种诉求同走一张表，结果各不相同；都不是政府信息公开申请，不计入年报表三。\n\n");
        text.Append("更正申请：有证据证明行政机关提供的与自身相关的政府信息记录不准确，要求更正（").Append(ClaimKind.Correction.Basis()).Append("）。投诉举报：认为没有依法公开、答复（").Append(ClaimKind.Complaint.Basis()).Append("）。\n\n");
        text.Append($"期限：{ClaimClock.Ground}；设置里改，默认 {ClaimClock.Standard} 个工作日（比照第三十三条，不是法定期限），登记时定下，以后改设置不影响；等补充证据的时候不计。\n\n");
        text.Append("```mermaid\n").Append(ClaimProcess.Table.ToMermaid()).Append("```\n\n## 规则\n\n| 编号 | 规则 | 依据 |\n|---|---|---|\n");
        foreach (var rule in ClaimRules.All) text.Append($"| {rule.Id} | {rule.Sentence} | {rule.Basis} |\n");
        text.Append("\n## 结果\n\n| 种类 | 结果 | 要有核查记录 | 要写明机关 | 要落实 | 台账的查证 | 台账的处理 |\n|---|---|---|---|---|---|---|\n");
        foreach (var entry in ClaimResults.All)
            text.Append($"| {entry.Kind.Caption()} | {entry.Caption} | {Yes(entry.NeedsRecord)} | {Yes(entry.NeedsBody)} | {Yes(entry.NeedsFollowUp)} | {entry.Verified} | {entry.Measure} |\n");
        text.Append("\n## 流程表\n\n").Append(ClaimProcess.Table.ToMarkdownRows()).Append("\n## 谁能做什么\n\n").Append(ClaimProcess.Table.ToMarkdownGrid());
        return text.ToString();
    }

    private static string Yes(bool value) => value ? "是" : "";
}
