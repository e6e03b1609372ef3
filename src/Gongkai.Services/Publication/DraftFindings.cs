using System.Collections.Immutable;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Scanning;

namespace Gongkai.Services.Publication;

/// <summary>对名称、概述与正文的扫描：错误级的命中没有去掉，不得发布。附件的扫描与命中的处置另有登记簿。</summary>
public static class DraftFindings
{
    internal const string InTitle = "名称";
    internal const string InDescription = "内容概述";

    private const string SentenceEnds = "。！？；\n";
    private const int LongestQuote = 120;

    /// <summary>全部命中，按先后，各引所在的那一句；命中的号码在引文里也是遮住的。</summary>
    public static ImmutableArray<QuotedFinding> All(ItemDraft draft)
    {
        var text = string.Join('\n', draft.Content.Paragraphs.Prepend(draft.Metadata.Description).Prepend(draft.Metadata.Title));
        List<(int Start, string Place)> places = [(0, InTitle), (draft.Metadata.Title.Length + 1, InDescription)];
        var start = draft.Metadata.Title.Length + draft.Metadata.Description.Length + 2;
        for (var index = 0; index < draft.Content.Paragraphs.Length; index++)
        {
            places.Add((start, $"正文第{index + 1}段"));
            start += draft.Content.Paragraphs[index].Length + 1;
        }

        var findings = TextScanner.Scan(text, places);
        var masked = Masked(text, findings);
        return [.. findings.Select(finding => new QuotedFinding(finding, finding.Offset is { } at ? Sentence(masked, at) : null))];
    }

    internal static ImmutableArray<UnresolvedFinding> Of(ItemDraft draft) =>
        [.. All(draft).Select(quoted => quoted.Finding).Where(finding => finding.Severity == ScanSeverity.Error).Select(finding => new UnresolvedFinding(finding.Message, finding.Where))];

    // 摘录与原文一样长的，用它盖住原文：一句里有两处命中，引哪一处都不露另一处。
    private static string Masked(string text, IReadOnlyList<ScanFinding> findings)
    {
        var masked = text.ToCharArray();
        foreach (var finding in findings)
        {
            if (finding.Offset is not { } at || at + finding.Excerpt.Length > text.Length || !Covers(finding.Excerpt, text.AsSpan(at))) continue;
            finding.Excerpt.CopyTo(masked.AsSpan(at));
        }

        return new string(masked);
    }

    private static bool Covers(string excerpt, ReadOnlySpan<char> raw)
    {
        for (var at = 0; at < excerpt.Length; at++)
            if (excerpt[at] != '*' && excerpt[at] != raw[at]) return false;
        return true;
    }

    private static string Sentence(string text, int at)
    {
        var start = text.AsSpan(0, at).LastIndexOfAny(SentenceEnds) + 1;
        var length = text.AsSpan(at).IndexOfAny(SentenceEnds);
        var sentence = text[start..(length < 0 ? text.Length : at + length)].Trim();
        return sentence.Length <= LongestQuote ? sentence : $"{sentence[..LongestQuote]}……";
    }
}

/// <summary>一处扫描的命中和它所在的那一句。</summary>
/// <param name="Finding">命中。</param>
/// <param name="Sentence">所在的那一句，命中的号码遮住；说不出在哪一句的为空。</param>
public sealed record QuotedFinding(ScanFinding Finding, string? Sentence)
{
    /// <summary>在哪一项：名称、内容概述或者正文。</summary>
    public ItemField Field => Finding.Where switch
    {
        _ when Finding.Where.StartsWith(DraftFindings.InTitle, StringComparison.Ordinal) => ItemField.Title,
        _ when Finding.Where.StartsWith(DraftFindings.InDescription, StringComparison.Ordinal) => ItemField.Description,
        _ => ItemField.Body,
    };
}
