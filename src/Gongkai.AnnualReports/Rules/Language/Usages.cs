using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Language;

/// <summary>同一专名的两种写法（名单是数据，前一种为通行的写法）。</summary>
internal static class Usages
{
    private static readonly (string Usual, string Other)[] Pairs = Load();

    /// <summary>少见的写法：一个也没有，就谈不上不统一。</summary>
    public static IReadOnlyCollection<string> Words => [.. Pairs.Select(pair => pair.Other)];

    public static IEnumerable<Verdict> Find(CheckContext context)
    {
        var prose = context.Prose;
        if (!prose.Words.Any(WordList.Usages)) yield break;
        foreach (var (usual, other) in Pairs)
        {
            var second = prose.Text.IndexOf(other, StringComparison.Ordinal);
            if (second < 0) continue;
            var first = prose.Text.IndexOf(usual, StringComparison.Ordinal);
            if (first < 0) continue;
            yield return new Broken(Say($"用语不统一：“{usual}”与“{other}”", $"two names for one thing: “{usual}” and “{other}”"), []) { Where = Say($"{prose.Where(first, usual.Length)}；{prose.Where(second, other.Length)}",
                $"{prose.Where(first, usual.Length)}; {prose.Where(second, other.Length)}") };
        }
    }

    private static (string Usual, string Other)[] Load()
    {
        using var document = LanguageData.Open("usages");
        return [.. document.RootElement.EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetString()!))];
    }
}
