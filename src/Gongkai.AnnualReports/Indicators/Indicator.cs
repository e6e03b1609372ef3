using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Indicators;

/// <summary>指标：年报的一格，或者由几格算出来的比率。</summary>
/// <param name="Key">代码，写在网址和接口里：格子是它的地址（<c>requests.granted.total</c>），算出来的是 <c>share.granted</c> 一类。</param>
/// <param name="Caption">名称。</param>
/// <param name="Group">归在哪一组，供挑选。</param>
/// <param name="Definition">怎样算，一两句话。</param>
/// <param name="Unit">单位：件、项、万元、%。</param>
public sealed record Indicator(string Key, string Caption, string Group, string Definition, string Unit)
{
    /// <summary>分子是哪几格之和；格式里没有的为空，那样的报告不计。</summary>
    internal Func<TableSet, ImmutableArray<int>?> Numerator { get; init; } = _ => null;

    /// <summary>分母是哪几格之和；不是比率的没有分母。</summary>
    internal Func<TableSet, ImmutableArray<int>?>? Denominator { get; init; }

    /// <summary>分母里要减去的几格。</summary>
    internal Func<TableSet, ImmutableArray<int>?>? Less { get; init; }

    /// <summary>比率乘以几：百分数是 100。</summary>
    internal int Scale { get; init; } = 1;

    /// <summary>不从格子来，由报告的情况判定的；判不出的为空。</summary>
    internal Func<ReportFact, bool?>? Judge { get; init; }

    /// <summary>可比的一组：同一组的各年可以连成线，不同的不可比。</summary>
    internal Func<TableSet, string> Series { get; init; } = _ => "";

    /// <summary>是不是比率：几个机关合起来的，是分子之和除以分母之和，不是各比率的平均。</summary>
    public bool IsRatio => Denominator is not null || Judge is not null;

    /// <summary>来自哪张表；算出来的可能不止一张，为空。</summary>
    public TableKind? Table { get; init; }
}
