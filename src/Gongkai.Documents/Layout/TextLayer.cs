using System.Globalization;
using System.Text;

namespace Gongkai.Documents.Layout;

/// <summary>文字层的好坏：有多少字，其中多少不是真的字（私用区的字形、替换符、控制符、“(cid:12)”）。</summary>
/// <param name="Characters">字数，不计空白。</param>
/// <param name="Garbled">其中不是真的字的数目。</param>
internal readonly record struct TextLayer(int Characters, int Garbled)
{
    // 个别私用区字符常是项目符号；超过一成，才是字体没有给出对照表。
    private const double SuspiciousShare = 0.1;

    private const double UselessShare = 0.5;

    public bool IsMissing => Characters == 0;

    public bool IsSuspicious => Garbled > Characters * SuspiciousShare;

    public bool IsUseless => Garbled > Characters * UselessShare;

    public SourceRemark Remark => new(
        "garbled-text", Say($"文字层里有 {Garbled} 个字符不是真的文字（共 {Characters} 个），字体没有给出对照表",
            $"{Garbled} characters of the text layer (of {Characters}) are no real text: the font has no table for them"));

    public static SourceRemark BlankPages(IEnumerable<int> pages) =>
        new("no-text-layer", Say($"第{string.Join('、', pages)}页没有文字，是空白页或图片", $"page {string.Join(", ", pages)} has no text; it is blank or a picture"));

    public static TextLayer Of(IEnumerable<PlacedPage> pages)
    {
        var characters = 0;
        var garbled = 0;
        foreach (var page in pages)
            foreach (var word in page.Words)
            {
                characters += word.Text.Length;
                garbled += GarbledIn(word.Text);
            }

        return new TextLayer(characters, garbled);
    }

    private static int GarbledIn(string text)
    {
        if (text.StartsWith("(cid:", StringComparison.Ordinal)) return text.Length;
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse
                or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate)
                count += rune.Utf16SequenceLength;
        return count;
    }
}
