using System.Collections.Immutable;
using System.Text;
using Gongkai.Law.Process;

namespace Gongkai.Publication.Review;

/// <summary>把审查流程写成文档 docs/publication-process.md；由表生成，所以不会与程序不一致。</summary>
public static class ReviewText
{
    private static readonly ImmutableArray<string> Conditions =
    [
        "送审、发布：所填各项没有必须改的问题（目录元数据、公开方式、责任机关、正文）。",
        "一审、二审、三审、保密审查：逐一确认本步要看的几性；自己拟的稿不能由自己审。",
        "同一个人不能办相邻的两步（拟稿、各审、各校、保密审查依次相邻；依简化程序略过的步不算）。",
        "扫描的错误级命中没有全部处置：不能通过保密审查，不能定时，不能发布。",
        "退回、报请确定、撤回、更正、重新评估：必须写明理由；答复必须写明文件。",
        "发布、定时：公开方式是主动公开，有索引号，选了渠道，审查通过的就是最新的一版；到时发布时再看一遍。",
        "更正：新版在审期间，已发布的一版照旧可见；新版发布时附给公众看的更正说明。",
        "撤回：已经发布的，无论新版走到哪一步都可以立即撤回，附给公众看的理由。",
        "归档不公开、答复不得公开：从前发布过的，那一版随之撤回，附给公众看的理由。",
        "依简化程序略过：只由程序自动做，本单位程序里有的步不能略过。",
        "逾期没有公开只是告警，不妨碍发布。",
    ];

    /// <summary>Markdown：图、各步、程序、条件、逐行的表。</summary>
    public static string ToMarkdown()
    {
        var text = new StringBuilder("# 发布审查的流程\n\n由 `src/Gongkai.Publication/Review` 的流程表生成，测试保证一致。先审查、后公开；表里没有的，就是不允许。\n\n");
        text.Append("```mermaid\n").Append(ReviewProcess.Picture.ToMermaid()).Append("```\n\n已经发布的可以随时撤回，图上只画了一条线。\n\n## 各步\n\n");
        text.Append("| 步 | 要确认 | 一般不超过 | 三审三校 | 二审二校 | 一审一校 |\n|---|---|---|---|---|---|\n");
        foreach (var step in ReviewSteps.All)
            text.Append($"| {step.Caption} | {string.Join("、", step.Qualities.Select(quality => quality.Caption()))} | {step.Workdays} 个工作日 | {string.Join(" | ", Enum.GetValues<ReviewPlan>().Select(plan => step.Plans.Contains(plan) ? "有" : "略过"))} |\n");
        text.Append("\n人少的单位可以改用二审二校、一审一校，要说明理由；送审时记下所用的程序，略过的步各记一件。保密审查任何程序都有。\n\n## 表之外的条件\n\n");
        foreach (var condition in Conditions) text.Append($"- {condition}\n");
        text.Append("\n## 流程表\n\n").Append(ReviewProcess.Table.ToMarkdownRows());
        return text.ToString();
    }
}
