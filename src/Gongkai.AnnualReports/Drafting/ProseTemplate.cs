using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.AnnualReports.Drafting;

/// <summary>文字的样子，<c>prose.md</c>：各部分的各行。</summary>
internal static partial class ProseTemplate
{
    /// <summary>各部分。</summary>
    public static ImmutableArray<(int Number, ImmutableArray<ProseLine> Lines)> Sections { get; } = Load();

    private static ImmutableArray<(int Number, ImmutableArray<ProseLine> Lines)> Load()
    {
        using var reader = new StreamReader(typeof(ProseDraft).Assembly.GetManifestResourceStream("Drafting/prose.md")!);
        return
        [
            .. reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n## ").Skip(1).Select(section => section.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                .Select(lines => (Number: int.Parse(lines[0], CultureInfo.InvariantCulture), Lines: lines.Skip(1).Select(ProseLine.Parse).ToImmutableArray())),
        ];
    }

    [GeneratedRegex(@"\{([^{}]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex Placeholder();
}

/// <summary>样子里的一行：一段的小标题，或者一句。</summary>
/// <param name="Pattern">平常的写法；小标题就是它自己。</param>
/// <param name="WhenZero">第一项为零时的写法；没有另外写法的为空。</param>
/// <param name="Metrics">用到的各项，由前到后；小标题没有。</param>
internal sealed record ProseLine(string Pattern, string? WhenZero, ImmutableArray<string> Metrics)
{
    /// <summary>是小标题。</summary>
    public bool IsHeading => Metrics.IsEmpty;

    /// <summary>这一句的名字，见 <see cref="ProsePiece.Key"/>。</summary>
    public string Key => IsHeading ? Pattern : Metrics[0];

    public static ProseLine Parse(string line)
    {
        var ways = line.Split("||");
        return new ProseLine(ways[0], ways.ElementAtOrDefault(1), [.. ProseTemplate.Placeholder().Matches(ways[0]).Select(match => match.Groups[1].Value)]);
    }

    /// <summary>写出来；有一项没有登记的为空。登记里的换行写成分号，一句还是一句。</summary>
    public string? Write(IReadOnlyDictionary<string, string> figures)
    {
        if (WhenZero is not null && figures.GetValueOrDefault(Metrics[0]) == "0") return WhenZero;
        return Metrics.All(figures.ContainsKey) ? ProseTemplate.Placeholder().Replace(Pattern, match => string.Join("；", figures[match.Groups[1].Value].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))) : null;
    }
}
