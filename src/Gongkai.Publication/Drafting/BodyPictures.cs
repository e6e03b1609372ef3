using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Gongkai.Publication.Drafting;

/// <summary>正文里的图片：都是这一版的附件，写作 <c>attachment:标识</c>，页面排的时候换成本站的地址。正文已经清洗过，写法只有一种。</summary>
public static partial class BodyPictures
{
    private static readonly ImmutableArray<string> MediaTypes = ["image/png", "image/jpeg"];

    /// <summary>这个附件可以放进正文：浏览器都认的图片。</summary>
    public static bool IsPicture(string mediaType) => MediaTypes.Contains(mediaType);

    /// <summary>正文里的各个图片，按先后：附件的标识，替代文字。</summary>
    public static IEnumerable<(AttachmentId Id, string Alt)> In(string html) => Picture().Matches(html).Select(match => (new AttachmentId(Guid.Parse(match.Groups["id"].Value)), match.Groups["alt"].Value));

    /// <summary>不单独列在“附件”里的：正文已经显示着的图片。</summary>
    public static ImmutableArray<Attachment> NotShownIn(ItemContent content)
    {
        var shown = In(content.Html).Select(picture => picture.Id).ToHashSet();
        return [.. content.Attachments.Where(file => !shown.Contains(file.Id))];
    }

    /// <summary>各个图片换成别的写法；换成空串的就是去掉。</summary>
    /// <param name="write">由附件的标识与替代文字（已经转义）写出。</param>
    public static string Replace(string html, Func<AttachmentId, string, string> write) =>
        Picture().Replace(html, match => write(new AttachmentId(Guid.Parse(match.Groups["id"].Value)), match.Groups["alt"].Value));

    [GeneratedRegex("<img src=\"attachment:(?<id>[0-9a-fA-F-]{36})\" alt=\"(?<alt>[^\"]*)\">", RegexOptions.NonBacktracking)]
    private static partial Regex Picture();
}
