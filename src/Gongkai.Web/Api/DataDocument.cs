using Gongkai.AnnualReports.Indicators;

namespace Gongkai.Web.Api;

/// <summary>接口给的一张表。</summary>
/// <param name="Title">表题。</param>
/// <param name="Indicator">指标与口径；自选的表没有。</param>
/// <param name="Warning">外来数据的说明；本站公布的没有。</param>
/// <param name="Columns">各列。</param>
/// <param name="Rows">各行，键是列的代码；没有数的是 null。</param>
/// <param name="Notes">哪里不可比，哪里没有数。</param>
internal sealed record DataDocument(
    string Title, IndicatorDocument? Indicator, string? Warning, IReadOnlyList<DataColumnDocument> Columns, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, IReadOnlyList<string> Notes)
{
    public static DataDocument Of(DataView view, Indicator? indicator, string? warning) => new(
        view.Title, indicator is null ? null : IndicatorDocument.Of(indicator), warning, [.. view.Columns.Select(column => new DataColumnDocument(column.Key, column.Caption))],
        [.. view.Rows.Select(row => row.Select((value, at) => (view.Columns[at].Key, Value: value.Text ?? (object?)(value.Number is { } number ? (decimal)Math.Round(number, 6) : null))).ToDictionary(pair => pair.Key, pair => pair.Value))],
        view.Notes);
}

/// <summary>接口给的一列。</summary>
internal sealed record DataColumnDocument(string Key, string Caption);

/// <summary>接口给的一个指标。</summary>
/// <param name="Ratio">是不是比率：是的，几个机关合起来的是分子之和除以分母之和。</param>
internal sealed record IndicatorDocument(string Key, string Caption, string Group, string Definition, string Unit, bool Ratio)
{
    public static IndicatorDocument Of(Indicator indicator) => new(indicator.Key, indicator.Caption, indicator.Group, indicator.Definition, indicator.Unit, indicator.IsRatio);
}
