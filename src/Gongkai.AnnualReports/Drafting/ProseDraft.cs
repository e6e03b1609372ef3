using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Gongkai.AnnualReports.Drafting;

/// <summary>由登记写出的一个部分。</summary>
/// <param name="Number">第几部分。</param>
/// <param name="Paragraphs">各段。</param>
/// <param name="Missing">因为没有登记而没有写的各句，照样子原样，给编报的人看缺什么。</param>
public sealed record DraftedSection(int Number, ImmutableArray<string> Paragraphs, ImmutableArray<string> Missing)
{
    /// <summary>正文，段间换行。</summary>
    public string Text => string.Join('\n', Paragraphs);
}

/// <summary>由登记写年报的文字：样子在 <c>prose.md</c>，每个数都是登记里的，没有登记的不写，也不编。</summary>
public static partial class ProseDraft
{
    private static readonly ImmutableArray<(int Number, ImmutableArray<string> Lines)> Sections = Load();

    /// <summary>样子里用到的各项，按出现的先后，不重复。</summary>
    public static ImmutableArray<string> Metrics { get; } = [.. Sections.SelectMany(section => section.Lines).SelectMany(line => Placeholder().Matches(line).Select(match => match.Groups[1].Value)).Distinct()];

    /// <summary>写出各部分。</summary>
    /// <param name="figures">各项，键是项的名字；没有登记的不在其中。</param>
    public static ImmutableArray<DraftedSection> Of(IReadOnlyDictionary<string, string> figures) => [.. Sections.Select(section => Draft(section.Number, section.Lines, figures))];

    private static DraftedSection Draft(int number, ImmutableArray<string> lines, IReadOnlyDictionary<string, string> figures)
    {
        List<string> paragraphs = [], missing = [];
        var heading = "";
        var text = "";
        foreach (var line in lines)
        {
            if (line[0] == '（')
            {
                Close();
                heading = line;
            }
            else if (Write(line, figures) is { } written)
            {
                // 没有小标题的部分，一句一段。
                if (heading.Length == 0) paragraphs.Add(written);
                else text += written;
            }
            else
            {
                missing.Add(line.Split("||")[0]);
            }
        }

        Close();
        return new DraftedSection(number, [.. paragraphs], [.. missing]);

        void Close()
        {
            if (text.Length > 0) paragraphs.Add(heading + text);
            text = "";
        }
    }

    private static string? Write(string line, IReadOnlyDictionary<string, string> figures)
    {
        var ways = line.Split("||");
        var names = Placeholder().Matches(ways[0]).Select(match => match.Groups[1].Value).ToList();
        if (ways.Length > 1 && figures.GetValueOrDefault(names[0]) == "0") return ways[1];
        return names.TrueForAll(figures.ContainsKey) ? Placeholder().Replace(ways[0], match => figures[match.Groups[1].Value]) : null;
    }

    private static ImmutableArray<(int Number, ImmutableArray<string> Lines)> Load()
    {
        using var reader = new StreamReader(typeof(ProseDraft).Assembly.GetManifestResourceStream("Drafting/prose.md")!);
        return
        [
            .. reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n## ").Skip(1).Select(section => section.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                .Select(lines => (Number: int.Parse(lines[0], System.Globalization.CultureInfo.InvariantCulture), Lines: lines.Skip(1).ToImmutableArray())),
        ];
    }

    [GeneratedRegex(@"\{([^{}]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
