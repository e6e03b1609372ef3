using System.Text.RegularExpressions;

namespace Gongkai.Documents.Layout;

/// <summary>标题回行：词意完整，排列对称（GB/T 9704）。机关、年度、“政府信息公开”“工作年度报告”各是一截，只在两截之间断。</summary>
internal static partial class TitleLines
{
    /// <summary>标题可以在哪里断：各截连起来就是标题。</summary>
    public static IReadOnlyList<string> Parts(LayoutDocument document)
    {
        var title = document.Title;
        var organisation = document.Organisation is { Length: > 0 } name && title.StartsWith(name, StringComparison.Ordinal) ? name.Length : 0;
        int[] breaks = [.. Joints().Matches(title).Select(match => match.Index).Append(organisation).Where(at => at > 0 && at >= organisation).Distinct().Order(), title.Length];
        return [.. breaks.Select((end, index) => title[(index == 0 ? 0 : breaks[index - 1])..end])];
    }

    /// <summary>一行放不下的分成两行，两行的长短最相近；两行也放不下的不分，由排版程序折行。</summary>
    /// <param name="width">一行放得下几个汉字，两个半角字符算一个汉字。</param>
    public static IReadOnlyList<string> Fit(LayoutDocument document, int width)
    {
        if (Length(document.Title) <= width) return [document.Title];
        var parts = Parts(document);
        var halves = Enumerable.Range(1, parts.Count - 1)
            .Select(count => (First: string.Concat(parts.Take(count)), Second: string.Concat(parts.Skip(count))))
            .Where(lines => Length(lines.First) <= width && Length(lines.Second) <= width)
            .OrderBy(lines => Math.Abs(Length(lines.First) - Length(lines.Second)))
            .ToArray();
        return halves is [var best, ..] ? [best.First, best.Second] : [document.Title];
    }

    private static double Length(string text) => text.Sum(character => character > 0xFF ? 1 : 0.5);

    [GeneratedRegex("(?<![0-9])[0-9]{4}年|(?<=年度?)政府信息公开|(?:工作)?年度报告", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joints();
}
