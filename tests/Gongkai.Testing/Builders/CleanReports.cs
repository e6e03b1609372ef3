using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents;

namespace Gongkai.Testing.Builders;

/// <summary>虚构的澄浦市文化和旅游局的报告：两种格式，各有本年与上年，前后衔接。</summary>
internal static class CleanReports
{
    private const string Agency = "澄浦市文化和旅游局";

    private static readonly Dictionary<string, decimal[]> ThisRequests = new(StringComparer.Ordinal)
    {
        ["newlyReceived"] = [12, 3, 0, 0, 1, 0, 16],
        ["carriedIn"] = [1, 0, 0, 0, 0, 0, 1],
        ["granted"] = [6, 2, 0, 0, 1, 0, 9],
        ["partlyGranted"] = [2, 0, 0, 0, 0, 0, 2],
        ["refusedThirdPartyRights"] = [1, 0, 0, 0, 0, 0, 1],
        ["unavailableNotHeld"] = [2, 1, 0, 0, 0, 0, 3],
        ["unavailableNeedsCreation"] = [1, 0, 0, 0, 0, 0, 1],
        ["totalProcessed"] = [12, 3, 0, 0, 1, 0, 16],
        ["carriedOut"] = [1, 0, 0, 0, 0, 0, 1],
    };

    private static readonly Dictionary<string, decimal[]> PreviousRequests = new(StringComparer.Ordinal)
    {
        ["newlyReceived"] = [7, 2, 0, 0, 0, 1, 10],
        ["granted"] = [4, 1, 0, 0, 0, 1, 6],
        ["partlyGranted"] = [1, 0, 0, 0, 0, 0, 1],
        ["unavailableNotHeld"] = [1, 1, 0, 0, 0, 0, 2],
        ["totalProcessed"] = [6, 2, 0, 0, 0, 1, 9],
        ["carriedOut"] = [1, 0, 0, 0, 0, 0, 1],
    };

    private static readonly Dictionary<string, decimal[]> ThisReview = new(StringComparer.Ordinal)
    {
        ["reconsideration"] = [1, 0, 0, 1, 2],
        ["litigationAfterReconsideration"] = [1, 0, 0, 0, 1],
    };

    private static readonly Dictionary<string, decimal[]> PreviousReview = new(StringComparer.Ordinal) { ["reconsideration"] = [1, 0, 0, 0, 1] };

    private static readonly Dictionary<string, decimal[]> ThisDisclosure2021 = new(StringComparer.Ordinal)
    {
        ["normativeDocuments"] = [3, 1, 14],
        ["licences"] = [26],
        ["penalties"] = [9],
        ["coercions"] = [2],
    };

    private static readonly Dictionary<string, decimal[]> PreviousDisclosure2021 = new(StringComparer.Ordinal)
    {
        ["normativeDocuments"] = [2, 0, 12],
        ["licences"] = [31],
        ["penalties"] = [14],
        ["coercions"] = [1],
    };

    private static readonly Dictionary<string, decimal[]> ThisDisclosure2019 = new(StringComparer.Ordinal)
    {
        ["normativeDocuments"] = [3, 3, 14],
        ["licences"] = [8, 1, 26],
        ["otherServices"] = [5, 0, 41],
        ["penalties"] = [27, -1, 9],
        ["coercions"] = [4, 0, 2],
        ["procurement"] = [5, 318.62m],
    };

    private static readonly Dictionary<string, decimal[]> PreviousDisclosure2019 = new(StringComparer.Ordinal)
    {
        ["normativeDocuments"] = [2, 2, 11],
        ["licences"] = [7, 1, 31],
        ["otherServices"] = [5, 0, 38],
        ["penalties"] = [27, 0, 14],
        ["coercions"] = [4, 0, 1],
        ["procurement"] = [4, 205.3m],
    };

    public static ReportBuilder Of(Form form, bool previous)
    {
        var is2021 = form.Id == FormId.Form2021;
        var year = (is2021 ? 2023 : 2020) - (previous ? 1 : 0);
        var disclosure = (is2021, previous) switch
        {
            (true, false) => ThisDisclosure2021,
            (true, true) => PreviousDisclosure2021,
            (false, false) => ThisDisclosure2019,
            (false, true) => PreviousDisclosure2019,
        };
        var builder = new ReportBuilder()
            .Agency(Agency)
            .Year(year)
            .Title($"{Agency}{year}年政府信息公开工作年度报告")
            .Table(TableKind.Disclosure, Fill(form.Disclosure, disclosure))
            .Table(TableKind.Requests, Fill(form.Requests, previous ? PreviousRequests : ThisRequests))
            .Table(TableKind.Review, Fill(form.Review, previous ? PreviousReview : ThisReview))
            .Printed(_ => new PrintedForm(Labels(form), [], [], 15))
            .SignedBy(Agency, new DateOnly(year + 1, 1, previous ? 18 : 22));
        return previous ? CleanProse.WritePrevious(builder, form, year) : CleanProse.Write(builder, form, year);
    }

    /// <summary>填表，没有列出的行填零；每格记下出处。</summary>
    private static ReportTable Fill(FormTable form, Dictionary<string, decimal[]> rows)
    {
        var cells = new Cell[ReportTable.CellCount(form)];
        foreach (var row in form.Rows)
        {
            var values = rows.GetValueOrDefault(row.Key);
            foreach (var column in row.Columns)
                cells[row.Offset + column.Index] = Cell.Of(values?[column.Index] ?? 0, new Place(Table: (int)form.Kind + 1, Row: row.Index + 1, Column: column.Index + 1));
        }

        return new ReportTable(form, cells);
    }

    internal static List<PrintedLabel> Labels(Form form)
    {
        List<PrintedLabel> labels = [.. form.Sections.Select(section => Exact(LabelRole.Section, $"{section.Number}", section.Caption))];
        foreach (var table in new[] { form.Disclosure, form.Requests, form.Review })
        {
            // 同一个列名在一张表里只记一次，键取第一处。
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var row in table.Rows)
            {
                labels.Add(Exact(LabelRole.Row, $"{table.Key}.{row.Key}", row.Caption));
                foreach (var column in row.Columns)
                    if (seen.Add(column.Caption.Official)) labels.Add(Exact(LabelRole.Column, $"{table.Key}.{row.Key}.{column.Key}", column.Caption));
            }
        }

        if (form.Id != FormId.Form2019) return labels;

        // 2019年格式的官方列名没有单位，金额不为零时单位就不明；写上“（万元）”只是一条提示。
        var amount = labels.FindIndex(label => label.Key == "disclosure.procurement.amount");
        labels[amount] = labels[amount] with { Printed = "采购总金额（万元）", Match = LabelMatch.Safe };
        return labels;
    }

    private static PrintedLabel Exact(LabelRole role, string key, Caption caption) =>
        new(role, key, caption.Official, caption.Official, LabelMatch.Exact, default);
}
