using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Gongkai.AnnualReports.Drafting;

namespace Gongkai.AnnualReports.Tests.Drafting;

/// <summary>造出来的一年的登记：有的项没有登记，有的是零；别的各项的数互不相同，写错了地方看得出来。</summary>
internal static class GeneratedYears
{
    private static readonly string[] Said = ["assessments", "problems", "measures", "earlier"];

    public static Arbitrary<Dictionary<string, string>> Records { get; } =
        (from seed in Gen.Choose(0, int.MaxValue) select Create(seed)).ToArbitrary();

    /// <summary>一年的，再加它后来变成的样子。</summary>
    public static Arbitrary<(Dictionary<string, string> Before, Dictionary<string, string> Now, int Seed)> Changed { get; } =
        (from seed in Gen.Choose(0, int.MaxValue - 1) select (Create(seed), Change(seed), seed)).ToArbitrary();

    private static Dictionary<string, string> Change(int seed)
    {
        var (random, before, other) = (new Random(seed + 1), Create(seed), Create(seed + 1));
        return ProseDraft.Metrics.Select(metric => (metric, from: random.Next(3) == 0 ? other : before)).Where(one => one.from.ContainsKey(one.metric)).ToDictionary(one => one.metric, one => one.from[one.metric]);
    }

    private static Dictionary<string, string> Create(int seed)
    {
        var random = new Random(seed);
        var next = random.Next(1, 40);
        var records = new Dictionary<string, string>();
        foreach (var metric in ProseDraft.Metrics.OrderBy(_ => random.Next()))
        {
            next += random.Next(1, 300);
            if (random.Next(6) == 0) continue;
            records[metric] = Said.Contains(metric) ? $"登记的话{(char)('甲' + random.Next(2))}" : random.Next(8) == 0 ? "0" : next.ToString(CultureInfo.InvariantCulture);
        }

        return records;
    }
}
