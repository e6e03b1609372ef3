using System.Text.RegularExpressions;
using Gongkai.Testing;

namespace Gongkai.AnnualReports.Tests.Drafting;

/// <summary>测试自己照 <c>prose.md</c> 读正文里的数，不用产品的读法：一行样子一个正则，读出每个数是哪一项。</summary>
internal static partial class StatedFigures
{
    private static readonly string[] Template = File.ReadAllText(Repository.PathOf("src", "Gongkai.AnnualReports", "Drafting", "prose.md")).ReplaceLineEndings("\n").Split("\n## ");

    public static IEnumerable<(string Metric, string Number)> Of(int section, string text)
    {
        var lines = Template.Single(part => part.StartsWith($"{section}\n", StringComparison.Ordinal)).Split('\n').Skip(1).Where(line => line.Contains('{')).Select(line => line.Split("||")[0]);
        return lines.SelectMany(line =>
        {
            var names = Placeholder().Matches(line).Select(match => match.Groups[1].Value).ToList();
            var pattern = "(?<=^|。|\n)" + string.Join("([0-9]+)", Placeholder().Split(line).Where((_, at) => at % 2 == 0).Select(Regex.Escape));
            return Regex.Matches(text, pattern).SelectMany(match => names.Select((name, at) => (Metric: name, Number: match.Groups[at + 1].Value, match.Groups[at + 1].Index)));
        }).OrderBy(one => one.Index).Select(one => (one.Metric, one.Number));
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Placeholder();
}
