using System.Collections.Immutable;
using Gongkai.Law.Citations;

namespace Gongkai.Law.Fees;

/// <summary>计费方式：一件申请只能选一种，不得重复计算。</summary>
public enum ChargeMode
{
    /// <summary>按件。</summary>
    Items,

    /// <summary>按量，以页计。</summary>
    Pages,
}

/// <summary>信息处理费标准：超额累进，分档计算（《条例》第四十二条，国办函〔2020〕109号）。</summary>
public static class FeeTariff
{
    /// <summary>一次能算的最大件数或页数；更大的数多半是写错了。</summary>
    public const int Largest = 100_000;

    private static readonly ImmutableArray<Band> Bands =
    [
        .. DatedTable.Read("Fees/tariff.csv").Select(row => new Band(
            new Validity(row.Date("from"), row.DateOrNone("until")),
            row.Text("mode") == "items" ? ChargeMode.Items : ChargeMode.Pages,
            row.Number("first"), row.NumberOrNone("last"), row.Number("price"), row.NumberOrNone("every"), row.NumberOrNone("increase") ?? 0)),
    ];

    private static readonly Citation Basis = LegalDocuments.FeeMeasures.Article();

    /// <summary>按件计：同一申请人一个自然月之内累计。</summary>
    /// <param name="items">这一次的件数。</param>
    /// <param name="earlier">该申请人本月此前的件数。</param>
    /// <param name="on">哪一天的标准。</param>
    public static Outcome<FeeQuote> ByItems(int items, int earlier, DateOnly on) => Quote(ChargeMode.Items, items, earlier, on);

    /// <summary>按量计：以单件申请为单位，A4 及以下幅面单面为一页，多件不累加。</summary>
    /// <param name="pages">页数。</param>
    /// <param name="on">哪一天的标准。</param>
    public static Outcome<FeeQuote> ByPages(int pages, DateOnly on) => Quote(ChargeMode.Pages, pages, 0, on);

    private static Outcome<FeeQuote> Quote(ChargeMode mode, int count, int earlier, DateOnly on)
    {
        var unit = mode == ChargeMode.Items ? Say("件数", "number of items") : Say("页数", "number of pages");
        if (count is < 0 or > Largest || earlier is < 0 or > Largest)
            return new Refusal(Say($"{unit}应在 0 到 {Largest} 之间。", $"the {unit} must be from 0 to {Largest}."));
        var bands = Bands.Where(band => band.Mode == mode && band.Validity.Covers(on)).ToImmutableArray();
        if (bands.IsEmpty) return new Refusal(Say($"{on:yyyy-MM-dd} 没有施行中的信息处理费标准。", $"no tariff of information handling fees was in force on {on:yyyy-MM-dd}."), Basis);

        ImmutableArray<FeeStep> steps = [.. bands.SelectMany(band => band.Steps(earlier + 1, earlier + count))];
        return new FeeQuote(mode, count, earlier, steps, Basis);
    }

    /// <summary>标准的一档。</summary>
    private sealed record Band(Validity Validity, ChargeMode Mode, int First, int? Last, decimal Price, int? Every, decimal Increase)
    {
        /// <summary>从第 <paramref name="from"/> 到第 <paramref name="until"/> 件（页）落在本档之内的部分，单价变一次就是一步。</summary>
        public IEnumerable<FeeStep> Steps(int from, int until)
        {
            var last = Math.Min(until, Last ?? int.MaxValue);
            for (var start = Math.Max(from, First); start <= last;)
            {
                var raises = Every is { } every ? (start - First) / every : 0;
                var end = Every is { } size ? Math.Min(last, First + ((raises + 1) * size) - 1) : last;
                yield return new FeeStep(start, end, Price + (raises * Increase));
                start = end + 1;
            }
        }
    }
}

/// <summary>信息处理费的计算结果，连同每一步。</summary>
/// <param name="Mode">计费方式。</param>
/// <param name="Count">这一次的件数或页数。</param>
/// <param name="Earlier">该申请人本月此前的件数；按量计时为 0。</param>
/// <param name="Steps">逐档的计算。</param>
/// <param name="Basis">依据。</param>
public sealed record FeeQuote(ChargeMode Mode, int Count, int Earlier, ImmutableArray<FeeStep> Steps, Citation Basis)
{
    /// <summary>应收金额，元。</summary>
    public decimal Fee => Steps.Sum(step => step.Amount);
}

/// <summary>计算的一步：第几到第几件（页），每件（页）多少元。</summary>
/// <param name="First">首件（页），含。</param>
/// <param name="Last">末件（页），含。</param>
/// <param name="Price">每件（页）的金额，元。</param>
public sealed record FeeStep(int First, int Last, decimal Price)
{
    /// <summary>本步有几件（页）。</summary>
    public int Count => Last - First + 1;

    /// <summary>本步的金额，元。</summary>
    public decimal Amount => Count * Price;
}
