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
        output.WriteLine($"{frame.Say("旧：", "Old: ")}{NameOf(old, frame)}");
        output.WriteLine($"{frame.Say("新：", "New: ")}{NameOf(@new, frame)}");
        foreach (var table in comparison.Tables)
        {
            output.WriteLine();
            output.WriteLine($"{Name(frame, table.Kind)}{Result(frame, table)}");
            foreach (var difference in table.Differences)
                output.WriteLine($"  {difference.Label}{frame.Say("：", ": ")}{Of(frame, difference.Old)} → {Of(frame, difference.New)}{(Change(difference) is { Length: > 0 } change ? frame.Say($"（{change}）", $" ({change})") : "")}");
        }

        output.WriteLine();
        output.WriteLine($"{frame.Say("结转衔接：", "Carry-over: ")}{Result(frame, comparison.CarryOver)}");
        foreach (var difference in comparison.CarryOver.Differences)
            output.WriteLine(frame.Say(
                $"  {difference.Label}：上年结转下年度 {Of(difference.Old)}，本年上年结转 {Of(difference.New)}",
                $"  {difference.Label}: carried out {Of(frame, difference.Old)}, carried in {Of(frame, difference.New)}"));
        output.WriteLine();
        output.WriteLine(frame.Say(
            "文字雷同（新报告与旧报告相同的五字词片，占较短一份的比例；相同三十字以上的段落列在下面）：",
            "Copied text (five-character pieces of the new report that are in the old one, as a share of the shorter; passages of thirty characters and more are listed):"));
        foreach (var section in comparison.Sections)
        {
            output.WriteLine($"  {section.Title}{frame.Say("：", ": ")}{(section.Containment is null ? frame.Say(Share(null), "no text to compare") : Share(section.Containment))}");
            foreach (var passage in section.Passages) output.WriteLine($"    {frame.Say("相同：", "Same: ")}{passage}");
        }
    }

    public static string NameOf(AnnualReport report, CommandFrame frame) => frame.Say(
        NameOf(report),
        $"{report.Agency ?? "(body not read)"} {(report.Year is { } year ? $"{year}" : "(year not read)")}");

    private static string Name(CommandFrame frame, TableKind kind) =>
        frame.Say($"{TableKeys.Name(kind)}：", $"Table {(kind == TableKind.Disclosure ? 2 : kind == TableKind.Requests ? 3 : 4)}: ");

    private static string Result(CommandFrame frame, TableComparison table) => frame.Say(
        Result(table),
        table.Incomparable is { } why
            ? $"not comparable (“{why}”)."
            : $"{table.Compared} cells compared, {(table.Differences.IsEmpty ? "all the same" : $"{table.Differences.Length} differ")}{(table.Unread.IsEmpty ? "" : $"; {table.Unread.Length} more could not be read on one side")}.");

    private static string Result(CommandFrame frame, CarryOver carryOver) => frame.Say(
        Result(carryOver),
        carryOver.NotAssessable is { } why ? $"not assessable (“{why}”)."
        : carryOver.Agrees ? "what last year carried out is what this year carried in."
        : "does not agree.");

    private static string Of(CommandFrame frame, Cell cell) => cell.State switch
    {
        CellState.Blank => frame.Say("空白", "blank"),
        CellState.Unread => frame.Say("读不准", "unread"),
        _ => cell.ToString(),
    };

    public static string NameOf(AnnualReport report) =>
        $"{report.Agency ?? "（机关读不准）"}{(report.Year is { } year ? $" {year}年" : "（年度读不准）")}";

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
