using System.Collections.Immutable;
using System.Globalization;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Law;

namespace Gongkai.AnnualReports.Aggregation;

/// <summary>参加汇总的一份报告，和它的来处。</summary>
public sealed record AggregationPart(string Source, AnnualReport Report);

/// <summary>汇总的结果：总数，和缺了什么、什么可疑。</summary>
public sealed record Aggregate(AnnualReport Total, ImmutableArray<AggregationDoubt> Doubts);

/// <summary>汇总中的疑问：哪一份、哪一格、为什么。</summary>
/// <param name="Cell">所指的格子或表；指整份报告时为空。</param>
public sealed record AggregationDoubt(string Source, CellPath? Cell, string Message);

/// <summary>把许多机关的年报逐格相加，成为一个总数。缺一格就没有这一格的总数：空白不是零。</summary>
public static class ReportAggregation
{
    /// <param name="parts">各机关的报告；同一机关只计一次。</param>
    /// <param name="agency">总数归于哪个机关；不给时为空。</param>
    /// <returns>总数与疑问；年度不同的报告不能相加，给出一句说明。</returns>
    public static Outcome<Aggregate> Merge(IReadOnlyList<AggregationPart> parts, string? agency)
    {
        if (parts.Count == 0) return new Refusal(Say("没有可以汇总的报告。", "there are no reports to add up."));
        var years = parts.Select(part => part.Report.Year).OfType<int>().Distinct().Order().ToList();
        if (years.Count > 1) return new Refusal(Say($"各报告的年度不同（{string.Join("、", years)}），不能相加。",
            $"the reports are of different years ({Join('、', years.Select(year => $"{year}"))}) and cannot be added up."));

        var doubts = ImmutableArray.CreateBuilder<AggregationDoubt>();
        foreach (var part in parts.Where(part => part.Report.Year is null))
            doubts.Add(new AggregationDoubt(part.Source, null, Say("年度读不准，按其他报告的年度计入。", "its year could not be read; it was counted as of the others' year.")));
        var counted = WithoutRepeats(parts, doubts);
        doubts.AddRange(Subtotals.Among(counted));
        var notes = new List<Note>();
        var disclosure = Add(TableKind.Disclosure, counted, doubts, notes);
        var requests = Add(TableKind.Requests, counted, doubts, notes);
        var review = Add(TableKind.Review, counted, doubts, notes);
        return new Aggregate(
            new AnnualReport
            {
                Sections = [.. FormCatalogue.Form2021.Sections.Select(section => new ReportSection(section.Number, section.Caption.Official, [], default))],
                Title = years.Count == 1 && agency is not null ? $"{agency}{years[0]}年政府信息公开工作年度报告" : null,
                Agency = agency,
                Year = years.Count == 1 ? years[0] : null,
                Disclosure = disclosure,
                Requests = requests,
                Review = review,
                Notes = [.. doubts.Select(doubt => new Note(NoteCodes.MergeDoubt, doubt.Cell, Say($"{doubt.Source}：{doubt.Message}", $"{doubt.Source}: {doubt.Message}"), null)), .. notes],
            },
            doubts.ToImmutable());
    }

    /// <summary>同一机关出现两次，只计第一次：重复相加比缺一份更难发现。</summary>
    private static List<AggregationPart> WithoutRepeats(IReadOnlyList<AggregationPart> parts, ImmutableArray<AggregationDoubt>.Builder doubts)
    {
        var kept = new List<AggregationPart>(parts.Count);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (part.Report.Agency is { } agency && !first.TryAdd(agency, part.Source))
            {
                doubts.Add(new AggregationDoubt(part.Source, null, Say($"与 {first[agency]} 同是{agency}的报告，没有重复计入。",
                    $"it is a report of “{agency}” like {first[agency]} and was not counted twice.")));
                continue;
            }

            if (part.Report.Agency is null) doubts.Add(new AggregationDoubt(part.Source, null, Say("机关名称读不准，无法判断是否重复，已计入。",
                "the body's name could not be read, so it is unknown whether it is there twice; it was counted.")));
            kept.Add(part);
        }

        return kept;
    }

    private static ReportTable? Add(TableKind kind, List<AggregationPart> parts, ImmutableArray<AggregationDoubt>.Builder doubts, List<Note> notes)
    {
        var tables = new List<(string Source, ReportTable Table)>();
        foreach (var part in parts)
        {
            if (part.Report.Table(kind) is { } table) tables.Add((part.Source, table));
            else doubts.Add(new AggregationDoubt(part.Source, new CellPath(kind), Say($"没有读到{TableKeys.Name(kind)}。", $"{TableKeys.Name(kind)} was not read.")));
        }

        if (tables.Count == 0) return null;
        // 有一份没有这张表，或者用的格式不同，各格就都没有总数：不全的总数比没有总数更误事。
        var forms = tables.Select(table => table.Table.Form.Form).Distinct().ToList();
        if (forms.Count > 1 && kind != TableKind.Review)
        {
            // 用得最多的格式当作本次汇总的格式，其余的不加进来，免得把项目数和件数加在一起。
            var usual = tables.GroupBy(table => table.Table.Form.Form).MaxBy(group => group.Count())!.Key;
            foreach (var (source, table) in tables.Where(table => table.Table.Form.Form != usual))
                doubts.Add(new AggregationDoubt(source, new CellPath(kind), Say($"{TableKeys.Name(kind)}用的是{table.Form.Form}年格式，与其余的{usual}年格式口径不同，没有计入。",
                    $"{TableKeys.Name(kind)} is in the {table.Form.Form} form, which counts differently from the {usual} form of the others; it was not counted.")));
            tables.RemoveAll(table => table.Table.Form.Form != usual);
        }

        return AddCells(tables, parts.Count - tables.Count, doubts, notes);
    }

    private static ReportTable AddCells(List<(string Source, ReportTable Table)> tables, int absent, ImmutableArray<AggregationDoubt>.Builder doubts, List<Note> notes)
    {
        var form = tables[0].Table.Form;
        var cells = new Cell[ReportTable.CellCount(form)];
        foreach (var row in form.Rows)
        {
            foreach (var column in row.Columns)
            {
                decimal total = 0;
                var lacking = absent;
                foreach (var (source, table) in tables)
                {
                    var cell = table[row, column];
                    total += cell.Value;
                    if (cell.IsNumber) continue;
                    lacking++;
                    var state = cell.State switch { CellState.Blank => Say("空白", "blank"), CellState.Raw => $"“{cell.Printed}”", _ => Say("读不准", "unread") };
                    doubts.Add(new AggregationDoubt(source, table.PathOf(row, column), Say($"{row.Caption.Official}·{column.Caption.Official}：{state}，不能相加。",
                        $"{row.Caption.English}, {column.Caption.English}: {state}, cannot be added up.")));
                }

                var at = row.Offset + column.Index;
                cells[at] = lacking == 0 ? Cell.Of(total) : Cell.Unread();
                if (lacking > 0)
                    notes.Add(new Note(NoteCodes.MergeMissing, new CellPath(form.Kind, row.Key, column.Key), Say($"有{lacking}份没有这一格的数，已知部分合计{total.ToString(CultureInfo.InvariantCulture)}。",
                        $"{lacking} reports have no number in this cell; those known add up to {total.ToString(CultureInfo.InvariantCulture)}."), null));
            }
        }

        return new ReportTable(form, cells);
    }
}
