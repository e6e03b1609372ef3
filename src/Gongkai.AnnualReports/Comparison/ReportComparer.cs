using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Comparison;

/// <summary>比较两份年报。格式相同的逐格比；格式不同的，只比口径一致的部分，其余说明不可比。</summary>
public static class ReportComparer
{
    /// <summary>相同的文字至少这么多字才列出来；公文套话常在十几字以内。</summary>
    internal const int PassageLength = 30;

    /// <summary>2019 年格式的“（六）其他处理”等于 2021 年格式的这三行之和。</summary>
    private static readonly string[] OtherRows2021 = ["otherCorrectionOverdue", "otherFeeOverdue", "otherRemaining"];

    public static ReportComparison Compare(AnnualReport old, AnnualReport @new) =>
        new(
            [.. Enum.GetValues<TableKind>().Select(kind => CompareTable(kind, old.Table(kind), @new.Table(kind)))],
            [.. Enumerable.Range(1, 6).Select(number => CompareSection(old.Section(number), @new.Section(number))).OfType<SectionComparison>()],
            CompareCarryOver(old, @new));

    private static TableComparison CompareTable(TableKind kind, ReportTable? old, ReportTable? @new)
    {
        if (old is null || @new is null)
        {
            var side = old is null ? @new is null ? Say("两份报告都", "neither report") : Say("旧报告", "the old report") : Say("新报告", "the new report");
            return new TableComparison(kind, Say($"{side}没有读到{TableKeys.Name(kind)}", $"{TableKeys.Name(kind)} was {(old is null && @new is null ? "read in " : "not read in ")}{side}"), 0, [], []);
        }

        var sameForm = old.Form.Form == @new.Form.Form;
        if (old.Form.Series != @new.Form.Series)
            return new TableComparison(kind, Say($"{old.Form.Form}年格式统计项目与增减，{@new.Form.Form}年格式统计件数，口径不同，不可比",
                $"the {old.Form.Form} form counts items and changes, the {@new.Form.Form} form counts pieces: not comparable"), 0, [], []);
        var differences = ImmutableArray.CreateBuilder<CellDifference>();
        var unread = ImmutableArray.CreateBuilder<CellPath>();
        var compared = 0;
        foreach (var row in @new.Form.Rows)
        {
            if (old.Form.Row(row.Key) is not { } before) continue;
            foreach (var column in row.Columns)
            {
                if (old[before, column].State == CellState.Unread || @new[row, column].State == CellState.Unread)
                {
                    unread.Add(@new.PathOf(row, column));
                    continue;
                }

                compared++;
                Add(differences, @new.PathOf(row, column), Label(kind, row, column), old[before, column], @new[row, column]);
            }
        }

        if (!sameForm && kind == TableKind.Requests) compared += CompareOther(old, @new, unread, differences);
        return new TableComparison(kind, null, compared, unread.ToImmutable(), differences.ToImmutable());
    }

    /// <summary>“（六）其他处理”在两种格式里一行对三行，按三行之和比。</summary>
    private static int CompareOther(ReportTable old, ReportTable @new, ImmutableArray<CellPath>.Builder unread, ImmutableArray<CellDifference>.Builder differences)
    {
        var (single, triple) = old.Form.Row("other") is null ? (@new, old) : (old, @new);
        if (single.Form.Row("other") is not { } other) return 0;
        var compared = 0;
        foreach (var column in other.Columns)
        {
            var sum = Sum(OtherRows2021.Select(key => triple.Find(key, column.Key)));
            var (before, after) = ReferenceEquals(single, old) ? (single[other, column], sum) : (sum, single[other, column]);
            var path = new CellPath(TableKind.Requests, "other", column.Key);
            if (before.State == CellState.Unread || after.State == CellState.Unread)
            {
                unread.Add(path);
                continue;
            }

            compared++;
            Add(differences, path, Say($"{other.Caption.Official}（合计）·{column.Caption.Official}", $"{other.Caption.English} (together), {column.Caption.English}"), before, after);
        }

        return compared;
    }

    private static Cell Sum(IEnumerable<Cell?> cells)
    {
        decimal total = 0;
        foreach (var cell in cells)
        {
            if (cell is not { IsNumber: true } number) return Cell.Unread();
            total += number.Value;
        }

        return Cell.Of(total);
    }

    private static void Add(ImmutableArray<CellDifference>.Builder differences, CellPath path, string label, Cell old, Cell @new)
    {
        if (old.State == @new.State && old.Value == @new.Value && (old.State != CellState.Raw || old.Printed == @new.Printed)) return;
        differences.Add(new CellDifference(path, label, old, @new, old.IsNumber && @new.IsNumber ? @new.Value - old.Value : null));
    }

    private static string Label(TableKind kind, FormRow row, FormColumn column) =>
        kind == TableKind.Requests && row.Groups.Length > 1
            ? Say($"{row.Groups[^1]}·{row.Caption.Official}·{column.Caption.Official}", $"{row.Caption.English}, {column.Caption.English}")
            : Say($"{row.Caption.Official}·{column.Caption.Official}", $"{row.Caption.English}, {column.Caption.English}");

    private static SectionComparison? CompareSection(ReportSection? old, ReportSection? @new)
    {
        if ((@new ?? old) is not { } named) return null;
        if (old is null || @new is null || old.Text.Length == 0 || @new.Text.Length == 0) return new SectionComparison(named.Number, named.Title, null, []);
        var (left, right) = (NormalisedText.Of(old.Text), NormalisedText.Of(@new.Text));
        var passages = CopiedPassages.Find(left, right, PassageLength)
            .OrderByDescending(passage => passage.Length)
            .Select(passage => @new.Text[passage.RightStart..passage.RightEnd].ReplaceLineEndings(""));
        var containment = ShingleSet.Of(old.Text).Containment(ShingleSet.Of(@new.Text));
        return new SectionComparison(@new.Number, @new.Title, containment, [.. passages]);
    }

    private static CarryOver CompareCarryOver(AnnualReport old, AnnualReport @new)
    {
        if (old.Year is null || @new.Year is null) return new CarryOver(false, Say("有一份报告的年度读不准", "the year of one report could not be read"), []);
        if (@new.Year != old.Year + 1) return new CarryOver(false, Say($"两份报告不是相邻的年度（{old.Year}、{@new.Year}）",
            $"the reports are not of neighbouring years ({old.Year}, {@new.Year})"), []);
        if (old.Requests is null || @new.Requests is null) return new CarryOver(true, Say("有一份报告没有读到表三", "Table 3 was not read in one report"), []);
        var differences = ImmutableArray.CreateBuilder<CellDifference>();
        foreach (var column in @new.Requests.Form.Row("carriedIn")!.Columns)
        {
            if (old.Requests.Find("carriedOut", column.Key) is not { IsNumber: true } left || @new.Requests.Find("carriedIn", column.Key) is not { IsNumber: true } right)
                return new CarryOver(true, Say($"“{column.Caption.Official}”列有空白或读不准的格子", $"the column {column.Caption.English} has blank or unread cells"), []);
            Add(differences, new CellPath(TableKind.Requests, "carriedIn", column.Key), Say($"上年结转·{column.Caption.Official}",
                $"carried over from the previous year, {column.Caption.English}"), left, right);
        }

        return new CarryOver(true, null, differences.ToImmutable());
    }
}
