using System.Text;

namespace Gongkai.Law.Process;

/// <summary>把流程表写成文档：先是图，再是表。文档由它生成，所以不会与程序不一致。</summary>
public static class TransitionTableText
{
    /// <summary>Markdown：一幅 Mermaid 状态图，一张逐行的表。</summary>
    public static string ToMarkdown<TState, TAction, TRole>(this TransitionTable<TState, TAction, TRole> table)
        where TState : struct, Enum
        where TAction : struct, Enum
        where TRole : struct, Enum
    {
        return $"```mermaid\n{table.ToMermaid()}```\n\n{table.ToMarkdownRows()}";
    }

    /// <summary>Markdown：只有逐行的表。</summary>
    public static string ToMarkdownRows<TState, TAction, TRole>(this TransitionTable<TState, TAction, TRole> table)
        where TState : struct, Enum
        where TAction : struct, Enum
        where TRole : struct, Enum
    {
        var wording = table.Wording;
        var text = new StringBuilder();
        text.Append("| 状态 | 动作 | 角色 | 之后 | 期限 | 条文 |\n|---|---|---|---|---|---|\n");
        foreach (var row in table.Rows)
        {
            var roles = string.Join("、", row.Roles.Select(wording.Role));
            text.Append($"| {wording.State(row.From)} | {wording.Action(row.Action)} | {roles} | {wording.State(row.To)} | {Caption(row.Clock)} | {row.Article} |\n");
        }

        return text.ToString();
    }

    /// <summary>Markdown：每个角色在每个状态可以做的事，一行一个状态，一列一个角色。</summary>
    public static string ToMarkdownGrid<TState, TAction, TRole>(this TransitionTable<TState, TAction, TRole> table)
        where TState : struct, Enum
        where TAction : struct, Enum
        where TRole : struct, Enum
    {
        var (wording, roles) = (table.Wording, Enum.GetValues<TRole>());
        var text = new StringBuilder($"| 状态 | {string.Join(" | ", roles.Select(wording.Role))} |\n|---|{string.Concat(roles.Select(_ => "---|"))}\n");
        foreach (var state in Enum.GetValues<TState>())
            text.Append($"| {wording.State(state)} | {string.Join(" | ", roles.Select(role => string.Join("、", table.PermittedActions(state, role).Select(wording.Action))))} |\n");
        return text.ToString();
    }

    /// <summary>Mermaid 的状态图；两个状态之间的几个动作合成一条线。</summary>
    public static string ToMermaid<TState, TAction, TRole>(this TransitionTable<TState, TAction, TRole> table)
        where TState : struct, Enum
        where TAction : struct, Enum
        where TRole : struct, Enum
    {
        var wording = table.Wording;
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var state in table.Reachable(table.Initial)) text.Append($"    state \"{wording.State(state)}\" as {state}\n");
        text.Append($"    [*] --> {table.Initial}\n");
        foreach (var line in table.Rows.GroupBy(row => (row.From, row.To)))
            text.Append($"    {line.Key.From} --> {line.Key.To} : {string.Join("、", line.Select(row => wording.Action(row.Action)))}\n");
        foreach (var state in table.Finals) text.Append($"    {state} --> [*]\n");
        return text.ToString();
    }

    /// <summary>对期限的作用，一个词；没有作用的为空。</summary>
    public static string Caption(ClockEffect effect) => effect switch
    {
        ClockEffect.Start => "起算",
        ClockEffect.Reset => "重新计算",
        ClockEffect.Pause => "暂停",
        ClockEffect.Resume => "恢复",
        ClockEffect.Extend => "延长",
        ClockEffect.Stop => "停止",
        _ => "",
    };
}
