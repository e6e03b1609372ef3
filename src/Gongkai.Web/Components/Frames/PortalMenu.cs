namespace Gongkai.Web.Components.Frames;

/// <summary>门户的导航：有了页面才在这里加一项，不放空链接。</summary>
internal static class PortalMenu
{
    public static IReadOnlyList<MenuEntry> Entries { get; } =
    [
        new("首页", "/"),
        new("目录", "/catalogue"),
        new("文件库", "/library"),
        new("标准目录", "/matters"),
        new("意见征集", "/opinions"),
        new("年报", "/reports"),
        new("年报数据", "/data"),
        new("检索", "/search"),
        new("帮助", "/help"),
    ];

    /// <summary>看外来的年报时，只有数据中心。</summary>
    public static IReadOnlyList<MenuEntry> OfWorkspace { get; } =
        [new("指标", "/data"), new("自选表格", "/data/table"), new("两份比较", "/data/compare"), new("下载与接口", "/data/download"), new("指标与口径", "/data/indicators")];
}
