using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using Gongkai.Documents;
using Gongkai.Documents.Html.Cleaning;
using Gongkai.Law;
using Gongkai.Publication.Catalogue;

namespace Gongkai.Services.Publication.Importing;

/// <summary>由一份 Word 文件拟成的稿，还没有存：拿得准的才填，读不进来的说清楚。</summary>
/// <param name="Html">正文，已经清洗。</param>
/// <param name="Title">名称；拿不准的为空。</param>
/// <param name="Number">文号；拿不准的为空。</param>
/// <param name="CreatedOn">成文日期；拿不准的为空。</param>
/// <param name="Genre">体裁，由名称末尾的文种得出；拿不准的为空。</param>
/// <param name="Notes">要告诉拟稿的人的：猜了什么，没有读进来什么。</param>
public sealed record WordDraft(string Html, string? Title, DocumentNumber? Number, DateOnly? CreatedOn, Genre? Genre, ImmutableArray<string> Notes)
{
    private const string Media = "word/media/";

    /// <summary>读一份 docx；别的格式、读不了的，说明为什么。</summary>
    public static Outcome<WordDraft> Read(ReadOnlyMemory<byte> content, string fileName, CancellationToken cancel)
    {
        var kind = FileKind.Sniff(content, ReadLimits.Default);
        if (kind.Refusal is { } unknown) return unknown;
        if (kind.Value.Code != "docx") return new Refusal($"这是{kind.Value.Caption}；只能由 Word 的 docx 文件拟稿。旧式的 doc 请先在 Word 里另存为 docx，别的可以作附件。");
        var read = DocumentReader.Read(content, fileName, ReadLimits.Default, cancel);
        if (read.Refusal is { } unreadable) return unreadable;
        var guess = HeadingGuess.Of(read.Value.Blocks);
        var cleaned = HtmlCleaner.Clean(BlocksHtml.Of(read.Value.Blocks.Except(guess.TitleLines, ReferenceEqualityComparer.Instance).Cast<Block>()), cancel);
        if (cleaned.Refusal is { } refusal) return refusal;
        return new WordDraft(cleaned.Value.Html, guess.Title, guess.Number, guess.CreatedOn, guess.Genre, [.. guess.Notes, .. read.Value.Remarks.Select(remark => $"文件里{remark.Message}。"), .. Pictures(content)]);
    }

    private static IEnumerable<string> Pictures(ReadOnlyMemory<byte> content)
    {
        using var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
        var count = archive.Entries.Count(entry => entry.FullName.StartsWith(Media, StringComparison.OrdinalIgnoreCase) && entry.Length > 0);
        if (count > 0) yield return string.Create(CultureInfo.InvariantCulture, $"文件里有 {count} 张图片，没有放进正文：要公开的请另存为图片，作附件上传；原件里的还在。");
    }
}
