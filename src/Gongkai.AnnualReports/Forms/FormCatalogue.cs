using System.Collections.Immutable;
using System.Text.Json;
using Gongkai.Law;

namespace Gongkai.AnnualReports.Forms;

/// <summary>年报格式目录：随程序附带的各种格式（<c>Forms/*.json</c>），和管理员添的（<see cref="Add(string)"/>）。新格式是一个新文件，不是一段新代码。</summary>
public static class FormCatalogue
{
    private static readonly ImmutableArray<Form> BuiltIn = [Load("2019"), Load("2021")];

    private static readonly Lazy<ImmutableArray<Form>> Used = new(() => [.. BuiltIn, .. _added]);

    private static ImmutableArray<Form> _added = [];

    /// <summary>全部格式，按启用年份。第一次取用以后就不再变：标签、等式、指标都由它造成。</summary>
    public static ImmutableArray<Form> All => Used.Value;

    public static Form Form2019 => Find(FormId.Form2019)!;

    public static Form Form2021 => Find(FormId.Form2021)!;

    /// <summary>随程序附带的和现在已经添上的，还没有取用过也看得到；不使目录定下来。</summary>
    public static ImmutableArray<Form> Known => Used.IsValueCreated ? All : [.. BuiltIn, .. _added];

    /// <summary>已经取用过，不能再添：要添的等下次启动。</summary>
    public static bool IsSettled => Used.IsValueCreated;

    /// <summary>随程序附带的一种。</summary>
    public static bool IsBuiltIn(FormId id) => BuiltIn.Any(form => form.Id == id);

    /// <summary>添上一个文件夹里的各种格式（<c>*.json</c>，写法见 docs/forms.md）。要在读第一份报告之前；没有文件夹的，什么也不添。</summary>
    /// <returns>格式文件有毛病的，一句话说明是哪个文件、哪里。</returns>
    public static Refusal? Add(string folder) =>
        Directory.Exists(folder) ? Add(Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllBytes(path)))) : null;

    /// <summary>添上各种格式，按启用年份先后给出。要在读第一份报告之前；一种有毛病的，一种也不添。</summary>
    /// <param name="files">各份格式文件：叫什么、内容。</param>
    /// <returns>格式文件有毛病的，一句话说明是哪个文件、哪里。</returns>
    public static Refusal? Add(IEnumerable<(string Name, byte[] Content)> files)
    {
        var forms = new List<Form>();
        foreach (var (name, content) in files)
        {
            var read = FormFile.Read(content, [.. BuiltIn, .. _added, .. forms]);
            if (read.Refusal is { } refusal) return new Refusal(Say($"年报格式 {name}：{refusal.Reason}", $"form {name}: {refusal.Reason}"));
            forms.Add(read.Value);
        }

        if (forms.Count == 0) return null;
        if (IsSettled) throw new InvalidOperationException("年报格式已经用过，不能再添。");
        _added = [.. _added, .. forms];
        return null;
    }

    /// <summary>各种格式的三张表，按格式的先后。</summary>
    public static IEnumerable<FormTable> Tables => All.SelectMany(form => new[] { form.Disclosure, form.Requests, form.Review });

    public static Form? Find(FormId id) => All.FirstOrDefault(form => form.Id == id);

    /// <summary>一个报告年度应当用的格式；2018年度及以前没有统一格式，为空。</summary>
    public static Form? ForYear(int year) => All.LastOrDefault(form => form.FromYear <= year && (form.UntilYear ?? year) >= year);

    /// <summary>随程序附带的一种的格式文件，抄一份来改；没有的为空。</summary>
    public static byte[]? FileOf(FormId id)
    {
        if (!IsBuiltIn(id)) return null;
        using var stream = Open(id.Value);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static Form Load(string id)
    {
        using var stream = Open(id);
        return FormReader.Read(stream);
    }

    private static Stream Open(string id) => typeof(FormCatalogue).Assembly.GetManifestResourceStream($"Gongkai.AnnualReports.Forms.{id}.json")
        ?? throw new InvalidOperationException($"程序里没有附带年报格式 {id}。");
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
            ReadTable(root, TableKind.Review, id))
        {
            Like = root.TryGetProperty("like", out var like) ? new FormId(like.GetString()!) : null,
        };
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
