using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Indicators;

/// <summary>由几格算出来的指标。办理结果按格式里的大类取行，新格式在大类里加行，随之算进去。</summary>
internal static class DerivedIndicators
{
    private const string Group = "算出来的";

    private const string Requests = "，几个机关合起来的是分子之和除以分母之和。";

    private static readonly ImmutableArray<string> Remedies = ["reconsideration", "directLitigation", "litigationAfterReconsideration"];

    public static ImmutableArray<Indicator> All { get; } =
    [
        Share("granted", "公开率", "（一）予以公开与（二）部分公开之和，占本年度办理结果（七）总计的百分数", ["（一）予以公开", "（二）部分公开"]),
        Share("refused", "不予公开率", "（三）不予公开各行之和，占本年度办理结果（七）总计的百分数", ["（三）不予公开"]),
        Share("unavailable", "无法提供率", "（四）无法提供各行之和，占本年度办理结果（七）总计的百分数", ["（四）无法提供"]),
        Share("notProcessed", "不予处理率", "（五）不予处理各行之和，占本年度办理结果（七）总计的百分数", ["（五）不予处理"]),
        new("share.carriedOut", "结转率", Group, "结转下年度继续办理的，占本年新收与上年结转之和的百分数" + Requests, "%")
        {
            Numerator = tables => Totals(tables, "carriedOut"), Denominator = tables => Totals(tables, "newlyReceived", "carriedIn"), Scale = 100, Table = TableKind.Requests,
        },
        new("share.naturalPerson", "自然人申请的占比", Group, "本年新收里自然人提出的，占本年新收总计的百分数" + Requests, "%")
        {
            Numerator = tables => tables.At(TableKind.Requests, "newlyReceived", "naturalPerson") is { } at ? [at] : null, Denominator = tables => Totals(tables, "newlyReceived"), Scale = 100, Table = TableKind.Requests,
        },
        new("rate.remedies", "每百件办结的复议诉讼", Group, "表四行政复议、行政诉讼的总计之和，除以本年度办理结果（七）总计，乘以一百" + Requests, "件")
        {
            Numerator = tables => Review(tables, "total"), Denominator = tables => Totals(tables, "totalProcessed"), Scale = 100,
        },
        new("share.corrected", "复议诉讼的纠正率", Group, "表四结果纠正之和，占已经审结的（总计减去尚未审结）的百分数" + Requests, "%")
        {
            Numerator = tables => Review(tables, "corrected"), Denominator = tables => Review(tables, "total"), Less = tables => Review(tables, "pending"), Scale = 100, Table = TableKind.Review,
        },
        new("published.onTime", "按时公布率", Group, "在法定期限以内公布的报告的百分数：部门和乡镇在次年一月三十一日以前，县级以上政府在三月三十一日以前；不知道何时公布、判不出层级的不计。", "%")
        {
            Numerator = _ => [], Judge = fact => fact.OnTime, Scale = 100,
        },
    ];

    private static Indicator Share(string key, string caption, string definition, ImmutableArray<string> categories) => new($"share.{key}", caption, Group, definition + Requests, "%")
    {
        Numerator = tables => Join(categories.Select(tables.Outcomes)), Denominator = tables => Totals(tables, "totalProcessed"), Scale = 100, Table = TableKind.Requests,
    };

    private static ImmutableArray<int>? Totals(TableSet tables, params ReadOnlySpan<string> rows)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        foreach (var row in rows)
        {
            if (tables.At(TableKind.Requests, row, "total") is not { } at) return null;
            found.Add(at);
        }

        return found.ToImmutable();
    }

    private static ImmutableArray<int>? Review(TableSet tables, string column) =>
        Join(Remedies.Select(row => tables.At(TableKind.Review, row, column) is { } at ? (ImmutableArray<int>?)[at] : null));

    private static ImmutableArray<int>? Join(IEnumerable<ImmutableArray<int>?> parts)
    {
        var all = parts.ToList();
        return all.TrueForAll(part => part is not null) ? [.. all.SelectMany(part => part!.Value)] : null;
    }
}
