using System.Globalization;
using Gongkai.AnnualReports.Comparison;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Report;

/// <summary>比较结果写成文字。</summary>
internal static class ComparisonText
{
    public static void Write(CommandFrame frame, AnnualReport old, AnnualReport @new, ReportComparison comparison)
    {
        var output = frame.Output;
        output.WriteLine($"{Say("旧：", "Old: ")}{NameOf(old)}");
        output.WriteLine($"{Say("新：", "New: ")}{NameOf(@new)}");
        foreach (var table in comparison.Tables)
        {
            output.WriteLine();
            output.WriteLine($"{TableKeys.Name(table.Kind)}{Say("：", ": ")}{Result(table)}");
            foreach (var difference in table.Differences)
                output.WriteLine($"  {difference.Label}{Say("：", ": ")}{Of(difference.Old)} → {Of(difference.New)}{(Change(difference) is { Length: > 0 } change ? Say($"（{change}）", $" ({change})") : "")}");
        }

        output.WriteLine();
        output.WriteLine($"{Say("结转衔接：", "Carried over: ")}{Result(comparison.CarryOver)}");
        foreach (var difference in comparison.CarryOver.Differences)
            output.WriteLine(Say(
                $"  {difference.Label}：上年结转下年度 {Of(difference.Old)}，本年上年结转 {Of(difference.New)}",
                $"  {difference.Label}: last year carried over {Of(difference.Old)}, this year has {Of(difference.New)} from it"));
        output.WriteLine();
        output.WriteLine(Say(
            "文字雷同（新报告与旧报告相同的五字词片，占较短一份的比例；相同三十字以上的段落列在下面）：",
            "Copied text (five-character pieces of the new report that are in the old one, as a share of the shorter; passages of thirty characters and more are listed):"));
        foreach (var section in comparison.Sections)
        {
            output.WriteLine(Say($"  {section.Title}：{Share(section.Containment)}", $"  “{section.Title}”: {Share(section.Containment)}"));
            foreach (var passage in section.Passages) output.WriteLine(Say($"    相同：{passage}", $"    Same: “{passage}”"));
        }
    }

    public static string NameOf(AnnualReport report) => Say(
        $"{report.Agency ?? "（机关读不准）"}{(report.Year is { } year ? $" {year}年" : "（年度读不准）")}",
        $"{(report.Agency is { } agency ? $"“{agency}”" : "(body not read)")} {(report.Year is { } of ? $"{of}" : "(year not read)")}");

    public static string Result(TableComparison table) =>
        table.Incomparable is { } why
            ? Say($"{why}。", $"{why}.")
            : Say($"比较 {table.Compared} 格，{(table.Differences.IsEmpty ? "全部相同" : $"{table.Differences.Length} 格不同")}{(table.Unread.IsEmpty ? "" : $"；另有 {table.Unread.Length} 格有一边读不准，没有比较")}。",
                $"{table.Compared} cells compared, {(table.Differences.IsEmpty ? "all the same" : $"{table.Differences.Length} differ")}{(table.Unread.IsEmpty ? "" : $"; {table.Unread.Length} more could not be read on one side")}.");

    public static string Result(CarryOver carryOver) =>
        carryOver.NotAssessable is { } why ? Say($"不可判（{why}）。", $"not assessable ({why}).")
        : carryOver.Agrees ? Say("上年“结转下年度”与本年“上年结转”各列一致。", "what last year carried over to the next year is what this year carried over from it, in every column.")
        : Say("不一致。", "does not agree.");

    public static string Share(double? containment) =>
        containment is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0}%") : Say("没有可比的正文", "no text to compare");

    public static string Of(Cell cell) => cell.State switch
    {
        CellState.Blank => Say("空白", "blank"),
        CellState.Unread => Say("读不准", "unread"),
        _ => cell.ToString(),
    };

    /// <summary>增减，带正负号；不能相减的为空串。</summary>
    public static string Change(CellDifference difference) =>
        difference.Change is { } change ? $"{(change > 0 ? "+" : "")}{change.ToString(CultureInfo.InvariantCulture)}" : "";
}
