using Gongkai.Requests.Process;
using Gongkai.Web.Console.Cases;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>在浏览器里办一件申请：打开那一步的表单，填，按，等它办成。</summary>
internal static class CaseActing
{
    /// <summary>办成一步。</summary>
    /// <param name="root">网站的地址。</param>
    /// <param name="id">哪一件。</param>
    public static async Task Act(this Visit visit, string root, string id, CaseAction action, params (string Name, string Value)[] fields)
    {
        await visit.Page.GotoAsync(AddressOf(root, id, action));
        foreach (var (name, value) in fields) await visit.Fill(name, value);
        await visit.Submit(id, action);
    }

    /// <summary>填一栏；单子的选一项。</summary>
    public static async Task Fill(this Visit visit, string name, string value)
    {
        var field = visit.Page.Locator($"main [name='{name}']").First;
        if (await field.EvaluateAsync<string>("field => field.tagName") == "SELECT") await field.SelectOptionAsync(value);
        else await field.FillAsync(value);
    }

    /// <summary>按下，等它办成。</summary>
    public static async Task Submit(this Visit visit, string id, CaseAction action)
    {
        await visit.Press(action);
        await Visit.Arrive(visit.Page, $"/console/cases/{id}\\?done={CaseAddress.WordOf(action)}");
    }

    /// <summary>按下那一步的按钮。</summary>
    public static Task Press(this Visit visit, CaseAction action) => visit.Page.GetByRole(AriaRole.Button, new() { Name = action.Caption(), Exact = true }).ClickAsync();

    /// <summary>那一步的表单在哪里。</summary>
    public static string AddressOf(string root, string id, CaseAction action) => $"{root}console/cases/{id}/acts/{CaseAddress.WordOf(action)}";
}
