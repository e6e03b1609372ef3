using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Flat;
using Gongkai.AnnualReports.Reading.Labels;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>记下印出来的标签，供结构类规则对照。</summary>
internal static class PrintedLabels
{
    public static void Record(TableReading reading, FlatText text, TableLabels labels, List<FoundLabel> found, int from)
    {
        var end = 0;
        foreach (var label in found)
        {
            if (label.Pattern.Role != LabelRole.Row) continue;
            Add(reading, text, label, LabelRole.Row);
            end = label.End;
        }

        RecordColumns(reading, text, labels, from, end);
    }

    /// <summary>列标签在同一块里只记一次；折成几截、拼不起来的不记，免得错怪。</summary>
    public static void RecordColumns(TableReading reading, FlatText text, TableLabels labels, int from, int to)
    {
        if (to <= from) return;
        Span<bool> seen = stackalloc bool[LabelIndex.Count];
        foreach (var label in LabelFinder.FindAll(text, from, to, labels.Columns))
        {
            ref var before = ref seen[LabelIndex.NumberOf(label.Pattern.Core)];
            if (before) continue;
            before = true;
            Add(reading, text, label, LabelRole.Column);
        }
    }

    private static void Add(TableReading reading, FlatText text, FoundLabel label, LabelRole role)
    {
        var (row, official) = (text.RowAt(label.Start), label.Pattern.Official);
        var printed = text.Original(row, label.Start, label.End).Trim();
        // 照格式印的占绝大多数，不必各留一份。
        reading.Labels.Add(new PrintedLabel(role, label.Pattern.Path!, printed.SequenceEqual(official) ? official : printed.ToString(), official, label.Match, text.Rows[row].Place));
    }
}
