using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Documents;
using Gongkai.Publication.Catalogue;

namespace Gongkai.Services.Publication.Importing;

/// <summary>由公文的格式认名称、文号、成文日期（GB/T 9704-2012）：只认拿得准的，两可的一概不填。</summary>
/// <param name="TitleLines">名称所在的各段：页面上另有名称，正文里不再重复。</param>
internal sealed partial record HeadingGuess(string? Title, IReadOnlyList<TextLine> TitleLines, DocumentNumber? Number, DateOnly? CreatedOn, Genre? Genre, ImmutableArray<string> Notes)
{
    // 版头与标题在前面，落款在后面：离得远的不看。
    private const int HeadLines = 15;
    private const int FootLines = 8;
    private const int LongestTitle = 120;

    public static HeadingGuess Of(IReadOnlyList<Block> blocks)
    {
        var lines = blocks.OfType<TextLine>().ToList();
        var titleLines = TitleOf(lines.Take(HeadLines).ToList());
        var title = titleLines.Count == 0 ? null : string.Concat(titleLines.Select(line => line.Text.Trim()));
        var genre = title is null ? null : GenreOf(title);
        var numbers = lines.Take(HeadLines).Select(line => DocumentNumber.Read(line.Text.Trim())).Where(reading => reading.Succeeded).Select(reading => reading.Value.Number).Distinct().ToList();
        var dates = lines.TakeLast(FootLines).Select(line => DateOf(line.Text)).OfType<DateOnly>().Distinct().ToList();
        var (number, date) = (numbers.Count == 1 ? numbers[0] : null, dates.Count == 1 ? dates[0] : (DateOnly?)null);
        return new HeadingGuess(title, titleLines, number, date, genre, [.. NotesOf(title, number, date)]);
    }

    // 居中的、连着的几行，合起来以文种结尾；或者独自一行写着“关于……的通知”。
    private static List<TextLine> TitleOf(List<TextLine> head)
    {
        for (var at = 0; at < head.Count; at++)
        {
            var run = head.Skip(at).TakeWhile(line => (line.Shape.Alignment == LineAlignment.Center || line.Shape.Heading == 1) && !DocumentNumber.Read(line.Text).Succeeded).ToList();
            for (var length = run.Count; length > 0; length--)
                if (IsTitle(string.Concat(run.Take(length).Select(line => line.Text.Trim())))) return [.. run.Take(length)];
            if (run.Count == 0 && AboutTitle().IsMatch(head[at].Text.Trim()) && IsTitle(head[at].Text.Trim())) return [head[at]];
        }

        return [];
    }

    private static bool IsTitle(string text) => text.Length is > 4 and <= LongestTitle && text.Contains('的', StringComparison.Ordinal) && GenreOf(text) is not null;

    private static Genre? GenreOf(string title) => Enum.GetValues<Genre>()
        .Where(genre => genre.IsOfficialDocument() && genre != Gongkai.Publication.Catalogue.Genre.Order && title.EndsWith(genre.Caption(), StringComparison.Ordinal))
        .OrderByDescending(genre => genre.Caption().Length).Select(genre => (Genre?)genre).FirstOrDefault();

    private static DateOnly? DateOf(string text) => WholeDate().Match(text.Trim()) is { Success: true } match
        && DateOnly.TryParseExact($"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static IEnumerable<string> NotesOf(string? title, DocumentNumber? number, DateOnly? date)
    {
        string[] found = [.. title is null ? [] : new[] { "名称" }, .. number is null ? [] : new[] { "文号" }, .. date is null ? [] : new[] { "生成日期" }];
        string[] missing = [.. title is null ? new[] { "名称" } : [], .. number is null ? new[] { "文号" } : [], .. date is null ? new[] { "生成日期" } : []];
        if (found.Length > 0) yield return $"{string.Join('、', found)}是从文件里认出来的，请核对。";
        if (missing.Length > 0) yield return $"{string.Join('、', missing)}拿不准，没有填。";
    }

    [GeneratedRegex("^(?:[\\u4e00-\\u9fa5]{2,40})?关于.+的[\\u4e00-\\u9fa5]{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex AboutTitle();

    [GeneratedRegex("^(?<y>[0-9]{4})年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日$", RegexOptions.NonBacktracking)]
    private static partial Regex WholeDate();
}
