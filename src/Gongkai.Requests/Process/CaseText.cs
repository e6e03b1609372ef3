using System.Text;
using Gongkai.Law.Process;
using Gongkai.Requests.Outcomes;

namespace Gongkai.Requests.Process;

/// <summary>把依申请公开的流程写成文档 docs/request-process.md；由表生成，所以不会与程序不一致。</summary>
public static class CaseText
{
    /// <summary>Markdown：图、硬规则、结局、逐行的表。</summary>
    public static string ToMarkdown()
    {
        var text = new StringBuilder("# 依申请公开的流程\n\n由 `src/Gongkai.Requests` 的流程表、规则表、结局表生成，测试保证一致。表里没有的，就是不允许。\n\n");
        text.Append("```mermaid\n").Append(CaseProcess.Picture.ToMermaid()).Append("```\n\n");
        text.Append("没有办结的随时可以撤回申请；登记以后可以终止、改派；节假日的通知变了，由系统逐件重算期限；审核到答复审查之间可以延期，图上没有画这些线。\n");
        text.Append("征求意见、收费是办理之中的线程，可以并行，各有时钟：征求意见发出次日起、收到意见或者期满当日止，不计入答复期限；缴清费用，期限自次日重新计算。\n\n");
        text.Append("## 硬规则\n\n| 编号 | 规则 | 依据 |\n|---|---|---|\n");
        foreach (var rule in CaseRules.All) text.Append($"| {rule.Id} | {rule.Sentence} | {rule.Basis} |\n");
        text.Append("\n## 结局\n\n一件申请只有一个结局，每个结局在年报表三里恰好一行。\n\n| 结局 | 依据 | 怎样结束 | 先复议 | 2021 年格式的行 | 2019 年格式的行 |\n|---|---|---|---|---|---|\n");
        foreach (var entry in OutcomeTable.All)
            text.Append($"| {entry.Caption} | {entry.Basis} | {(entry.Ending == CaseEnding.Answer ? "答复" : "终止")} | {(entry.IsWithheld ? "是" : "")} | {entry.Row2021} | {entry.Row2019} |\n");
        text.Append("\n## 流程表\n\n").Append(CaseProcess.Table.ToMarkdownRows());
        return text.ToString();
    }
}
