using System.Collections.Immutable;
using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Comparison;

/// <summary>两份文字并排，各段里哪些是两边相同的。</summary>
/// <param name="Old">前一份的各段。</param>
/// <param name="New">后一份的各段。</param>
public sealed record CopiedText(ImmutableArray<ImmutableArray<CopiedSpan>> Old, ImmutableArray<ImmutableArray<CopiedSpan>> New)
{
    /// <summary>相同的文字要够 <see cref="ReportComparer.PassageLength"/> 字才标出；一边没有文字的，那一边没有段。</summary>
    public static CopiedText Of(string old, string @new)
    {
        var passages = CopiedPassages.Find(NormalisedText.Of(old), NormalisedText.Of(@new), ReportComparer.PassageLength);
        return new CopiedText(
            Paragraphs(old, [.. passages.Select(passage => (passage.LeftStart, passage.LeftEnd))]),
            Paragraphs(@new, [.. passages.Select(passage => (passage.RightStart, passage.RightEnd))]));
    }

    private static ImmutableArray<ImmutableArray<CopiedSpan>> Paragraphs(string text, IReadOnlyList<(int Start, int End)> copied)
    {
        // 左文的同一段可以被右文抄几次，所以先记下每个字标不标。
        var marked = new bool[text.Length];
        foreach (var (start, end) in copied) marked.AsSpan(start, end - start).Fill(true);
        var paragraphs = ImmutableArray.CreateBuilder<ImmutableArray<CopiedSpan>>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var spans = ImmutableArray.CreateBuilder<CopiedSpan>();
            for (var from = start; from < end;)
            {
                var to = from;
                while (to < end && marked[to] == marked[from]) to++;
                spans.Add(new CopiedSpan(text[from..to], marked[from]));
                from = to;
            }

            if (spans.Count > 0) paragraphs.Add(spans.ToImmutable());
            start = end + 1;
        }

        return paragraphs.ToImmutable();
    }
}

/// <summary>一段里的一截。</summary>
/// <param name="IsCopied">两边相同。</param>
public sealed record CopiedSpan(string Text, bool IsCopied);
