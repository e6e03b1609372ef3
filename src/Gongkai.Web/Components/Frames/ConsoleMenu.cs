namespace Gongkai.Web.Components.Frames;

/// <summary>后台的导航：有了页面才在这里加一项，不放空链接。</summary>
internal static class ConsoleMenu
{
    public static IReadOnlyList<MenuEntry> Entries { get; } =
    [
        new("组件陈列", "/console/gallery"),
    ];
}
