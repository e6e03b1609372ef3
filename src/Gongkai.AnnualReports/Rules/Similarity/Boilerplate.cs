using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Rules.Similarity;

/// <summary>人人都会写、也应当写得一样的话：条例原文、文件名称、格式里的标签（见 boilerplate.txt）。</summary>
internal static class Boilerplate
{
    private const int Size = 6;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Pieces = Load().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>一段归一的文字里，除去这些话和书名号里的文件名称，还剩多少字。</summary>
    public static int CountOwn(ReadOnlySpan<char> text)
    {
        Span<bool> covered = text.Length <= 1024 ? stackalloc bool[text.Length] : new bool[text.Length];
        covered.Clear();
        for (var index = 0; index + Size <= text.Length; index++)
            if (Pieces.Contains(text.Slice(index, Size))) covered.Slice(index, Size).Fill(true);
        CoverTitles(text, covered);
        return covered.Count(false);
    }

    private static void CoverTitles(ReadOnlySpan<char> text, Span<bool> covered)
    {
        var open = -1;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '《') open = index;
            else if (text[index] == '》' && open >= 0) covered[open..(index + 1)].Fill(true);
        }
    }

    private static HashSet<string> Load()
    {
        using var stream = typeof(Boilerplate).Assembly.GetManifestResourceStream("Gongkai.AnnualReports.Rules.Similarity.boilerplate.txt")
            ?? throw new InvalidOperationException("程序里没有附带 boilerplate.txt。");
        using var reader = new StreamReader(stream);
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var text = Normalisation.Apply(line);
            for (var index = 0; index + Size <= text.Length; index++) pieces.Add(text.Substring(index, Size));
        }

        return pieces;
    }
}
