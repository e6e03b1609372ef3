using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Aggregation;

/// <summary>混在里面的汇总数：一份报告的新收与办结恰是其余各份之和，多半是政府的汇总报告，再加一遍就重复了（AG-03）。</summary>
internal static class Subtotals
{
    public static IEnumerable<AggregationDoubt> Among(IReadOnlyList<AggregationPart> parts)
    {
        if (parts.Count < 3) return [];
        var totals = parts.Select(part => (part.Source, Received: Total(part.Report, "newlyReceived"), Processed: Total(part.Report, "totalProcessed"))).ToList();
        if (totals.Exists(total => total.Received is null || total.Processed is null)) return [];
        var (received, processed) = (totals.Sum(total => total.Received), totals.Sum(total => total.Processed));
        return totals
            .Where(total => total.Received > 0 && total.Received * 2 == received && total.Processed * 2 == processed)
            .Select(total => new AggregationDoubt(total.Source, null, Say("新收与办结恰是其余各份之和，可能已经是汇总数，请核对是否重复计入。",
                "newly received and total processed are just the sums of the other reports; this may be an aggregate already, so check whether something is counted twice.")));
    }

    private static decimal? Total(AnnualReport report, string row) => report.Requests?.Find(row, "total")?.Number;
}
