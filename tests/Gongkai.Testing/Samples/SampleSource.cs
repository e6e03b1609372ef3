using System.Globalization;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Testing.Builders;
using YamlDotNet.RepresentationModel;

namespace Gongkai.Testing.Samples;

/// <summary>一份样例的底稿：虚构的云泽市某机关某年度的报告，写成什么格式，Word 文件里另藏了什么。</summary>
/// <param name="FileName">samples/ 里的文件名。</param>
/// <param name="Style">写法：竖线、制表符、粘连（txt），排版（html），其余为空。</param>
/// <param name="Hazards">藏在 docx 里的东西；没有时为空。</param>
public sealed record SampleSource(string FileName, string? Style, AnnualReport Report, SampleHazards? Hazards)
{
    /// <summary>发布的样例都在这里。</summary>
    public static string Folder { get; } = Repository.PathOf("samples");

    /// <summary>全部底稿，按文件名排列。</summary>
    public static IReadOnlyList<SampleSource> All { get; } =
        [.. Directory.GetFiles(Repository.PathOf("tests", "Gongkai.Testing", "Samples", "Reports"), "*.yaml").Order(StringComparer.Ordinal).Select(Read)];

    public string Extension => Path.GetExtension(FileName)[1..];

    /// <summary>发布的样例文件。</summary>
    public string FilePath => Path.Combine(Folder, FileName);

    private static SampleSource Read(string path)
    {
        var stream = new YamlStream();
        using (var reader = new StreamReader(path)) stream.Load(reader);
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        var written = Text(root, "写成")!.Split('.');
        return new SampleSource(
            $"{Path.GetFileNameWithoutExtension(path)}.{written[^1]}",
            written.Length > 1 ? written[0] : null,
            Compose(root),
            Child(root, "隐患") is YamlMappingNode hazards ? SampleHazards.Of(hazards) : null);
    }

    private static AnnualReport Compose(YamlMappingNode root)
    {
        var (agency, year) = (Text(root, "机关")!, int.Parse(Text(root, "年度")!, CultureInfo.InvariantCulture));
        var form = FormCatalogue.ForYear(year)!;
        var builder = new ReportBuilder()
            .Agency(agency)
            .Year(year)
            .Title($"{agency}{year}年政府信息公开工作年度报告")
            .Preamble(string.Join('\n', Paragraphs(root, "引言")))
            .Table(TableKind.Disclosure, Fill(form.Disclosure, root, "表二"))
            .Table(TableKind.Requests, Fill(form.Requests, root, "表三"))
            .Table(TableKind.Review, Fill(form.Review, root, "表四"))
            .Printed(_ => new PrintedForm(CleanReports.Labels(form), [], [], 15))
            .SignedBy(Text(root, "落款机关") ?? agency, DateOnly.ParseExact(Text(root, "落款")!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var section in form.Sections)
            builder.Section(section.Number, section.Caption.Official, Paragraphs(root, "一二三四五六"[section.Number - 1].ToString()));
        return builder.Build();
    }

    /// <summary>填表：没有写的行填零；“空”是空白，不是数字的照印。</summary>
    private static ReportTable Fill(FormTable form, YamlMappingNode root, string key)
    {
        var rows = (YamlMappingNode)root.Children[key];
        var unknown = rows.Children.Keys.Select(row => row.ToString()).Where(row => form.Row(row) is null).ToList();
        if (unknown.Count > 0) throw new InvalidOperationException($"{key}没有“{unknown[0]}”这一行。");
        var cells = new Cell[ReportTable.CellCount(form)];
        foreach (var row in form.Rows)
        {
            var values = Child(rows, row.Key) is YamlSequenceNode list ? list.Select(value => value.ToString()).ToList() : null;
            if (values is not null && values.Count != row.Columns.Length) throw new InvalidOperationException($"{key}“{row.Key}”应有 {row.Columns.Length} 格。");
            foreach (var column in row.Columns) cells[row.Offset + column.Index] = CellOf(values?[column.Index] ?? "0");
        }

        return new ReportTable(form, cells);
    }

    private static Cell CellOf(string written) =>
        written == "空" ? Cell.Blank()
        : decimal.TryParse(written, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? Cell.Of(number)
        : Cell.Raw(written);

    private static string[] Paragraphs(YamlMappingNode root, string key) =>
        Child(root, key) is YamlSequenceNode list ? [.. list.Select(item => item.ToString())] : [];

    internal static string? Text(YamlMappingNode node, string key) => Child(node, key)?.ToString();

    internal static YamlNode? Child(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var child) ? child : null;
}
