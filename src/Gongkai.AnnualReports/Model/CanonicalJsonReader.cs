using System.Globalization;
using System.Text;
using System.Text.Json;
using Gongkai.AnnualReports.Forms;
using Gongkai.Documents;
using Gongkai.Law;

namespace Gongkai.AnnualReports.Model;

/// <summary>读规范 JSON：<see cref="CanonicalJson"/> 写出来的，或者照 docs/canonical-report.md 手写的。错处用路径指明，例如 <c>requests.granted[3]</c>。</summary>
public static class CanonicalJsonReader
{
    /// <summary>规范 JSON 最深四层；留出余地，再深的不是年报。</summary>
    private const int MaxDepth = 16;

    private static readonly string[] RootKeys =
        ["agency", "year", "title", "forms", "preamble", "sections", "disclosure", "requests", "review", "signature", "publishedOn", "notes"];

    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, ReadLimits?)"/>
    public static Outcome<AnnualReport> Read(string json, ReadLimits? limits = null) => Read(Encoding.UTF8.GetBytes(json), limits);

    /// <summary>读一份 UTF-8 的规范 JSON；有错就拒绝，说出前几处。</summary>
    public static Outcome<AnnualReport> Read(ReadOnlyMemory<byte> utf8, ReadLimits? limits = null)
    {
        var most = (limits ?? ReadLimits.Default).TextBytes;
        if (utf8.Length > most) return new Refusal(Say($"规范 JSON 超过 {most >> 20} MB，不读", $"canonical JSON of more than {most >> 20} MB is not read"));
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        var options = new JsonDocumentOptions
        {
            MaxDepth = MaxDepth,
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            AllowDuplicateProperties = false,
        };
        try
        {
            using var document = JsonDocument.Parse(utf8, options);
            var problems = new JsonProblems();
            var report = ReadReport(document.RootElement, problems);
            return problems.Refusal is { } refusal ? refusal : report;
        }
        catch (JsonException exception)
        {
            return new Refusal(SyntaxError(exception));
        }
        catch (InvalidOperationException)
        {
            // 解析时不验证文字，取文字时才发现编码有误（半个代理项、不是 UTF-8 的字节）。
            return new Refusal(Say("规范 JSON 里有不成字的编码（不是 UTF-8，或者半个代理项）", "the canonical JSON holds bytes that are no characters (not UTF-8, or half a surrogate pair)"));
        }
    }

    /// <summary>语法错误有行号；重复的键没有。</summary>
    private static string SyntaxError(JsonException exception) => exception.LineNumber is { } line
        ? Say($"第{line + 1}行不是合法的 JSON（或者嵌套超过 {MaxDepth} 层、文字不是 UTF-8）", $"line {line + 1} is not valid JSON (or nested more than {MaxDepth} levels, or not UTF-8)")
        : Say("JSON 里同一个对象有重复的键，不知道以哪个为准", "an object of the JSON has a key twice, so it is unknown which one counts");

    private static AnnualReport ReadReport(JsonElement root, JsonProblems problems)
    {
        if (!problems.IsObject(root, Say("规范 JSON 的最外层", "the outermost level"))) return new AnnualReport();
        problems.RefuseUnknownKeys(root, "", RootKeys);
        var notes = ReadNotes(root, problems);
        var year = ReadYear(root, problems);
        var tables = new CanonicalTables(root, year, notes, problems);
        var disclosure = tables.Read(TableKind.Disclosure);
        var requests = tables.Read(TableKind.Requests);
        var review = tables.Read(TableKind.Review);
        return new AnnualReport
        {
            Title = problems.Text(root, "title", ""),
            Agency = problems.Text(root, "agency", ""),
            Year = year,
            Preamble = problems.Text(root, "preamble", "") ?? "",
            Sections = ReadSections(root, problems),
            Disclosure = disclosure,
            Requests = requests,
            Review = review,
            Signature = ReadSignature(root, problems),
            PublishedOn = problems.Date(root, "publishedOn", ""),
            Notes = [.. notes, .. tables.Notes],
            Printed = PrintedForm.Empty with { MissingRows = tables.MissingRows },
        };
    }

    private static int? ReadYear(JsonElement root, JsonProblems problems)
    {
        if (problems.Integer(root, "year", "") is not { } year) return null;
        if (year is >= 1949 and <= 2999) return year;
        problems.Add("year", Say($"应为报告年度，写的是 {year}", $"should be a report's year, but is {year}"));
        return null;
    }

    private static List<ReportSection> ReadSections(JsonElement root, JsonProblems problems)
    {
        var sections = new List<ReportSection>();
        foreach (var (element, path) in problems.Items(root, "sections"))
        {
            if (!problems.IsObject(element, path)) continue;
            problems.RefuseUnknownKeys(element, path, ["number", "title", "text"]);
            var number = problems.Integer(element, "number", path);
            if (FormCatalogue.All[^1].Sections.FirstOrDefault(section => section.Number == number) is not { } official)
            {
                problems.Add($"{path}.number", Say($"应为部分的序号，1 至 {FormCatalogue.All[^1].Sections.Length}",
                    $"should be the number of a section, 1 to {FormCatalogue.All[^1].Sections.Length}"));
                continue;
            }

            var title = problems.Text(element, "title", path) ?? official.Caption.Official;
            var text = problems.Text(element, "text", path) ?? "";
            sections.Add(new ReportSection(official.Number, title, Paragraphs(text), default));
        }

        return sections;
    }

    private static ReportParagraph[] Paragraphs(string text) =>
        text.Length == 0 ? [] : [.. text.Split('\n').Select((line, index) => new ReportParagraph(line, new Place(Line: index + 1)))];

    private static Signature? ReadSignature(JsonElement root, JsonProblems problems)
    {
        const string Key = "signature";
        if (!root.TryGetProperty(Key, out var element) || element.ValueKind == JsonValueKind.Null) return null;
        if (!problems.IsObject(element, Key)) return null;
        problems.RefuseUnknownKeys(element, Key, ["agency", "date", "printed"]);
        var agency = problems.Text(element, "agency", Key);
        var date = problems.Date(element, "date", Key);
        var printed = problems.Text(element, "printed", Key)
            ?? agency + (date is { } day ? day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) : "");
        return new Signature(agency, date, printed, default);
    }

    private static List<Note> ReadNotes(JsonElement root, JsonProblems problems)
    {
        var notes = new List<Note>();
        foreach (var (element, path) in problems.Items(root, "notes"))
        {
            if (!problems.IsObject(element, path)) continue;
            problems.RefuseUnknownKeys(element, path, ["code", "cell", "message", "where"]);
            var code = problems.Text(element, "code", path);
            if (string.IsNullOrEmpty(code))
            {
                problems.Add($"{path}.code", Say("不能为空", "must not be empty"));
                continue;
            }

            CellPath? cell = null;
            if (problems.Text(element, "cell", path) is { } written && (cell = CellPath.Parse(written)) is null)
                problems.Add($"{path}.cell", Say($"不是格子的地址：“{JsonProblems.Excerpt(written)}”", $"is not the address of a cell: “{JsonProblems.Excerpt(written)}”"));
            notes.Add(new Note(code, cell, problems.Text(element, "message", path) ?? "", problems.Text(element, "where", path)));
        }

        return notes;
    }
}
