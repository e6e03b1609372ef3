using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules.Fees;

/// <summary>正文怎样说信息处理费。</summary>
internal enum HandlingFeeKind
{
    /// <summary>没有提到，或者提到了却看不出金额。</summary>
    NotFound,

    /// <summary>说了没有收取。</summary>
    NotCharged,

    /// <summary>说了金额，可以是0元。</summary>
    Charged,
}

/// <summary>第六部分（没有时第一部分）所说的信息处理费。国办函〔2020〕109号。</summary>
/// <param name="Amount">金额，单位元；没有说时为 0。</param>
/// <param name="Quote">所据的那句话；没有提到时为空。</param>
internal sealed partial record HandlingFee(HandlingFeeKind Kind, decimal Amount, string? Quote)
{
    private static readonly HandlingFee Nothing = new(HandlingFeeKind.NotFound, 0, null);

    private static readonly char[] SentenceEnds = ['。', '；', ';', '\n'];

    public static HandlingFee In(AnnualReport report)
    {
        foreach (var number in (ReadOnlySpan<int>)[6, 1])
            if (report.Section(number) is { } section && InText(section.Text) is { Kind: not HandlingFeeKind.NotFound } fee) return fee;
        return Nothing;
    }

    internal static HandlingFee InText(string text)
    {
        if (!text.Contains("处理费", StringComparison.Ordinal)) return Nothing;
        foreach (var sentence in text.Split(SentenceEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var plain = DocumentTitle().Replace(sentence, "").Replace(" ", "", StringComparison.Ordinal);
            if (!plain.Contains("处理费", StringComparison.Ordinal)) continue;
            if (AmountInYuan().Matches(plain) is { Count: > 0 } amounts)
            {
                var values = amounts.Select(Value).Distinct().ToList();

                // 一句里几个不同的金额（收费标准、应收与实收）：不猜是哪一个。
                return values is [var only] ? new HandlingFee(HandlingFeeKind.Charged, only, sentence) : Nothing;
            }

            if (Denial().IsMatch(plain)) return new HandlingFee(HandlingFeeKind.NotCharged, 0, sentence);
        }

        return Nothing;
    }

    private static decimal Value(Match match)
    {
        var number = decimal.Parse(match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return match.Groups["wan"].Success ? number * 10_000 : number;
    }

    [GeneratedRegex("《[^》]*》", RegexOptions.NonBacktracking)]
    private static partial Regex DocumentTitle();

    // “10元/页”是标准，不是收入。
    [GeneratedRegex("(?<number>[0-9]{1,12}(?:,[0-9]{3})*(?:\\.[0-9]{1,8})?)(?<wan>万)?元(?!/|每)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AmountInYuan();

    [GeneratedRegex("未收|没有收|无收|不收|没收|未产生|未发生|没有产生|没有发生|无信息处理费|免收|未予收", RegexOptions.NonBacktracking)]
    private static partial Regex Denial();
}
