using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Gongkai.Services.Publication;

/// <summary>从一段话里挑出可以拿去检索的词：书名号里的题目、文号，其余去掉套话、按标点与年份断开；长的再取几截，整截没有的也查得到。</summary>
internal static partial class SearchPhrases
{
    /// <summary>至多挑几个：一个词查一次。</summary>
    public const int Most = 12;

    private const int Shortest = 3, Longest = 30, Window = 4;

    /// <summary>挑出的词，要紧的在前；挑不出的是空的。</summary>
    public static ImmutableArray<string> Of(string text)
    {
        var pieces = Breaks().Split(Opening().Replace(text, "，")).Select(piece => piece.Trim()).Where(piece => piece.Length >= Shortest).ToList();
        return
        [
            .. Exact().Matches(text).Select(match => match.Groups["title"].Success ? match.Groups["title"].Value : match.Value)
                .Concat(pieces).Concat(pieces.SelectMany(Parts))
                .Select(phrase => phrase.Length > Longest ? phrase[..Longest] : phrase).Distinct(StringComparer.Ordinal).Take(Most),
        ];
    }

    private static IEnumerable<string> Parts(string piece)
    {
        for (var from = 0; piece.Length > Window && from + Window <= piece.Length; from += Window / 2) yield return piece.Substring(from, Window);
    }

    [GeneratedRegex(@"《(?<title>[^《》\n]{2,60})》|[\u4e00-\u9fa5]{2,20}〔[0-9]{4}〕[0-9]{1,5}号", RegexOptions.NonBacktracking)]
    private static partial Regex Exact();

    [GeneratedRegex(@"(我|本人|本单位|本公司|现)?(特|拟)?(申请|请求|希望|要求|请)(公开|获取|提供|查询|查阅|了解|告知)?", RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(@"[\s\p{P}\p{S}0-9年月的和与及或等]+|关于|有关|相关|全部|所有|情况|材料|信息|文件", RegexOptions.NonBacktracking)]
    private static partial Regex Breaks();
}
