using Gongkai.Law.Identifiers;
using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>统一社会信用代码（GB 32100）：18 位，末位校验。</summary>
internal static class CreditCodeDetector
{
    private const int Length = CreditCode.Length;

    private static readonly string[] Labels = ["信用代码", "社会代码", "机构代码"];

    public static Detector Instance { get; } = new(
        ScanKind.CreditCode,
        "18 位数字与大写字母，第三至八位为区划，末位校验（GB 32100）；切断的也连起来认",
        "提示：个体工商户的代码关系到自然人，企业的代码可能关系到商业秘密",
        "校验不过的；网址里的；全是数字，切断了或不以 1、5、9 开头，前面又没有写明是代码的",
        text => text.Digits.LongestChain >= 8 || text.Has(CharTraits.Letter),
        Find);

    private static void Find(ScanText text, Hits hits)
    {
        Span<char> code = stackalloc char[Length];
        for (int piece = 0; piece < text.Digits.Count; piece++)
        {
            var ahead = text.Digits.Ahead(piece);
            var start = text.Digits.Start(piece);
            // 登记管理部门一般是数字，也有 A、N、Y。
            var isLettered = start > 0 && text.Text[start - 1] is 'A' or 'N' or 'Y';
            var region = isLettered ? 1 : 2;
            if (ahead.Length < region + 6 || ahead[region - 1] == '0' || !IsRegion(ahead[region..])) continue;
            if (text.Digits.IsClaimed(piece)) continue;
            if (isLettered) start--;
            else if (start > 0 && char.IsAsciiLetter(text.Text[start - 1])) continue;
            if (start > 0 && char.IsAsciiLetterOrDigit(text.Text[start - 1])) continue;
            var (end, isBroken) = Read(text.Text, start, code);
            if (end == 0 || !CreditCode.IsValid(code) || text.IsInWebAddress(start)) continue;
            // 全是数字的，容易碰巧通过校验：切断了，或者不以 1、5、9 开头，要前面写明是代码。
            if ((isBroken || code[0] is not ('1' or '5' or '9')) && !code.ContainsAnyInRange('A', 'Z') && !text.IsLabelled(start, 12, Labels)) continue;
            hits.Add(ScanKind.CreditCode, ScanSeverity.Notice, start, end, Mask.Keep(code, 2, 2),
                Say("统一社会信用代码：属于个体工商户或涉及商业秘密的，不宜公开", "unified social credit code: that of a sole trader, or one that touches trade secrets, should not be published"));
            for (; piece < text.Digits.Count && text.Digits.Start(piece) < end; piece++) text.Digits.Claim(piece, 1);
            piece--;
        }
    }

    private static bool IsRegion(ReadOnlySpan<char> digits) => Regions.IsProvince(digits) || digits[..2] is "10";

    /// <summary>从头取 18 个数字与字母，略过中间的空白与换行；后面不得还有数字或字母。</summary>
    private static (int End, bool IsBroken) Read(string text, int start, Span<char> code)
    {
        int length = 0, position = start, gap = 0;
        bool isBroken = false;
        for (; length < Length && position < text.Length && gap <= 4; position++)
        {
            if (char.IsAsciiDigit(text[position]) || char.IsAsciiLetterUpper(text[position]))
            {
                isBroken |= gap > 0;
                code[length++] = text[position];
                gap = 0;
            }
            else if (CharTable.Is(text[position], CharTraits.Breaker))
            {
                gap++;
            }
            else
            {
                return default;
            }
        }

        if (length < Length || gap > 0) return default;
        return position < text.Length && char.IsAsciiLetterOrDigit(text[position]) ? default : (position, isBroken);
    }
}
