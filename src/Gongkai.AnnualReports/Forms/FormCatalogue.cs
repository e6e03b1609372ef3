using System.Collections.Immutable;
using System.Text.Json;
using Gongkai.Law;

namespace Gongkai.AnnualReports.Forms;

/// <summary>年报格式目录：随程序附带的各种格式，来自 <c>Forms/*.json</c>。新格式是一个新文件，不是一段新代码。</summary>
public static class FormCatalogue
{
    /// <summary>全部格式，按启用年份。</summary>
    public static ImmutableArray<Form> All { get; } = [Load("2019"), Load("2021")];

    public static Form Form2019 { get; } = Find(FormId.Form2019)!;

    public static Form Form2021 { get; } = Find(FormId.Form2021)!;

    /// <summary>各种格式的三张表，按格式的先后。</summary>
    public static IEnumerable<FormTable> Tables => All.SelectMany(form => new[] { form.Disclosure, form.Requests, form.Review });

    public static Form? Find(FormId id) => All.FirstOrDefault(form => form.Id == id);

    /// <summary>一个报告年度应当用的格式；2018年度及以前没有统一格式，为空。</summary>
    public static Form? ForYear(int year) => All.LastOrDefault(form => form.FromYear <= year && (form.UntilYear ?? year) >= year);

    private static Form Load(string id)
    {
        using var stream = typeof(FormCatalogue).Assembly.GetManifestResourceStream($"Gongkai.AnnualReports.Forms.{id}.json")
            ?? throw new InvalidOperationException($"程序里没有附带年报格式 {id}。");
        return FormReader.Read(stream);
    }
}

/// <summary>读一份格式文件。</summary>
public static class FormReader
{
    /// <exception cref="JsonException">格式文件有误。</exception>
    public static Form Read(Stream stream)
    {
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        var id = new FormId(root.GetProperty("id").GetString()!);
        return new Form(
            id,
            root.GetProperty("fromYear").GetInt32(),
            root.TryGetProperty("untilYear", out var until) ? until.GetInt32() : null,
            new Citation(root.GetProperty("basis").GetString()!),
            [.. root.GetProperty("sections").EnumerateArray().Select((section, index) => new FormSection(index + 1, ReadCaption(section)))],
            ReadTable(root, TableKind.Disclosure, id),
            ReadTable(root, TableKind.Requests, id),
            ReadTable(root, TableKind.Review, id));
    }

    private static FormTable ReadTable(JsonElement root, TableKind kind, FormId form)
    {
        var table = root.GetProperty(TableKeys.Of(kind));
        var rows = ImmutableArray.CreateBuilder<FormRow>();
        var offset = 0;
        foreach (var block in table.TryGetProperty("blocks", out var blocks) ? blocks.EnumerateArray().ToArray() : [table])
        {
            ImmutableArray<FormColumn> columns = [.. block.GetProperty("columns").EnumerateArray().Select(ReadColumn)];
            var caption = block.TryGetProperty("caption", out var text) ? text.GetString() : null;
            foreach (var row in block.GetProperty("rows").EnumerateArray())
            {
                rows.Add(new FormRow(
                    rows.Count,
                    offset,
                    row.GetProperty("key").GetString()!,
                    ReadCaption(row),
                    caption,
                    Strings(row, "groups"),
                    row.TryGetProperty("outcome", out var outcome) && outcome.GetBoolean(),
                    columns));
                offset += columns.Length;
            }
        }

        return new FormTable(kind, form, rows.ToImmutable(), [.. table.GetProperty("sums").EnumerateArray().Select(ReadSum)])
        {
            Series = table.TryGetProperty("series", out var series) ? new FormId(series.GetString()!) : kind == TableKind.Disclosure ? form : FormId.Form2019,
        };
    }

    private static FormColumn ReadColumn(JsonElement column, int index) =>
        new(
            index,
            column.GetProperty("key").GetString()!,
            ReadCaption(column),
            column.TryGetProperty("figure", out var figure) ? Enum.Parse<FigureKind>(figure.GetString()!, ignoreCase: true) : FigureKind.Count);

    private static FormSum ReadSum(JsonElement sum) =>
        new(
            sum.GetProperty("rule").GetString()!,
            Enum.Parse<SumAxis>(sum.GetProperty("axis").GetString()!, ignoreCase: true),
            Strings(sum, "left"),
            Strings(sum, "right"),
            sum.TryGetProperty("row", out var row) ? row.GetString() : null);

    private static Caption ReadCaption(JsonElement element) =>
        new(element.GetProperty("caption").GetString()!, Strings(element, "safe"), Strings(element, "suspect"), element.TryGetProperty("english", out var english) ? english.GetString() : null);

    private static ImmutableArray<string> Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : [];
}
