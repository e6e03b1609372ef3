using Gongkai.Publication.Drafting;

namespace Gongkai.Web.Portal.Items;

/// <summary>
/// 正文写成页面：正文存的时候已经按允许的标签清洗过，这里只做两件事：图片换成附件的地址（不是这一版的附件的不要），
/// 表格套一层可以左右滚动、键盘停得到的框。文字里的尖括号都是转义过的，所以按标签替换不会认错。
/// </summary>
internal static class ItemBody
{
    private const string TableFrame = "<div class=\"table-frame\" role=\"group\" aria-label=\"表格，可以左右滚动\" tabindex=\"0\">";

    public static string Render(string shortId, ItemContent content) => Render(content, file => PortalAddress.OfAttachment(shortId, file));

    /// <param name="addressOf">附件的地址：门户的，或者给工作人员看的。</param>
    public static string Render(ItemContent content, Func<Attachment, string> addressOf) => BodyPictures
        .Replace(content.Html, (id, alt) => content.Attachments.FirstOrDefault(file => file.Id == id) is { } file ? $"<img src=\"{addressOf(file)}\" alt=\"{alt}\" loading=\"lazy\">" : "")
        .Replace("<table>", $"{TableFrame}<table>", StringComparison.Ordinal)
        .Replace("</table>", "</table></div>", StringComparison.Ordinal);
}
