using Gongkai.Publication.Review;

namespace Gongkai.Web.Console;

/// <summary>一个快捷键：按什么，做什么，在哪些页面上有。</summary>
/// <param name="Keys">依次按的键，例如 g、i。</param>
/// <param name="Does">做什么。</param>
/// <param name="Where">在哪里有。</param>
public sealed record Shortcut(IReadOnlyList<string> Keys, string Does, string Where);

/// <summary>
/// 后台的快捷键，一处写定：按 ? 出来的表、帮助页都由它写出，脚本按页面上的 data-key 去找。
/// 都是单键，所以可以关（WCAG 2.1.4）；正在输入时不起作用；只是打开、移到那里，不替人提交。
/// </summary>
public static class Shortcuts
{
    private const string Everywhere = "各页", Dossier = "案卷", List = "清单、工作台";

    /// <summary>全部，按所在的地方排。</summary>
    public static IReadOnlyList<Shortcut> All { get; } =
    [
        new(["?"], "打开、关上这张表", Everywhere),
        new(["g", "w"], "去工作台", Everywhere),
        new(["g", "i"], "去信息的清单", Everywhere),
        new(["h"], "看这一页的帮助", Everywhere),
        new(["n"], "新拟一条", List),
        new(["/"], "移到检索框", List),
        new(["j"], "下一条", List),
        new(["k"], "上一条", List),
        new(["x"], "勾选、不勾选停着的一条", List),
        new(["s"], "打开“送审”", Dossier),
        new(["p"], "打开“通过”", Dossier),
        new(["r"], "打开“退回修改”", Dossier),
        new(["b"], "打开“发布”", Dossier),
        new(["e"], "改稿", Dossier),
        new(["v"], "预览", Dossier),
    ];

    /// <summary>一件审查的键；没有的为空。</summary>
    public static string? KeyOf(ReviewAction action) => action switch
    {
        ReviewAction.Submit => "s",
        ReviewAction.Pass => "p",
        ReviewAction.Return => "r",
        ReviewAction.Publish => "b",
        _ => null,
    };
}
