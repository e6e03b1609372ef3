using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Data.Search;

/// <summary>
/// 筛选项也写成词片放进索引：筛选与检索是同一次查找，在哪种引擎上都快。
/// 单位、分类、年份合起来的各种组合另各作一片，所以选几项也只多查一片，不必把几份长单子逐个对照。
/// </summary>
internal static class SearchFacetTokens
{
    /// <summary>筛选的词片以它开头：切出来的词里没有这个字，查不到也混不了。</summary>
    public const char Mark = '§';

    private const int HashDigits = 12;
    private const char UnitLetter = 'u';
    private const char CategoryLetter = 'c';
    private const char YearLetter = 'y';

    /// <summary>一件的各项，以空格隔开；照这个次序记下，建索引时再作组合。</summary>
    public static string Of(SearchEntry entry)
    {
        var facets = entry.Facets;
        var tokens = new List<string> { Kind(entry.Subject.Kind), Unit(facets.Unit) };
        tokens.AddRange(facets.Categories.Select(Category));
        if (facets.Year is { } year) tokens.Add(Year(year));
        if (facets.Normative) tokens.Add(Normative);
        return string.Join(' ', tokens.Distinct());
    }

    /// <summary>记下的各项在索引里的词片：各项自己，和单位、分类、年份的各种组合。</summary>
    public static IEnumerable<string> ForIndex(string facets)
    {
        var single = facets.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] units = [.. single.Where(token => token[0] == UnitLetter)], years = [.. single.Where(token => token[0] == YearLetter)];
        string[] categories = [.. single.Where(token => token[0] == CategoryLetter)];
        var pairs = from first in units from second in categories.Concat(years) select Together([first, second]);
        var rest = from first in categories from second in years select Together([first, second]);
        var all = from first in units from second in categories from third in years select Together([first, second, third]);
        return single.Concat(pairs).Concat(rest).Concat(all).Select(token => Mark + token);
    }

    /// <summary>查的时候要有的词片。</summary>
    public static IEnumerable<string> Of(SearchRequest request)
    {
        var chosen = new List<string>();
        if (request.Unit is { } unit) chosen.Add(Unit(unit));
        if (request.Category is { } category) chosen.Add(Category(category));
        if (request.Year is { } year) chosen.Add(Year(year));
        var tokens = new List<string>();
        if (chosen.Count > 0) tokens.Add(chosen.Count == 1 ? chosen[0] : Together(chosen));
        if (request.Kind is { } kind) tokens.Add(Kind(kind));
        if (request.Among is not null) tokens.Add(Normative);
        return tokens.Select(token => Mark + token);
    }

    private const string Normative = "n";

    private static string Unit(Guid unit) => $"{UnitLetter}{unit:N}";

    private static string Year(int year) => $"{YearLetter}{year}";

    private static string Category(string code) => $"{CategoryLetter}{Hash(code)}";

    private static string Kind(string kind) => $"k{Hash(kind)}";

    private static string Together(IEnumerable<string> tokens) => $"t{Hash(string.Join(' ', tokens))}";

    // 代码里可能有引擎不认的字，散列成字母数字。
    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)))[..HashDigits];
}
