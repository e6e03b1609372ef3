using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Reading.Flat;

/// <summary>找标签之前的归一：在公用的逐字归一之上，再去掉 Markdown 的强调与标题记号。</summary>
internal static class Folding
{
    private static readonly char[] Table = Build();

    /// <summary>归一后的字；<c>\0</c> 表示去掉。</summary>
    public static char Of(char character) => Table[character];

    public static string Of(string text) => string.Create(Length(text), text, static (folded, text) =>
    {
        var length = 0;
        foreach (var character in text)
            if (Of(character) is var kept && kept != '\0') folded[length++] = kept;
    });

    private static int Length(string text)
    {
        var length = 0;
        foreach (var character in text)
            if (Of(character) != '\0') length++;
        return length;
    }

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var character = 0; character < table.Length; character++)
            table[character] = (char)character is '*' or '#' ? '\0' : Normalisation.Of((char)character);
        return table;
    }
}
