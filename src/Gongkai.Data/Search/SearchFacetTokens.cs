using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Data.Search;

/// <summary>筛选项也写成词片放进索引：筛选与检索是同一次查找，在哪种引擎上都快。</summary>
internal static class SearchFacetTokens
{
    /// <summary>这一段是标题。</summary>
    public const string Title = "title";

    private const int HashDigits = 12;

    public static string Of(SearchEntry entry)
    {
        var facets = entry.Facets;
        var tokens = new List<string> { Kind(entry.Subject.Kind), Unit(facets.Unit), Audience(SearchAudience.Staff) };
        if (facets.Audience == SearchAudience.Public) tokens.Add(Audience(SearchAudience.Public));
        tokens.AddRange(facets.Categories.Select(Category));
        if (facets.Year is { } year) tokens.Add(Year(year));
        if (facets.Validity is { } validity) tokens.Add(Validity(validity));
        return string.Join(' ', tokens.Distinct());
    }

    public static IEnumerable<string> Of(SearchRequest request)
    {
        yield return Audience(request.Audience);
        if (request.Unit is { } unit) yield return Unit(unit);
        if (request.Category is { } category) yield return Category(category);
        if (request.Year is { } year) yield return Year(year);
        if (request.Validity is { } validity) yield return Validity(validity);
        if (request.Kind is { } kind) yield return Kind(kind);
    }

    private static string Audience(SearchAudience audience) => audience == SearchAudience.Public ? "public" : "staff";

    private static string Unit(Guid unit) => $"u{unit:N}";

    private static string Year(int year) => $"y{year}";

    private static string Category(string code) => $"c{Hash(code)}";

    private static string Validity(string code) => $"v{Hash(code)}";

    private static string Kind(string kind) => $"k{Hash(kind)}";

    // 代码里可能有引擎不认的字，散列成字母数字。
    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)))[..HashDigits];
}
