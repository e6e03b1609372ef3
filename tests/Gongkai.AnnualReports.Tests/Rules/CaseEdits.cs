using System.Globalization;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Testing.Builders;
using YamlDotNet.RepresentationModel;

namespace Gongkai.AnnualReports.Tests.Rules;

/// <summary>例子里的“改”：在一份干净的报告上改几处。</summary>
internal static class CaseEdits
{
    public static AnnualReport Apply(ReportBuilder report, YamlNode? edits, RuleCase owner)
    {
        if (edits is not YamlMappingNode mapping) return report.Build();
        foreach (var (key, value) in mapping.Children) report = Apply(report, key.ToString(), value, owner);
        return report.Build();
    }

    private static ReportBuilder Apply(ReportBuilder report, string key, YamlNode value, RuleCase owner)
    {
        if (Tables.Any(table => key == table || key.StartsWith(table + ".", StringComparison.Ordinal))) return SetCells(report, key, value);
        if (key.StartsWith("正文.", StringComparison.Ordinal)) return report.Section(Number(key), null, Lines(value));
        if (key.StartsWith("部分标题.", StringComparison.Ordinal)) return Retitle(report, Number(key), value.ToString());
        if (key.StartsWith("加.", StringComparison.Ordinal)) return Lines(value).Aggregate(report, (built, line) => built.Append(Number(key), line));
        return key switch
        {
            "标题" => report.Title(TextOrNone(value)),
            "机关" => report.Agency(TextOrNone(value)),
            "年度" => report.Year(TextOrNone(value) is { } year ? int.Parse(year, CultureInfo.InvariantCulture) : null),
            "引言" => report.Preamble(TextOrNone(value) ?? ""),
            "落款" => Sign(report, value),
            "发布日期" => report.Published(Date(TextOrNone(value))),
            "换" => ((YamlMappingNode)value).Children.Aggregate(report, (built, pair) => built.Replace(pair.Key.ToString(), pair.Value.ToString())),
            "删部分" => Strings(value).Aggregate(report, (built, number) => built.RemoveSection(int.Parse(number, CultureInfo.InvariantCulture))),
            "部分次序" => Reorder(report, Strings(value)),
            "表二格式" => SwapForm(report, TableKind.Disclosure, value.ToString()),
            "表三格式" => SwapForm(report, TableKind.Requests, value.ToString()),
            "标签" => ((YamlSequenceNode)value).Cast<YamlMappingNode>().Aggregate(report, Relabel),
            "多出" => ((YamlSequenceNode)value).Cast<YamlMappingNode>().Aggregate(report, AddSurplus),
            "缺行" => report.Printed(printed => printed with { MissingRows = [.. Strings(value).Select(Row)] }),
            "表四列数" => report.Printed(printed => printed with { ReviewColumns = int.Parse(value.ToString(), CultureInfo.InvariantCulture) }),
            "同报告" => report,
            "说明" => report.Note(NoteOf((YamlMappingNode)value)),
            _ => throw owner.Wrong($"不认识的改法“{key}”"),
        };
    }

    private static readonly string[] Tables = ["disclosure", "requests", "review"];

    private static ReportBuilder SetCells(ReportBuilder report, string path, YamlNode value)
    {
        if (value is YamlSequenceNode row)
        {
            var columns = Columns(report.Build(), path);
            return row.Select((cell, index) => (cell, index)).Aggregate(report, (built, entry) => built.Set($"{path}.{columns[entry.index]}", CellOf(entry.cell)));
        }

        return value.ToString() == "没有"
            ? report.Table(Enum.GetValues<TableKind>().First(kind => TableKeys.Of(kind) == path), null)
            : report.Set(path, CellOf(value));
    }

    private static string[] Columns(AnnualReport report, string path)
    {
        var row = Row(path);
        return [.. report.Table(row.Table)!.Form.Row(row.Row!)!.Columns.Select(column => column.Key)];
    }

    private static Cell CellOf(YamlNode node)
    {
        if (node is YamlMappingNode printed)
            return Cell.OfPrinted(decimal.Parse(printed.Text("数")!, CultureInfo.InvariantCulture), printed.Text("印作")!);
        var text = node.ToString();
        return text switch
        {
            "空白" => Cell.Blank(),
            "读不准" => Cell.Unread(),
            _ => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? Cell.Of(number) : Cell.Raw(text),
        };
    }

    private static ReportBuilder Sign(ReportBuilder report, YamlNode value) =>
        value is YamlMappingNode signature ? report.SignedBy(signature.Text("机关"), Date(signature.Text("日期"))) : report.SignedBy(null, null);

    private static ReportBuilder Retitle(ReportBuilder report, int number, string title)
    {
        var section = report.Build().Section(number)!;
        return report.Section(number, title, [.. section.Paragraphs.Select(paragraph => paragraph.Text)]);
    }

    private static ReportBuilder Reorder(ReportBuilder report, IReadOnlyList<string> order)
    {
        var built = report.Build();
        return ReportBuilder.From(built with { Sections = [.. order.Select(number => built.Section(int.Parse(number, CultureInfo.InvariantCulture))!)] });
    }

    private static ReportBuilder SwapForm(ReportBuilder report, TableKind kind, string form) =>
        report.Table(kind, (form == "2021" ? ReportBuilder.Clean2021() : ReportBuilder.Clean2019()).Build().Table(kind));

    private static ReportBuilder Relabel(ReportBuilder report, YamlMappingNode label) => report.Printed(printed =>
    {
        var labels = printed.Labels.ToList();
        var index = labels.FindIndex(candidate => candidate.Key == label.Text("键"));
        if (index < 0) throw new ArgumentException($"没有标签 {label.Text("键")}。", nameof(label));
        var match = label.Text("关系") switch
        {
            "相同" => LabelMatch.Exact,
            "格式变体" => LabelMatch.Safe,
            "字词变体" => LabelMatch.Suspect,
            "相似" => LabelMatch.Similar,
            var other => throw new ArgumentException($"不认识的关系“{other}”。", nameof(label)),
        };
        labels[index] = labels[index] with { Printed = label.Text("印作")!, Match = match };
        return printed with { Labels = labels };
    });

    private static ReportBuilder AddSurplus(ReportBuilder report, YamlMappingNode surplus) => report.Printed(printed => printed with
    {
        Surplus =
        [
            .. printed.Surplus,
            new SurplusCells(
                Row(surplus.Text("行")!).Table,
                Row(surplus.Text("行")!).Row,
                int.Parse(surplus.Text("印有")!, CultureInfo.InvariantCulture),
                int.Parse(surplus.Text("应为")!, CultureInfo.InvariantCulture),
                surplus.Text("有非零") == "是",
                default),
        ],
    });

    private static Note NoteOf(YamlMappingNode note) =>
        new(note.Text("代码")!, note.Text("格子") is { } path ? Row(path) : null, note.Text("话") ?? "", null);

    private static CellPath Row(string path)
    {
        var parts = path.Split('.');
        var kind = Enum.GetValues<TableKind>().First(kind => TableKeys.Of(kind) == parts[0]);
        return new CellPath(kind, parts.Length > 1 ? parts[1] : null, parts.Length > 2 ? parts[2] : null);
    }

    private static int Number(string key) => int.Parse(key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);

    private static string? TextOrNone(YamlNode value) => value.ToString() is var text && text is "无" or "" ? null : text;

    private static DateOnly? Date(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Strings(YamlNode value) =>
        value is YamlSequenceNode sequence ? [.. sequence.Select(item => item.ToString())] : [value.ToString()];

    private static string[] Lines(YamlNode value) =>
        [.. Strings(value).SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
