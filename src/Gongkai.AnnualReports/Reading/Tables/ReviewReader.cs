using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Flat;
using Gongkai.AnnualReports.Reading.Labels;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>读表四：标签全在表头，数据只有一行十五格。</summary>
internal static class ReviewReader
{
    private static readonly FrozenDictionary<FormId, (FormTable Table, FormTable OneRow, TableLabels Labels)> Forms =
        FormCatalogue.All.ToFrozenDictionary(form => form.Id, form => (form.Review, OneRow(form.Review), TableLabels.Of(form.Review)));

    public static TableReading? Read(FlatText text, int from, int to, int? year)
    {
        var (table, oneRow, labels) = Forms[(FormCatalogue.ForYear(year ?? 0) ?? FormCatalogue.All[^1]).Id];
        var heads = LabelFinder.FindAll(text, from, to, labels.Columns);
        if (heads.Count == 0 && text.Content.AsSpan(from, to - from).IndexOf("行政诉讼") < 0) return null;
        var reading = new TableReading(table);
        var row = new RowReading(oneRow.Rows[0], reading.Cells) { HasLabel = true };
        var values = TabularRow(text, from, to) ?? PlainRow(text, heads.Count > 0 ? heads[^1].End : from, to);
        if (values is null)
        {
            // 表头在，数据行一个数也没有印：十五格都是空白。
            if (heads.Count > 0) row.AcceptBlank(text.PlaceAt(heads[0].Start));
            row.Place = text.PlaceAt(from);
        }
        else
        {
            RowCells.Read(row, values, oneRow, [], reading.Notes);
        }

        NoteWidth(reading, text, values, heads, row);
        Distribute(reading, row);
        PrintedLabels.RecordColumns(reading, text, labels, from, values?.At ?? to);
        return reading;
    }

    /// <summary>十五格合成一行的表，三组的等式都在这一行之内。</summary>
    private static FormTable OneRow(FormTable table)
    {
        var columns = table.Rows.SelectMany(row => row.Columns.Select(column => column with { Index = row.Offset + column.Index, Key = $"{row.Key}.{column.Key}" }));
        return table with
        {
            Rows = [new FormRow(0, 0, "", table.Rows[0].Caption, null, [], false, [.. columns])],
            Sums = [.. table.Sums.Select(sum => sum with { Row = null, Left = Qualify(sum, sum.Left), Right = Qualify(sum, sum.Right) })],
        };
    }

    private static ImmutableArray<string> Qualify(FormSum sum, ImmutableArray<string> keys) => [.. keys.Select(key => $"{sum.Row}.{key}")];

    /// <summary>分了格的数据行：格子不是空白就是数，至少十格。有数的优先。</summary>
    private static ValueRow? TabularRow(FlatText text, int from, int to)
    {
        ValueRow? blank = null;
        var last = text.RowAt(Math.Max(to - 1, from));
        for (var index = text.RowAt(from); index <= last; index++)
        {
            var row = text.Rows[index];
            if (row.Kind == RowKind.Line || row.Start < from || row.End > to || row.EndPiece - row.FirstPiece < 10) continue;
            var tokens = new List<ValueToken>();
            for (var at = row.FirstPiece; at < row.EndPiece; at++)
            {
                var piece = text.Pieces[at];
                var token = new ValueToken(text, piece.Start, piece.End, piece.Row, piece.Column);
                if (!token.IsBlank && !ValueText.IsValue(token.Folded)) break;
                tokens.Add(token);
            }

            if (tokens.Count < row.EndPiece - row.FirstPiece) continue;
            var values = new ValueRow(true, tokens, row.Start, row.Place);
            if (tokens.Exists(token => !token.IsBlank)) return values;
            if (tokens.Count >= 15) blank ??= values;
        }

        return blank;
    }

    /// <summary>没有分格：表头之后的数，遇到文字为止。</summary>
    private static ValueRow? PlainRow(FlatText text, int from, int to)
    {
        var tokens = new List<ValueToken>();
        for (var index = text.FirstPieceFrom(from); index < text.Pieces.Length && text.Pieces[index].Start < to; index++)
        {
            var piece = text.Pieces[index];
            var (start, end) = (Math.Max(piece.Start, from), Math.Min(piece.End, to));
            if (start >= end) continue;
            var before = tokens.Count;
            foreach (var (first, after) in ValueRuns.In(text.Content, start, end))
                tokens.Add(new ValueToken(text, first, after, piece.Row, piece.Column));
            if (tokens.Count == before && tokens.Count > 0) break;
        }

        return tokens.Count == 0 ? null : new ValueRow(false, tokens, from, tokens[0].Place);
    }

    private static void NoteWidth(TableReading reading, FlatText text, ValueRow? values, List<FoundLabel> heads, RowReading row)
    {
        var expected = row.Row.Columns.Length;
        if (heads.Count == expected) reading.LeafColumns = expected;
        var printed = values is { Tabular: true } ? values.Tokens.Count : values?.Filled ?? HeaderWidth(text, heads);
        if (printed <= expected) return;
        var nonZero = values?.Tokens.Skip(expected).Any(token => !token.IsBlank && token.Folded is not "0") ?? false;
        var place = values?.Place ?? row.Place;
        reading.Surplus.Add(new SurplusCells(TableKind.Review, null, printed, expected, nonZero, place));
        if (!reading.Notes.Exists(note => note.Code == "extra-cells"))
            reading.Notes.Add(new Note("extra-cells", new CellPath(TableKind.Review), Say($"数据行有{printed}格，应为{expected}格；多出的是空格子。",
                $"the row of data has {printed} cells instead of {expected}; those too many are blank."), place.ToString()));
    }

    private static int HeaderWidth(FlatText text, List<FoundLabel> heads)
    {
        if (heads.Count == 0) return 0;
        var row = text.Rows[text.RowAt(heads[^1].Start)];
        return row.IsTabular ? row.EndPiece - row.FirstPiece : 0;
    }

    private static void Distribute(TableReading reading, RowReading whole)
    {
        for (var index = 0; index < reading.Notes.Count; index++)
            if (reading.Notes[index].Cell is { Row: "" }) reading.Notes[index] = reading.Notes[index] with { Cell = new CellPath(TableKind.Review) };
        foreach (var row in reading.Table.Rows)
        {
            reading.Add(new RowReading(row, reading.Cells)
            {
                HasLabel = true,
                Place = whole.Place,
                Tokens = whole.Tokens,
                IsRead = whole.IsRead,
                Candidates = whole.Candidates.Count == 0 ? [] : [.. whole.Candidates.Select(values => values[row.Offset..(row.Offset + row.Columns.Length)]).DistinctBy(RowCells.Join)],
            });
        }
    }
}
