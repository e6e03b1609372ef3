using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Drafting;

/// <summary>改过的文字随登记走：没有改的句子照现在的登记写，改过的一字不动；登记变了的，指出来给人看。</summary>
public static class ProseFollow
{
    /// <summary>跟上。</summary>
    /// <param name="before">改之前由登记写的；不知道的为空，当作与现在的一样。</param>
    /// <param name="edited">编报的人改成的。</param>
    /// <param name="now">现在由登记写的。</param>
    public static FollowedText Follow(DraftedSection? before, string edited, DraftedSection now)
    {
        var old = (before ?? now).Pieces;
        var cuts = Cut(edited, old);
        var result = Current(cuts, now);
        foreach (var (piece, at) in now.Pieces.Select((piece, at) => (piece, at)).Where(one => old.All(known => known.Key != one.piece.Key))) Insert(result, piece, now.Pieces[..at]);
        return new FollowedText(DraftedSection.Join(result.Select(kept => new ProsePiece("", kept.Text, kept.Starts))), [.. Marks(old, cuts, now)]);
    }

    // 认得的换成现在写的，登记没有了的去掉；一段的头一句去掉了，接着的一句起头。
    private static List<Kept> Current(List<Kept> cuts, DraftedSection now)
    {
        List<Kept> result = [];
        var starts = false;
        foreach (var cut in cuts)
        {
            starts |= cut.Starts;
            var text = cut.Key is null ? cut.Text : now.Pieces.FirstOrDefault(piece => piece.Key == cut.Key)?.Text;
            if (text is null) continue;
            result.Add(cut with { Text = text, Starts = starts });
            starts = false;
        }

        return result;
    }

    // 新登记的一句放在它前面那一句的后面；另起一段的，放在那一段的后面。
    private static void Insert(List<Kept> result, ProsePiece piece, ImmutableArray<ProsePiece> earlier)
    {
        var at = 0;
        foreach (var before in earlier.Reverse())
        {
            var found = result.FindIndex(kept => kept.Key == before.Key);
            if (found < 0) continue;
            at = found + 1;
            break;
        }

        while (piece.Starts && at < result.Count && !result[at].Starts) at++;
        result.Insert(at, new Kept(piece.Text, piece.Starts, piece.Key));
    }

    private static IEnumerable<ProseMark> Marks(ImmutableArray<ProsePiece> old, List<Kept> cuts, DraftedSection now)
    {
        for (var at = 0; at < old.Length; at++)
        {
            var piece = old[at];
            if (cuts.Any(cut => cut.Key == piece.Key)) continue;
            var current = now.Pieces.FirstOrDefault(one => one.Key == piece.Key)?.Text;
            if (current != piece.Text) yield return new ProseMark(now.Number, piece.Key, Nearest(cuts, piece.Text), current);
        }
    }

    // 改成了哪一句：用字最像的一句，至少一半的字相同。
    private static string? Nearest(List<Kept> cuts, string text)
    {
        var letters = text.ToHashSet();
        return cuts.Where(cut => cut.Key is null).Select(cut => (cut.Text, Common: cut.Text.Distinct().Count(letters.Contains))).Where(one => one.Common * 2 >= letters.Count).OrderByDescending(one => one.Common).Select(one => one.Text).FirstOrDefault();
    }

    // 切成句：与从前写的一字不差的，认得是哪一句；别的是编报的人写的。
    private static List<Kept> Cut(string text, ImmutableArray<ProsePiece> known)
    {
        List<Kept> cuts = [];
        var unused = known.OrderByDescending(piece => piece.Text.Length).ToList();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            for (var at = 0; at < paragraph.Length;)
            {
                var found = unused.Find(piece => paragraph.AsSpan(at).StartsWith(piece.Text, StringComparison.Ordinal));
                var end = paragraph.IndexOf('。', at);
                var length = found?.Text.Length ?? (end < 0 ? paragraph.Length : end + 1) - at;
                if (found is not null) unused.Remove(found);
                cuts.Add(new Kept(paragraph.Substring(at, length), at == 0, found?.Key));
                at += length;
            }
        }

        return cuts;
    }

    private sealed record Kept(string Text, bool Starts, string? Key);
}

/// <summary>跟上了登记的一个部分。</summary>
/// <param name="Text">正文，段间换行。</param>
/// <param name="Marks">改过、删去的句子里，登记变了的。</param>
public sealed record FollowedText(string Text, ImmutableArray<ProseMark> Marks);

/// <summary>改过或者删去的一句，它的登记变了。</summary>
/// <param name="Section">第几部分。</param>
/// <param name="Key">哪一句，见 <see cref="ProsePiece.Key"/>。</param>
/// <param name="Edited">改成的一句；删去了的为空。</param>
/// <param name="Now">照现在的登记写的；登记没有了的为空。</param>
public sealed record ProseMark(int Section, string Key, string? Edited, string? Now)
{
    /// <summary>一句话，给编报的人看。</summary>
    public string Message => (Edited, Now) switch
    {
        (null, null) => $"第{Section}部分删去的一句，登记也没有了。",
        (null, _) => $"第{Section}部分删去了一句，它的登记变了：现在写作“{Now}”",
        (_, null) => $"第{Section}部分改过的“{Edited}”没有登记了：请核对，或者补登记。",
        _ => $"第{Section}部分改过的“{Edited}”，登记变了：现在写作“{Now}”",
    };
}
