using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Publication.Drafting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Drafting;

/// <summary>存好之后转到的那一页要说的话：封在一个 cookie 里，看过就去掉，重新打开不再说。</summary>
public sealed class DraftNotes(IDataProtectionProvider protection)
{
    private const string Name = "saved";
    private const string Folder = "/console/items";

    // cookie 装不下长篇：至多这么多句。
    private const int MostNotes = 8;
    private const int LongestNote = 120;

    private readonly IDataProtector _protector = protection.CreateProtector("gongkai.draft.notes");

    /// <summary>记下：哪一条存好了，说些什么。</summary>
    public void Set(HttpContext context, ItemId item, IReadOnlyList<string> notes)
    {
        var shown = notes.Take(MostNotes).Select(note => note.Length > LongestNote ? note[..LongestNote] + "……" : note);
        context.Response.Cookies.Append(Name, _protector.Protect(JsonSerializer.Serialize(new Kept(item.Value, [.. shown]))), Options(context));
    }

    /// <summary>取出，并去掉；不是这一条的、没有的为空。</summary>
    public IReadOnlyList<string>? Take(HttpContext context, ItemId item)
    {
        if (context.Request.Cookies[Name] is not { } sealedText) return null;
        context.Response.Cookies.Delete(Name, Options(context));
        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(_protector.Unprotect(sealedText))!;
            return kept.Item == item.Value ? kept.Notes : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) => new() { Path = Folder, HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps };

    private sealed record Kept(Guid Item, string[] Notes);
}
