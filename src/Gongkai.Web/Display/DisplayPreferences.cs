using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Display;

/// <summary>显示偏好：字的大小与明暗。存在看的人自己的 cookie 里，服务器不留。</summary>
/// <param name="LargeText">大字版（适老化）。</param>
/// <param name="Theme">明暗：跟随系统、浅色、深色。</param>
internal readonly record struct DisplayPreferences(bool LargeText, Theme Theme)
{
    public const string CookieName = "display";

    /// <summary>从请求里读；认不得的当作没有设置。</summary>
    public static DisplayPreferences Of(HttpRequest request)
    {
        var words = (request.Cookies[CookieName] ?? "").Split('.');
        return new DisplayPreferences(
            words.Contains("large", StringComparer.Ordinal),
            words.Contains("dark", StringComparer.Ordinal) ? Theme.Dark : words.Contains("light", StringComparer.Ordinal) ? Theme.Light : Theme.System);
    }

    /// <summary>cookie 的值，也用来区分页面缓存：一共只有六种。</summary>
    public override string ToString() => $"{(LargeText ? "large" : "normal")}.{ThemeWord}";

    /// <summary>写在 html 元素上的明暗。</summary>
    public string ThemeWord => Theme switch { Theme.Dark => "dark", Theme.Light => "light", _ => "system" };
}

/// <summary>明暗。</summary>
internal enum Theme
{
    System,
    Light,
    Dark,
}
