using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongkai.AnnualReports.Drafting;
using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Publishing;
using Gongkai.Law;
using Gongkai.Services.AnnualReports;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Reports;

/// <summary>由登记编的一页交来的表单：与打开时给人看的不同的，才是这个人改的；没有改的跟着登记变。</summary>
/// <param name="form">表单；没有交的为空。</param>
/// <param name="year">年度。</param>
public sealed class CompileForm(IFormCollection? form, int year)
{
    /// <summary>一个部分至多几个字。</summary>
    public const int Longest = 20_000;

    /// <summary>编报的人写的部分；二、三、四是表。</summary>
    public static readonly int[] Written = [1, 5, 6];

    private const string Explain = "explain.";

    private const string Take = "take.";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Dictionary<string, string> _notNumbers = [];

    /// <summary>刚交的；没有交、要照登记重写的为空。</summary>
    public IFormCollection? Posted => Act == "again" ? null : form;

    /// <summary>按的是哪个钮。</summary>
    public string? Act => form?["Act"];

    /// <summary>从第几版改起；没有交的为空。</summary>
    public int? Edition => Number("Edition") is { } number ? (int)number : null;

    /// <summary>打开时的并发版本。</summary>
    public long? Version => Number("Version");

    /// <summary>两个人改得不同、要选的各处。</summary>
    public IReadOnlyList<string> Places => Posted?["Conflicts"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>还没有选的各处。</summary>
    public IEnumerable<string> Unchosen => Places.Where(place => PickOf(place) is null);

    /// <summary>一处选的是哪个：<c>mine</c>、<c>theirs</c>、<c>computed</c>；没有选的为空。</summary>
    public string? PickOf(string place) => Posted?[$"pick.{place}"].ToString() is { Length: > 0 } pick ? pick : null;

    /// <summary>与交来的一版不同的一处，取交来的；不选的照登记。</summary>
    public bool TakesHandedIn(string place) => Posted?[$"{Take}{place}"].ToString() == "theirs";

    /// <summary>填的不是数的各格，照原样；键是格子。</summary>
    public IReadOnlyDictionary<string, string> NotNumbers => _notNumbers;

    /// <summary>不能照办的缘故；没有的为空。</summary>
    public Refusal? Wrong => _notNumbers.Count > 0
        ? new Refusal($"{string.Join("、", _notNumbers.Take(3).Select(one => $"“{one.Value}”"))}不是数，没有改{(_notNumbers.Count == 1 ? "这一格" : $"这 {_notNumbers.Count} 格")}。")
        : Posted is { } posted && Written.Any(number => posted[$"Section{number}"].ToString().Length > Longest) ? new Refusal($"一个部分不超过 {Longest} 个字。") : null;

    /// <summary>这个人的改动。</summary>
    /// <param name="start">从哪一版改起；选了“对方的”的，照它。</param>
    public ReportEdits Read(DraftStart start)
    {
        if (Act == "again") return ReportEdits.None;
        if (Posted is not { } posted) return start.Kept;
        var drafted = Drafted(posted["Draft"].ToString());
        var edits = start.Kept with { Cells = Cells(posted, start.Kept.Cells), Texts = Texts(posted, drafted), Drafted = drafted };
        if (start.HandedIn is { } file) edits = posted.Keys.Where(key => key.StartsWith(Take, StringComparison.Ordinal)).Aggregate(edits, (all, key) => Taken(all, file, key[Take.Length..]));
        return Act == "keep" && !Unchosen.Any() ? Places.Aggregate(edits, (all, place) => Chosen(all, start.Kept, place)) : edits;
    }

    /// <summary>格子旁边写的说明。</summary>
    public ImmutableArray<FindingExplanation> Explanations(IReadOnlyCollection<EditionFinding> findings, ImmutableArray<FindingExplanation> kept)
    {
        if (Posted is not { } posted) return kept;
        var messages = findings.DistinctBy(NameOf).ToDictionary(NameOf, finding => finding.Message, StringComparer.Ordinal);
        var said = posted.Where(field => field.Key.StartsWith(Explain, StringComparison.Ordinal) && field.Value.ToString().Trim().Length > 0)
            .Select(field => new FindingExplanation(field.Key.Split('.')[1], messages.GetValueOrDefault(field.Key, field.Key), field.Value.ToString().Trim())).ToList();
        return FindingExplanation.Follow(said, findings);
    }

    /// <summary>说明一处发现的一栏叫什么，写在表单里。</summary>
    public static string NameOf(EditionFinding finding) => $"{Explain}{finding.Rule}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(finding.Message)))[..10]}";

    /// <summary>打开时给人看的各格，写在表单里，交来时比一比哪些改过。</summary>
    public static string Shown(CompiledReport compiled, ReportEdits start) => string.Join('|', Paths(compiled.Report.Year!.Value).Select(path =>
        (start.Cells.TryGetValue(path, out var edit) ? edit.Value : compiled.Computed(path)) is { } value ? CellText.Of(value) : ""));

    /// <summary>打开时由登记写的文字，写在表单里。</summary>
    public static string Draft(CompiledReport compiled) => JsonSerializer.Serialize(compiled.Drafted.Select(section => section with { Missing = [] }), Json);

    private ReportEdits Chosen(ReportEdits edits, ReportEdits theirs, string place)
    {
        var pick = PickOf(place);
        if (DraftConflict.SectionOf(place) is { } number)
        {
            var taken = pick == "theirs" && theirs.Texts.ContainsKey(number) && edits.Drafted.FirstOrDefault(one => one.Number == number) is { } now ? theirs.TextOf(now).Text : null;
            return pick == "mine" ? edits : edits with { Texts = taken is null ? edits.Texts.Remove(number) : edits.Texts.SetItem(number, taken) };
        }

        if (pick == "mine" || CellPath.Parse(place) is not { } path) return edits;
        return edits with { Cells = pick == "theirs" && theirs.Cells.TryGetValue(path, out var other) ? edits.Cells.SetItem(path, other) : edits.Cells.Remove(path) };
    }

    // 取交来的；另外填了别的，照填的；改回照登记的，取过的去掉。
    private ReportEdits Taken(ReportEdits edits, AnnualReport file, string place)
    {
        var takes = TakesHandedIn(place);
        if (DraftConflict.SectionOf(place) is { } number)
        {
            var (text, now) = (HandedInText(file, number), edits.Texts.GetValueOrDefault(number));
            if (takes && now is null) return edits with { Texts = edits.Texts.SetItem(number, text) };
            return !takes && now == text ? edits with { Texts = edits.Texts.Remove(number) } : edits;
        }

        if (CellPath.Parse(place) is not { } path || !HandedInCells.IsReadable(file, path) || _notNumbers.ContainsKey(place)) return edits;
        var (theirs, typed) = (HandedInCells.Of(file, path), edits.Cells.GetValueOrDefault(path));
        if (takes && typed is null) return edits with { Cells = edits.Cells.SetItem(path, new CellEdit(theirs, Posted![$"why.{place}"].ToString())) };
        return !takes && typed is not null && typed.Value == theirs ? edits with { Cells = edits.Cells.Remove(path) } : edits;
    }

    /// <summary>交来的一个部分的文字。</summary>
    public static string HandedInText(AnnualReport file, int number) => file.Section(number)?.Text.ReplaceLineEndings("\n").Trim() ?? "";

    private static ImmutableArray<DraftedSection> Drafted(string text)
    {
        try
        {
            return text.Length == 0 ? [] : JsonSerializer.Deserialize<ImmutableArray<DraftedSection>>(text, Json);
        }
        catch (JsonException)
        {
            // 表单里的底稿被改坏了：当作不知道由哪一稿改来。
            return [];
        }
    }

    private static ImmutableDictionary<int, string> Texts(IFormCollection posted, ImmutableArray<DraftedSection> drafted) => Written.Where(number => posted.ContainsKey($"Section{number}"))
        .Select(number => (Number: number, Text: posted[$"Section{number}"].ToString().ReplaceLineEndings("\n").Trim()))
        .Where(one => one.Text != drafted.FirstOrDefault(section => section.Number == one.Number)?.Text).ToImmutableDictionary(one => one.Number, one => one.Text);

    // 与打开时一样的：上一版改过的照上一版（理由可以另写），没有改过的跟着登记。
    private ImmutableDictionary<CellPath, CellEdit> Cells(IFormCollection posted, ImmutableDictionary<CellPath, CellEdit> kept)
    {
        var edits = ImmutableDictionary.CreateBuilder<CellPath, CellEdit>();
        var paths = Paths(year).ToList();
        var shown = posted["Shown"].ToString().Split('|');
        foreach (var (path, at) in paths.Select((path, at) => (path, at)))
        {
            if (!posted.TryGetValue($"cell.{path}", out var typed)) continue;
            var (text, reason) = (typed.ToString().Trim(), posted.TryGetValue($"why.{path}", out var why) ? why.ToString() : kept.GetValueOrDefault(path)?.Reason);
            if (shown.Length == paths.Count && text == shown[at])
            {
                if (kept.TryGetValue(path, out var before)) edits[path] = before with { Reason = reason };
            }
            else if (text.Length == 0)
            {
                edits[path] = new CellEdit(null, reason);
            }
            else if (CellText.Read(text) is { } number)
            {
                edits[path] = new CellEdit(number, reason);
            }
            else
            {
                _notNumbers[path.ToString()] = text;
            }
        }

        return edits.ToImmutable();
    }

    private long? Number(string name) => long.TryParse(form?[name], CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<CellPath> Paths(int year) => FormCatalogue.ForYear(year) is { } forms
        ? new[] { forms.Disclosure, forms.Requests, forms.Review }.SelectMany(table => table.Rows.SelectMany(row => row.Columns.Select(column => new CellPath(table.Kind, row.Key, column.Key)))) : [];
}
