using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Rules;

namespace Gongkai.AnnualReports.Indicators;

/// <summary>指标目录：各种格式的每一格，和由它们算出来的几项。加了新格式，目录随之多出它的各格。</summary>
public sealed class IndicatorCatalogue
{
    /// <summary>没有选指标时看的：本年新收的总计。</summary>
    public const string Default = "requests.newlyReceived.total";

    private readonly FrozenDictionary<string, Indicator> _byKey;

    private IndicatorCatalogue(ImmutableArray<Indicator> all)
    {
        All = all;
        _byKey = all.ToFrozenDictionary(indicator => indicator.Key, StringComparer.Ordinal);
    }

    /// <summary>全部指标：算出来的在前，然后照格式的次序各格。</summary>
    public ImmutableArray<Indicator> All { get; }

    /// <summary>按代码；没有的为空。</summary>
    public Indicator? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>这几种格式的指标。</summary>
    public static IndicatorCatalogue Of(IReadOnlyCollection<Form> forms)
    {
        // 各种格式都可比的表，不必分组。
        var alike = Enum.GetValues<TableKind>().Where(kind => forms.Select(form => form.Table(kind).Series).Distinct().Count() == 1).ToHashSet();
        return new IndicatorCatalogue(
        [
            .. DerivedIndicators.All,
            .. forms.Reverse().SelectMany(form => Enum.GetValues<TableKind>().Select(form.Table))
                .SelectMany(table => table.Rows.SelectMany(row => row.Columns.Select(column => OfCell(table, row, column, alike.Contains(table.Kind)))))
                .DistinctBy(indicator => indicator.Key).OrderBy(indicator => indicator.Table),
        ]);
    }

    private static Indicator OfCell(FormTable table, FormRow row, FormColumn column, bool alike)
    {
        var (path, name) = (new CellPath(table.Kind, row.Key, column.Key), CellNames.Row(row));
        var isTotal = column.Key == "total";
        return new Indicator(
            path.ToString(), isTotal ? name : $"{name}·{column.Caption.Official}",
            table.Kind == TableKind.Requests ? $"表三 {column.Caption.Official}" : table.Kind == TableKind.Disclosure ? "表二 主动公开" : "表四 复议诉讼",
            $"{TableKeys.Name(table.Kind)}“{row.Caption.Official}”的“{column.Caption.Official}”一格，照年报上印的数；空白、读不准、印着文字的不计，也不当作零。",
            UnitOf(column))
        {
            Table = table.Kind,
            Numerator = tables => tables.At(path) is { } at ? [at] : null,
            Series = alike ? _ => "" : tables => tables.Table(table.Kind)?.Series.Value ?? "",
        };
    }

    private static string UnitOf(FormColumn column) => column.Figure switch
    {
        FigureKind.Amount => "万元",
        FigureKind.Change => "项",
        _ => column.Caption.Official.Contains("项目", StringComparison.Ordinal) ? "项" : "件",
    };
}
