using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>截图：环境变量 GONGKAI_SCREENSHOTS 给了文件夹才存，给做页面的人看。</summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("GONGKAI_SCREENSHOTS");

    public static async Task Take(IPage page, string path, string look, int width)
    {
        if (Folder is null) return;
        var name = path == "/" ? "home" : path.Trim('/').Replace('/', '-');
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.{look}.{width}.png"), FullPage = true });
    }
}
