using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Tests.Rules.Mutations;

/// <summary>在写成 Markdown 的页面上改：行名、列名、部分标题写坏，行删掉，格子空着、多一格、填了字。改过的页面重新读，读的人也在场。</summary>
internal static partial class PageMutations
{
    public static IEnumerable<Mutation> All(Form form) =>
    [
        .. form.Sections.Select(section => Line($"第{section.Number}部分标题缺字", "ST-02", $"## {section.Caption.Official}", line => Drop(line, line.Length - 2))),
        .. form.Sections.Select(section => Line($"没有第{section.Number}部分标题", "ST-01", $"## {section.Caption.Official}", _ => "") with { Also = ["ST-04", "ST-06"] }),
        .. form.Requests.Rows.SelectMany(row => Rows(form, row)),
        .. form.Disclosure.Rows.Select(row => Row($"表二没有填{row.Key}", "FM-01", form, row, line => Cells().Replace(line, "|  "))),
        .. form.Disclosure.Rows.Select(row => Row($"表二{row.Key}填了字", "FM-02", form, row, line => Cells().Replace(line, "| 若干 ", 1))),
        .. form.Disclosure.Rows.Where(row => row.Key is not ("regulations" or "fees")).Select(row => Row($"表二{row.Key}缺字", "ST-07", form, row, line => line.Replace(row.Caption.Official, Drop(row.Caption.Official, row.Caption.Official.Length - 2), StringComparison.Ordinal)) with { Also = ["ST-04"] }),
        Review("表四多一格", "FM-08", line => line + " 0 |"),
        Review("表四空着", "FM-01", line => Cells().Replace(line, "|  ")),
        Review("表四填了字", "FM-02", line => Cells().Replace(line, "| 无 ", 1)),
    ];

    private static IEnumerable<Mutation> Rows(Form form, FormRow row)
    {
        yield return Row($"表三没有填{row.Key}", "FM-01", form, row, line => Cells().Replace(line, "|  "));
        yield return Row($"表三{row.Key}填了字", "FM-02", form, row, line => Cells().Replace(line, "| 无 ", 1));
        yield return Row($"表三{row.Key}总计多7", "T3-01|T3-02|T3-03", form, row, line => Last().Replace(line, match => $"| {int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) + 7} |")) with { Also = ["T3-01", "T3-02", "T3-03", "T3-04", "T3-06", "TX-01", "TX-02", "TX-05"] };
        yield return Row($"表三{row.Key}多一格", "FM-08", form, row, line => line + " 0 |");
        if (row.Caption.Official.Length < 6) yield break;
        yield return Row($"表三{row.Key}缺字", "ST-07", form, row, line => line.Replace(row.Caption.Official, Drop(row.Caption.Official, row.Caption.Official.Length - 2), StringComparison.Ordinal));
    }

    private static Mutation Row(string what, string rule, Form form, FormRow row, Func<string, string> change) => new(what, rule)
    {
        Page = page => Change(page, line => IsRow(line, row), change),
    };

    // 行名可以在第一、二、三格；“1.重复申请”一类前面还有组名。
    private static bool IsRow(string line, FormRow row) =>
        line.StartsWith('|') && line.Split('|').Any(cell => cell.Trim().Length > 0 && cell.Trim() == Name(row.Caption.Official));

    private static string Name(string official) => Subrow().Match(official) is { Success: true } sub ? sub.Groups["name"].Value : official;

    private static Mutation Line(string what, string rule, string line, Func<string, string> change) => new(what, rule) { Page = page => Change(page, candidate => candidate == line, change) };

    private static Mutation Review(string what, string rule, Func<string, string> change) => new(what, rule) { Page = page => Change(page, line => ReviewRow().IsMatch(line), change) };

    private static string Change(string page, Func<string, bool> which, Func<string, string> change)
    {
        var lines = page.Split('\n');
        var index = Array.FindIndex(lines, line => which(line));
        if (index < 0) throw new InvalidOperationException("页面上没有这一行。");
        var changed = change(lines[index]);
        if (changed == lines[index]) throw new InvalidOperationException($"“{lines[index]}”没有改动。");
        lines[index] = changed;
        return string.Join('\n', lines);
    }

    private static string Drop(string text, int index) => text.Remove(index, 1);

    [GeneratedRegex(@"\| -?[0-9][0-9.]* (?=\|)")]
    private static partial Regex Cells();

    [GeneratedRegex(@"\| ([0-9]+) \|$")]
    private static partial Regex Last();

    [GeneratedRegex(@"^\|( [0-9]+ \|){15}$")]
    private static partial Regex ReviewRow();

    [GeneratedRegex("^（[一二三四五六]）[^0-9]{4,5}(?<name>[0-9]\\..+)$")]
    private static partial Regex Subrow();
}
