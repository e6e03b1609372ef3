using Gongkai.Documents.Pdf;

namespace Gongkai.Documents.Inspection;

/// <summary>增量保存：改动接在文件后面，前面的旧版本原样留着，截到那里就能打开。</summary>
internal static class PdfHistory
{
    /// <summary>最多看这么多个旧版本，从最近的看起。</summary>
    private const int MostVersions = 5;

    private const int LeastLetters = 2;

    /// <returns>旧版本里有、现在没有的文字；旧版本有几个。</returns>
    public static (List<HiddenText> Texts, int Versions) Read(PdfWorkspace work, ReadOnlyMemory<byte> content, List<PlacedPage> now)
    {
        var ends = Ends(content.Span);
        var known = now.SelectMany(page => page.Words).Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        var whole = string.Concat(now.SelectMany(page => page.Words).Select(word => word.Text));
        var texts = new List<HiddenText>();
        foreach (var (index, end) in ends.Index().Reverse().Take(MostVersions))
        {
            var path = work.Write("old.pdf", content.Span[..end]);
            // 截出来打不开的，不是旧版本。
            if (PdfWords.Read(work, path) is not { Succeeded: true } old) continue;
            var gone = old.Value.SelectMany(page => page.Words).Select(word => word.Text)
                .Where(word => known.Add(word) && !whole.Contains(word, StringComparison.Ordinal)).ToList();
            if (gone.Sum(PdfWords.Letters) >= LeastLetters) texts.Add(new HiddenText(Say($"第{index + 1}个旧版本", $"old version {index + 1}"), HiddenHow.OldVersion, string.Join(' ', gone)));
        }

        return (texts, ends.Count);
    }

    /// <summary>各旧版本的末尾；线性化的文件，开头那一节不是旧版本。</summary>
    private static List<int> Ends(ReadOnlySpan<byte> file)
    {
        var ends = new List<int>();
        var linear = file[..Math.Min(file.Length, 1024)].IndexOf("/Linearized"u8) >= 0;
        for (var at = file.IndexOf("%%EOF"u8); at >= 0;)
        {
            ends.Add(at + 5);
            var next = file[(at + 5)..].IndexOf("%%EOF"u8);
            at = next < 0 ? -1 : at + 5 + next;
        }

        if (linear && ends.Count > 0) ends.RemoveAt(0);
        if (ends.Count > 0) ends.RemoveAt(ends.Count - 1);
        return ends;
    }
}
