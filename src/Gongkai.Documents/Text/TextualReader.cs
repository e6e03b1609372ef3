using System.Text;
using System.Text.Json;
using Gongkai.Documents.Html;
using Gongkai.Documents.Office;
using Gongkai.Law;

namespace Gongkai.Documents.Text;

/// <summary>读文字类文件：解码，再分清是网页、JSON 还是纯文本。</summary>
internal static class TextualReader
{
    public static Outcome<SourceDocument> Read(
        ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel)
    {
        var decoded = TextDecoder.Decode(content.Span);
        if (!decoded.Succeeded) return decoded.Refusal!;
        var (text, remark) = decoded.Value;
        if (text.AsSpan().IsWhiteSpace()) return Unreadable.Empty;
        var kind = MarkupSniffer.Sniff(text);
        if (kind != MarkupKind.None) return ReadMarkup(kind, content, text, remark, limits, cancel);
        if (LooksJson(text))
        {
            var json = CheckJson(text, limits);
            if (!json.Succeeded) return json.Refusal!;
            // 整个文件一块：JSON 的字符串里可以有分行符，拆开就不是原来的 JSON 了。
            if (json.Value) return new SourceDocument(SourceFormat.Json, [new TextLine(text, default)], remark is null ? [] : [remark]);
        }

        var lines = TextSplitter.Split(text, limits, cancel);
        return lines.Succeeded
            ? new SourceDocument(SourceFormat.Text, lines.Value, remark is null ? [] : [remark])
            : lines.Refusal!;
    }

    private static Outcome<SourceDocument> ReadMarkup(
        MarkupKind kind, ReadOnlyMemory<byte> content, string text, SourceRemark? remark, ReadLimits limits, CancellationToken cancel)
    {
        switch (kind)
        {
            case MarkupKind.OfficeXml:
                return OfficeReader.Read(content, limits, cancel);
            case MarkupKind.OtherXml:
                return Unreadable.NotADocument(Say("XML 数据", "XML data"));
            case MarkupKind.MimeHtml:
                var part = MimeHtml.Extract(content);
                if (!part.Succeeded) return part.Refusal!;
                (text, remark) = part.Value;
                break;
        }

        var outcome = HtmlReader.Read(text, limits, cancel);
        return outcome.Succeeded && remark is not null
            ? outcome.Value with { Remarks = [.. outcome.Value.Remarks, remark] }
            : outcome;
    }

    private static bool LooksJson(ReadOnlySpan<char> text) => text.TrimStart() is ['{' or '[', ..];

    /// <summary>整个文件是不是 JSON。以 <c>{"</c> 开头而不是合法 JSON 的拒绝；其余可能只是以方括号开头的文字。</summary>
    private static Outcome<bool> CheckJson(string text, ReadLimits limits)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = limits.Depth });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException error)
        {
            var start = text.AsSpan().TrimStart();
            return start[0] == '{' && start[1..].TrimStart() is ['"', ..]
                ? Unreadable.BrokenJson((error.LineNumber ?? 0) + 1)
                : false;
        }
    }
}
