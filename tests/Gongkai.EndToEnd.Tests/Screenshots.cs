using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>截图：环境变量 GONGKAI_SCREENSHOTS 给了文件夹才存，给做页面的人看。</summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("GONGKAI_SCREENSHOTS");

    /// <summary>每一页看成什么样：宽度、名字、显示的偏好。窄屏与深色的一张给 axe 看；最后一张与深色的只差颜色，要存图才看。</summary>
    public static IReadOnlyList<(int Width, string Name, string Display)> Looks { get; } =
        [(390, "light", "normal.light"), (768, "large", "large.light"), (1440, "dark", "normal.dark"), .. Folder is null ? [] : new[] { (1440, "light", "normal.light") }];

    public static async Task Take(IPage page, string path, string look, int width)
    {
        if (Folder is null) return;
        var name = path == "/" ? "home" : path.Trim('/').Replace('/', '-');
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.{look}.{width}.png"), FullPage = true });
    }
}
