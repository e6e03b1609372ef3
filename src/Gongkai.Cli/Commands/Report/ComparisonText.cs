using System.Globalization;
using Gongkai.AnnualReports.Comparison;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.Cli.Commands.Report;

/// <summary>比较结果写成文字。</summary>
internal static class ComparisonText
{
    public static void Write(TextWriter output, AnnualReport old, AnnualReport @new, ReportComparison comparison)
    {
        output.WriteLine($"旧：{NameOf(old)}");
        output.WriteLine($"新：{NameOf(@new)}");
        foreach (var table in comparison.Tables)
        {
            output.WriteLine();
            output.WriteLine(Summary(table));
            foreach (var difference in table.Differences)
                output.WriteLine($"  {difference.Label}：{Of(difference.Old)} → {Of(difference.New)}{(Change(difference) is { Length: > 0 } change ? $"（{change}）" : "")}");
        }

        output.WriteLine();
        output.WriteLine($"结转衔接：{Result(comparison.CarryOver)}");
        foreach (var difference in comparison.CarryOver.Differences)
            output.WriteLine($"  {difference.Label}：上年结转下年度 {Of(difference.Old)}，本年上年结转 {Of(difference.New)}");
        output.WriteLine();
        output.WriteLine("文字雷同（新报告与旧报告相同的五字词片，占较短一份的比例；相同三十字以上的段落列在下面）：");
        foreach (var section in comparison.Sections)
        {
            output.WriteLine($"  {section.Title}：{Share(section.Containment)}");
            foreach (var passage in section.Passages) output.WriteLine($"    相同：{passage}");
        }
    }

    public static string NameOf(AnnualReport report) =>
        $"{report.Agency ?? "（机关读不准）"}{(report.Year is { } year ? $" {year}年" : "（年度读不准）")}";

    public static string Summary(TableComparison table) => $"{TableKeys.Name(table.Kind)}：{Result(table)}";

    public static string Result(TableComparison table) =>
        table.Incomparable is { } why
            ? $"{why}。"
            : $"比较 {table.Compared} 格，{(table.Differences.IsEmpty ? "全部相同" : $"{table.Differences.Length} 格不同")}{(table.Unread.IsEmpty ? "" : $"；另有 {table.Unread.Length} 格有一边读不准，没有比较")}。";

    public static string Result(CarryOver carryOver) =>
        carryOver.NotAssessable is { } why ? $"不可判（{why}）。"
        : carryOver.Agrees ? "上年“结转下年度”与本年“上年结转”各列一致。"
        : "不一致。";

    public static string Share(double? containment) =>
        containment is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0}%") : "没有可比的正文";

    public static string Of(Cell cell) => cell.State switch
    {
        CellState.Blank => "空白",
        CellState.Unread => "读不准",
        _ => cell.ToString(),
    };

    /// <summary>增减，带正负号；不能相减的为空串。</summary>
    public static string Change(CellDifference difference) =>
        difference.Change is { } change ? $"{(change > 0 ? "+" : "")}{change.ToString(CultureInfo.InvariantCulture)}" : "";
}
