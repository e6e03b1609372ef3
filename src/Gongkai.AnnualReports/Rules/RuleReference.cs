using System.Text;

namespace Gongkai.AnnualReports.Rules;

/// <summary>规则手册 docs/rules.md（英文是 docs/rules.en.md）：由目录生成，所以不会与检查不一致。</summary>
public static class RuleReference
{
    public static string Markdown()
    {
        var text = new StringBuilder();
        text.Append(Head().ReplaceLineEndings("\n"));
        text.Append('\n');
        var groups = RuleCatalogue.All.GroupBy(rule => RuleCatalogue.GroupOf(rule.Id)!).ToList();
        foreach (var group in groups) text.Append(Say($"- [{group.Key.Letter} {group.Key.Caption}](#{group.Key.Letter})：{group.Count()} 条\n", $"- [{group.Key.Letter} {group.Key.Caption}](#{group.Key.Letter}): {group.Count()} rules\n"));
        foreach (var group in groups)
        {
            text.Append($"\n<a id=\"{group.Key.Letter}\"></a>\n\n## {group.Key.Letter} {group.Key.Caption}\n");
            foreach (var rule in group) Append(text, rule);
        }

        return text.ToString();
    }

    private static string Head() => Say(
        $$"""
            # 年报的规则

            本页由规则目录生成，不要手改：`GONGKAI_UPDATE_DOCS=1 dotnet test tests/Gongkai.AnnualReports.Tests`。

            ```mermaid
            flowchart LR
                R[报告：格子、标签、正文] --> C{逐条检查}
                P[上年报告、同批报告、机关级别] --> C
                C -->|成立| O[不说话]
                C -->|不成立| F[发现：编号、级别、话、格子、出处、依据]
                C -->|不可判| N[为什么不可判]
            ```

            一条规则先是一句话，再是依据和适用的年度、格式，最后才是检查；编号一经使用，永不改变。
            判断有三种：成立、不成立、**不可判**。空白不是零，读不准不是机关的错，缺上年报告或登记簿就不可判，都会说明为什么。

            | 级别 | 意思 |
            |---|---|
            | 错误 | 阻断提交，除非附经签署的说明；标“不得放行”的，无论如何要改正 |
            | 警告 | 不阻断提交，须说明 |
            | 提示 | 供参考 |

            规则因情形可以另定级别（例如标题的通行变体只作提示），写在规则的话里。一条规则的解释：`gongkai rules explain T3-01`。

            共 {{RuleCatalogue.All.Length}} 条：

            """,
        $$"""
            # Rules of the annual report

            Generated from the catalogue of rules; do not edit: `GONGKAI_UPDATE_DOCS=1 dotnet test tests/Gongkai.AnnualReports.Tests`.
            The Chinese page, [rules.md](rules.md), is the authoritative one.

            ```mermaid
            flowchart LR
                R[Report: cells, labels, text] --> C{Rule by rule}
                P[Last year's report, peers, level of the body] --> C
                C -->|holds| O[nothing is said]
                C -->|broken| F[Finding: id, severity, message, cells, place, basis]
                C -->|not assessable| N[why]
            ```

            A rule is a sentence first, then its basis and the years and the form it holds for, and only then a check; ids are for ever.
            There are three verdicts: holds, broken, **not assessable**. A blank is not a zero, a doubt of the reader is no fault of the body, and without last year's report or a register some rules cannot be assessed; each time it is said why.

            | Severity | Meaning |
            |---|---|
            | Error | Stops submission unless a signed explanation travels with it; those marked “never waived” must be mended in any case |
            | Warning | Does not stop submission; to be explained |
            | Notice | For information |

            A rule may set another severity for some cases (a common variant of a title is a notice only); its sentence says so. One rule explained: `gongkai rules explain T3-01 --lang en`.

            {{RuleCatalogue.All.Length}} rules:

            """);

    private static void Append(StringBuilder text, Rule rule)
    {
        text.Append($"\n### {rule.Id} {rule.Severity.Caption}{(rule.NeverWaived ? Say("（不得放行）", " (never waived)") : "")}\n\n{rule.Sentence}\n\n");
        text.Append(Say(
            $"依据：{rule.Basis}。适用：{rule.Scope}。{(rule.NeedsRegister is { } register ? $"只凭报告不可判，需要：{register}。" : "")}\n\n",
            $"Basis: {rule.Basis}. Applies to: {rule.Scope}. {(rule.NeedsRegister is { } needed ? $"Not assessable from the report alone; needs {needed}." : "")}\n\n"));
        foreach (var example in rule.Examples) text.Append($"- {example}\n");
    }
}
