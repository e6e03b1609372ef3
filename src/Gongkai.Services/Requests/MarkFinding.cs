using System.Collections.Immutable;
using Gongkai.Documents;
using Gongkai.Documents.Redaction;
using Gongkai.Law;
using Gongkai.Requests.Redaction;

namespace Gongkai.Services.Requests;

/// <summary>把要遮的变成标记：画的框照画的，要找的字在文件里每一处都标。</summary>
internal static class MarkFinding
{
    private const int LongestText = 200;

    public static Outcome<ImmutableArray<RedactionMark>> Of(ReadOnlyMemory<byte> content, FileKind kind, MarkInput input, CancellationToken cancel)
    {
        if (input.Texts.FirstOrDefault(text => text.Length > LongestText) is { } long1) return new Refusal($"要找的字不超过 {LongestText} 个，现在有 {long1.Length} 个。");
        return kind.Code == "docx" ? Word(content, input, cancel) : Pages(content, kind, input, cancel);
    }

    private static Outcome<ImmutableArray<RedactionMark>> Pages(ReadOnlyMemory<byte> content, FileKind kind, MarkInput input, CancellationToken cancel)
    {
        var pages = Redactor.Pages(content, kind, ReadLimits.Default, cancel);
        if (pages.Refusal is { } unread) return unread;
        if (input.Area is { } area)
            return area.IsSound && area.Page <= pages.Value.Count ? ImmutableArray.Create(Marked(input, area, null)) : new Refusal("框要在页内，左边小于右边，上边小于下边，都写成百分数。");
        if (input.Texts.IsEmpty) return new Refusal("请写要遮盖的字，或者画框。");
        if (pages.Value.All(page => page.Words.Count == 0)) return new Refusal("这个文件没有文字层，找不了字：请在页上画框，或者写框的位置。");
        var found = ImmutableArray.CreateBuilder<RedactionMark>();
        foreach (var text in input.Texts)
        {
            var here = pages.Value.SelectMany(page => PageSearch.Find(page, text)).ToList();
            if (here.Count == 0) return new Refusal($"没有找到“{text}”。");
            found.AddRange(here.Select(one => Marked(input, one, text)));
        }

        return found.ToImmutable();
    }

    private static Outcome<ImmutableArray<RedactionMark>> Word(ReadOnlyMemory<byte> content, MarkInput input, CancellationToken cancel)
    {
        var paragraphs = Redactor.Paragraphs(content, ReadLimits.Default, cancel);
        if (paragraphs.Refusal is { } unread) return unread;
        if (input.Paragraph is { } number && paragraphs.Value.All(paragraph => paragraph.Number != number)) return new Refusal($"没有第 {number} 段。");
        if (input.Texts.IsEmpty) return input.Paragraph is { } whole ? ImmutableArray.Create(new RedactionMark(input.Ground, new Covering(null, whole, null, input.OnlyHere))) : new Refusal("请写要遮盖的字，或者写第几段。");
        foreach (var text in input.Texts)
            if (!paragraphs.Value.Any(paragraph => (input.Paragraph ?? paragraph.Number) == paragraph.Number && PageSearch.Comparable(paragraph.Text).Contains(PageSearch.Comparable(text), StringComparison.Ordinal))) return new Refusal($"没有找到“{text}”。");
        return input.Texts.Select(text => new RedactionMark(input.Ground, new Covering(null, input.Paragraph, text, input.OnlyHere && input.Paragraph is not null))).ToImmutableArray();
    }

    private static RedactionMark Marked(MarkInput input, RedactionArea area, string? text) => new(input.Ground, new Covering(area, null, text, input.OnlyHere));
}
