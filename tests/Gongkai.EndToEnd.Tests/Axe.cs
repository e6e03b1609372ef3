using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>axe：页面上有哪些无障碍的毛病。</summary>
internal static class Axe
{
    // 规则照样全部运行，只是不为没有毛病的几千处也各写一份报告。
    private static readonly AxeRunOptions OnlyFaults = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>毛病，一种一句，引出头几处；没有毛病为空。</summary>
    public static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        var result = await page.RunAxe(OnlyFaults);
        return [.. result.Violations.Select(violation => $"{violation.Id}：{violation.Help}（{string.Join("；", violation.Nodes.Take(3).Select(node => node.Html))}）")];
    }
}
