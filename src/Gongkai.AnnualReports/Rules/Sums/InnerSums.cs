using System.Collections.Immutable;
using System.Text;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules.Sums;

/// <summary>表内勾稽的检查：所有等式同一个算法，关系写在格式文件里。</summary>
internal static class InnerSums
{
    /// <summary>左右都有几项的等式（第一项加第二项等于第三项加第四项）。</summary>
    public static Func<CheckContext, IEnumerable<Verdict>> Balance(string rule, TableKind kind) =>
        context => Check(context.Report.Table(kind), kind, rule, (equation, left, right, _, _) => Say($"{equation.Line}列不勾稽：{left}≠{right}",
            $"column {equation.Line} does not balance: {left}≠{right}"));

    /// <summary>右边只有合计一项的等式；<paramref name="of"/> 把行名或列名说成一句话的开头，例如“自然人列办理结果总计”。</summary>
    public static Func<CheckContext, IEnumerable<Verdict>> Total(string rule, TableKind kind, Func<Bilingual, string> of) =>
        context => Check(context.Report.Table(kind), kind, rule, (equation, left, _, sum, printed) =>
            left == CellNames.Number(sum)
                ? Say($"{of(equation.Line)}应为{CellNames.Number(sum)}，表中为{CellNames.Number(printed)}",
                    $"{of(equation.Line)} should be {CellNames.Number(sum)}; the table says {CellNames.Number(printed)}")
                : Say($"{of(equation.Line)}应为{CellNames.Number(sum)}（{left}），表中为{CellNames.Number(printed)}",
                    $"{of(equation.Line)} should be {CellNames.Number(sum)} ({left}); the table says {CellNames.Number(printed)}"));

    private delegate string Message(SumEquation equation, string left, string right, decimal leftSum, decimal rightSum);

    private static IEnumerable<Verdict> Check(ReportTable? table, TableKind kind, string rule, Message message)
    {
        if (table is null)
        {
            yield return Verdict.NotAssessable(Say($"没有找到{TableKeys.Name(kind)}", $"{TableKeys.Name(kind)} was not found"));
            yield break;
        }

        if (AllHold(table, rule)) yield break;
        var open = new Doubts();
        foreach (var equation in SumEquation.Of(table.Form.Form, rule))
        {
            if (!TrySum(table, equation.Left, ref open, out var left) | !TrySum(table, equation.Right, ref open, out var right))
            {
                open.Equations++;
                continue;
            }

            if (left != right)
                yield return new Broken(message(equation, Terms(table, equation.Left), Terms(table, equation.Right), left, right), Paths(table, equation));
        }

        if (open.Equations > 0) yield return Verdict.NotAssessable(open.Why(kind, SumEquation.Of(table.Form.Form, rule).Length));
    }

    /// <summary>各格都是整数，而且各个等式都成立：绝大多数表到此为止。</summary>
    private static bool AllHold(ReportTable table, string rule)
    {
        var counts = table.Counts;
        if (counts.IsEmpty) return false;
        foreach (var equation in SumEquation.Of(table.Form.Form, rule))
            if (Sum(counts, equation.Left) != Sum(counts, equation.Right)) return false;
        return true;

        static int Sum(ReadOnlySpan<int> counts, ImmutableArray<int> indices)
        {
            var sum = 0;
            foreach (var index in indices) sum += counts[index];
            return sum;
        }
    }

    private static bool TrySum(ReportTable table, ImmutableArray<int> indices, ref Doubts open, out decimal sum)
    {
        sum = 0;
        var cells = table.Cells;
        var whole = true;
        foreach (var index in indices)
        {
            ref readonly var cell = ref cells[index];
            if (cell.IsNumber)
            {
                sum += cell.Value;
                continue;
            }

            whole = false;
            if (cell.State == CellState.Blank) open.Blank = true;
            else if (cell.State == CellState.Raw) open.Raw = true;
            else open.Unread = true;
        }

        return whole;
    }

    /// <summary>各项写成加式，零省去；一项不剩时写 0。两项的等式零也照写，好与表格对照。</summary>
    private static string Terms(ReportTable table, ImmutableArray<int> indices)
    {
        var text = new StringBuilder();
        foreach (var index in indices)
        {
            var value = table.Cells[index].Value;
            if (value == 0 && indices.Length > 2) continue;
            if (text.Length > 0) text.Append('+');
            text.Append(value < 0 ? $"({CellNames.Number(value)})" : CellNames.Number(value));
        }

        return text.Length == 0 ? "0" : text.ToString();
    }

    /// <summary>所涉的格子：先是合计一边（最可能写错的），再是另一边不为零的各项；两项的等式全列。</summary>
    private static ImmutableArray<CellPath> Paths(ReportTable table, SumEquation equation)
    {
        var paths = ImmutableArray.CreateBuilder<CellPath>();
        foreach (var index in equation.Right) paths.Add(table.PathAt(index));
        foreach (var index in equation.Left)
            if (equation.Left.Length <= 2 || table.Cells[index].Value != 0) paths.Add(table.PathAt(index));
        return paths.DrainToImmutable();
    }

    /// <summary>不能计算的等式有几个，因为什么。</summary>
    private struct Doubts
    {
        public int Equations;
        public bool Blank;
        public bool Raw;
        public bool Unread;

        public readonly string Why(TableKind kind, int all)
        {
            List<string> reasons = [];
            if (Blank) reasons.Add(Say("含空白", "blank cells"));
            if (Raw) reasons.Add(Say("含非数字", "cells that hold no number"));
            if (Unread) reasons.Add(Say("有格子读不准", "cells that could not be read for certain"));
            var extent = Equations == all ? "" : Say($"{all}个等式中有{Equations}个无法计算，", $"{Equations} of {all} equations cannot be worked out because of ");
            return Say($"{TableKeys.Name(kind)}{extent}{string.Join('、', reasons)}", $"{TableKeys.Name(kind)}: {extent}{Join('、', reasons)}");
        }
    }
}
