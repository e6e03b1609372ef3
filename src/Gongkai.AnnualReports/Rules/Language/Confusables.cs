using System.Collections.Frozen;
using System.Text.Json;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Language;

/// <summary>易混词：误写、正写、理由，以及哪些上下文里不是误写（词表是数据）。</summary>
internal static class Confusables
{
    private static readonly FrozenDictionary<string, Confusable> Table = Load();

    /// <summary>全部误写。</summary>
    public static IReadOnlyCollection<string> Words => Table.Keys;

    public static IEnumerable<Confusable> All => Table.Values;

    public static IEnumerable<Verdict> Find(CheckContext context)
    {
        var prose = context.Prose;
        var from = 0;
        foreach (var found in prose.Words.Of(WordList.Confusables))
        {
            // 一处只报一次：“及时、准备、全面”里的两个误写是同一个字错。
            if (found.Start < from) continue;
            from = found.End;
            var entry = Table[prose.Text.Substring(found.Start, found.Length)];
            if (!IsExcused(prose.Text, found.Start, entry))
                yield return new Broken(Say($"疑似错别字“{entry.Wrong}”，应为“{entry.Right}”（{entry.Reason}）", $"probably “{entry.Wrong}” is a slip for “{entry.Right}” ({entry.Reason})"), []) { Where = prose.Where(found.Start, found.Length) };
        }
    }

    private static bool IsExcused(string text, int index, Confusable entry)
    {
        var before = text.AsSpan(0, index);
        foreach (var context in entry.Before)
            if (before.EndsWith(context, StringComparison.Ordinal)) return true;
        var after = text.AsSpan(index + entry.Wrong.Length);
        foreach (var context in entry.After)
            if (after.StartsWith(context, StringComparison.Ordinal)) return true;
        return false;
    }

    private static FrozenDictionary<string, Confusable> Load()
    {
        using var document = LanguageData.Open("confusables");
        return document.RootElement.EnumerateArray()
            .Select(entry => new Confusable(
                entry.GetProperty("wrong").GetString()!,
                entry.GetProperty("right").GetString()!,
                (entry.GetProperty("reason").GetString()!, entry.GetProperty("english").GetString()!),
                LanguageData.Strings(entry, "before"),
                LanguageData.Strings(entry, "after")))
            .ToFrozenDictionary(entry => entry.Wrong, StringComparer.Ordinal);
    }
}

/// <summary>一个易混词。</summary>
/// <param name="Before">前面是这些字时不算误写。</param>
/// <param name="After">后面是这些字时不算误写。</param>
internal sealed record Confusable(string Wrong, string Right, Bilingual Reason, string[] Before, string[] After);

/// <summary>随程序附带的语言数据。</summary>
internal static class LanguageData
{
    public static JsonDocument Open(string name)
    {
        using var stream = typeof(LanguageData).Assembly.GetManifestResourceStream($"Gongkai.AnnualReports.Rules.Language.{name}.json")
            ?? throw new InvalidOperationException($"程序里没有附带 {name}.json。");
        return JsonDocument.Parse(stream);
    }

    public static string[] Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : [];
}
