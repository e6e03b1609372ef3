using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Law;

namespace Gongkai.Publication.Catalogue;

/// <summary>文号：发文字号“机关代字〔年份〕顺序号号”，或者令号“某机关令第几号”。GB/T 9704-2012 第 7.2.5 条。</summary>
/// <param name="Code">机关代字，例如“国办发”；令为发令的机关，例如“国务院”。</param>
/// <param name="Year">年份，四位；令没有年份，为空。</param>
/// <param name="Number">顺序号，从 1 起，不编虚位。</param>
public sealed partial record DocumentNumber(string Code, int? Year, int Number)
{
    private const int FirstYear = 1949;

    private static readonly Citation Standard = new("GB/T 9704-2012", "第7.2.5条");

    /// <summary>是不是令。</summary>
    public bool IsOrder => Year is null;

    public override string ToString() => IsOrder ? $"{Code}令第{Number}号" : $"{Code}〔{Year}〕{Number}号";

    /// <summary>严格地读：一字不差才认。</summary>
    public static Outcome<DocumentNumber> Parse(string text)
    {
        var reading = Read(text);
        if (!reading.Succeeded) return reading.Refusal!;
        return reading.Value.Changes.IsEmpty ? reading.Value.Number
            : new Refusal($"文号“{text}”不合规范：{string.Join("；", reading.Value.Changes)}。应为“{reading.Value.Number}”。", Standard);
    }

    /// <summary>宽松地读：认得出的写法改成规范的，并说明改了什么；认不出的说明为什么。</summary>
    public static Outcome<DocumentNumberReading> Read(string text)
    {
        var changes = ImmutableArray.CreateBuilder<string>();
        var tidy = Tidy(text, changes);
        if (Order().Match(tidy) is { Success: true } order) return ReadOrder(order, changes);
        if (Ordinary().Match(tidy) is { Success: true } ordinary) return ReadOrdinary(ordinary, changes);
        return new Refusal($"“{text}”不像文号：应为“机关代字〔年份〕顺序号号”，例如“国办发〔2022〕8号”，或者“国务院令第711号”。", Standard);
    }

    private static Outcome<DocumentNumberReading> ReadOrdinary(Match match, ImmutableArray<string>.Builder changes)
    {
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        if (match.Groups["year"].Length != 4 || year < FirstYear) return new Refusal($"文号的年份要写四位，现在是“{match.Groups["year"].Value}”。", Standard);
        if (match.Groups["open"].Value != "〔" || match.Groups["close"].Value != "〕") changes.Add("年份用六角括号〔〕");
        if (match.Groups["suffix"].Success) changes.Add("括号里不写“年”");
        if (match.Groups["ordinal"].Success) changes.Add("顺序号前不加“第”");
        return Finish(match, year, changes);
    }

    private static Outcome<DocumentNumberReading> ReadOrder(Match match, ImmutableArray<string>.Builder changes)
    {
        if (!match.Groups["ordinal"].Success) changes.Add("令号写作“第几号”");
        return Finish(match, null, changes);
    }

    private static Outcome<DocumentNumberReading> Finish(Match match, int? year, ImmutableArray<string>.Builder changes)
    {
        var digits = match.Groups["no"].Value;
        if (ChineseNumber.Parse(digits) is { } spelled)
        {
            changes.Add("顺序号用阿拉伯数字");
            digits = spelled.ToString(CultureInfo.InvariantCulture);
        }

        if (digits.Length > 1 && digits[0] == '0') changes.Add("顺序号不编虚位（前面不补0）");
        if (!match.Groups["end"].Success) changes.Add("末尾加“号”");
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            return new Refusal($"文号的顺序号“{match.Groups["no"].Value}”不是从1起的数。", Standard);
        return new DocumentNumberReading(new DocumentNumber(match.Groups["code"].Value, year, number), changes.ToImmutable());
    }

    private static string Tidy(string text, ImmutableArray<string>.Builder changes)
    {
        var folded = string.Concat(text.Select(Fold));
        if (folded != text) changes.Add("用半角的数字和字母");
        var tidy = string.Concat(folded.Where(character => !char.IsWhiteSpace(character) && character != '\u200B'));
        if (tidy.Length != folded.Length) changes.Add("不留空格");
        return tidy;
    }

    private static char Fold(char character) =>
        character is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') ? (char)(character - 0xFEE0) : character;

    [GeneratedRegex(@"^(?<code>[\u4e00-\u9fa5A-Za-z]{2,20})(?<open>[〔［（(【﹝\[])(?<year>[0-9]{2,4})(?<suffix>年)?(?<close>[〕］）)】﹞\]])(?<ordinal>第)?(?<no>[0-9]{1,6})(?<end>号)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Ordinary();

    [GeneratedRegex(@"^(?<code>国|[\u4e00-\u9fa5]{2,20})令(?<ordinal>第)?(?<no>[0-9]{1,4}|[〇零一二三四五六七八九十百千]{1,9})(?<end>号)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Order();
}

/// <summary>读出的文号。</summary>
/// <param name="Number">规范的文号。</param>
/// <param name="Changes">改了什么，一处一句；本来就规范的没有。</param>
public sealed record DocumentNumberReading(DocumentNumber Number, ImmutableArray<string> Changes);
