using System.Globalization;
using Gongkai.Publication.Drafting;

namespace Gongkai.Web.Portal.Items;

/// <summary>附件旁边的小字：种类与大小，下载以前就知道。</summary>
internal static class AttachmentText
{
    private const double Step = 1024;

    public static string Of(Attachment file) => Of(file.FileName, file.Size);

    public static string Of(string fileName, long bytes) => $"{Path.GetExtension(fileName).TrimStart('.').ToUpperInvariant()}，{Size(bytes)}";

    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} 字节",
        < 1 << 20 => $"{(bytes / Step).ToString("0.#", CultureInfo.InvariantCulture)} KB",
        _ => $"{(bytes / Step / Step).ToString("0.#", CultureInfo.InvariantCulture)} MB",
    };
}
