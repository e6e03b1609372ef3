using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Law.Citations;

/// <summary>条文出处的英文写法：目录里的文件用它的英文名称，目录里没有的照引原文；条款项译成 Article、paragraph、item。</summary>
internal static partial class EnglishCitation
{
    private const string Digits = "零一二三四五六七八九";

    public static string Of(Citation citation)
    {
        var document = LegalDocuments.All.FirstOrDefault(document => document.Title == citation.Document)?.English ?? $"“{citation.Document}”";
        return citation.Article is null ? document : $"{document}, {Article(citation.Article)}";
    }

    private static string Article(string article)
    {
        var text = new StringBuilder();
        foreach (var part in Parts().Matches(article).AsEnumerable())
        {
            var kind = part.Groups["kind"].ValueSpan[0] switch { '条' => "Article", '款' => "paragraph", _ => "item" };
            text.Append(text.Length > 0 ? ", " : "").Append(kind).Append(' ').Append(Number(part.Groups["number"].ValueSpan));
        }

        return text.Length > 0 ? text.ToString() : $"“{article}”";
    }

    /// <summary>一百以内的汉字数：三十三、十、五。</summary>
    private static int Number(ReadOnlySpan<char> numeral)
    {
        var (value, digit) = (0, 0);
        foreach (var character in numeral)
        {
            if (character == '十') (value, digit) = (10 * Math.Max(digit, 1), 0);
            else digit = Digits.IndexOf(character, StringComparison.Ordinal);
        }

        return value + digit;
    }

    [GeneratedRegex("第(?<number>[零一二三四五六七八九十]+)(?<kind>[条款项])", RegexOptions.NonBacktracking)]
    private static partial Regex Parts();
}
