using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Publishing;

namespace Gongkai.AnnualReports.Drafting;

/// <summary>正文里照样子写的各个数，与登记的对照：改过的数与登记不同的，随即指出来。</summary>
public static class ProseFigures
{
    private const string Number = @"([0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?)";

    // 各项在句中怎么说：它所在的小句；别处也这样说的，连同同一句里前面的小句。
    private static readonly FrozenDictionary<int, ImmutableArray<Saying>> Sayings = ProseTemplate.Sections.ToFrozenDictionary(section => section.Number, section => section.Lines.SelectMany(Of).ToImmutableArray());

    /// <summary>与登记不同的各处。</summary>
    /// <param name="section">第几部分。</param>
    /// <param name="text">正文。</param>
    /// <param name="figures">各项，键是项的名字；没有登记的不在其中。</param>
    public static ImmutableArray<FigureDisagreement> Disagreements(int section, string text, IReadOnlyDictionary<string, string> figures)
    {
        var found = ImmutableArray.CreateBuilder<FigureDisagreement>();
        foreach (var saying in Sayings.GetValueOrDefault(section, []))
        {
            var recorded = figures.GetValueOrDefault(saying.Metric);
            var known = recorded is null ? null : Read(recorded);
            // 登记的是话，不是数：不比。
            if (recorded is not null && known is null) continue;
            foreach (Match said in saying.Clause.Matches(text))
                if (Read(said.Groups[1].Value) is { } typed && typed != known) found.Add(new FigureDisagreement(section, saying.Metric, said.Value.Trim(), typed, known));
            if (saying.WhenZero is { } none && known is > 0 && text.Contains(none, StringComparison.Ordinal)) found.Add(new FigureDisagreement(section, saying.Metric, none, 0, known));
        }

        return found.ToImmutable();
    }

    private static decimal? Read(string text)
    {
        var half = string.Concat(text.Where(letter => letter is not (',' or '，')).Select(letter => letter is >= '０' and <= '９' ? (char)(letter - '０' + '0') : letter == '．' ? '.' : letter));
        return decimal.TryParse(half, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static IEnumerable<Saying> Of(ProseLine line)
    {
        var clauses = line.Pattern.Split('，', '。', '：', '；').Where(clause => clause.Length > 0).ToList();
        for (var at = 0; at < clauses.Count; at++)
        {
            var metrics = ProseTemplate.Placeholder().Matches(clauses[at]).Select(match => match.Groups[1].Value).ToList();
            foreach (var metric in metrics)
            {
                // 一小句里连着几项（规章几件、规范性文件几件）：从这一项前面的字说起。
                var from = clauses[at].IndexOf('{' + metric + '}', StringComparison.Ordinal);
                var before = clauses[at][..from].Split('}')[^1];
                var after = clauses[at][(from + metric.Length + 2)..].Split('{')[0];
                var context = IsSaidElsewhere(line, clauses[at]) && at > 0 ? $"{Pattern(ProseTemplate.Placeholder().Replace(clauses[at - 1], "\u0001"))}[，；]" : "";
                yield return new Saying(metric, new Regex($@"{(context.Length > 0 ? context : before.StartsWith(' ') ? "" : @"(?<=^|[，。；：、（）\s])")}{Pattern(before)}{Number}{Pattern(after)}", RegexOptions.None, TimeSpan.FromSeconds(1)), metric == line.Metrics[0] ? line.WhenZero : null);
            }
        }
    }

    private static bool IsSaidElsewhere(ProseLine line, string clause)
    {
        var bare = ProseTemplate.Placeholder().Replace(clause, "");
        return ProseTemplate.Sections.SelectMany(section => section.Lines).Any(other => other != line && other.Pattern.Split('，', '。', '：', '；').Any(one => ProseTemplate.Placeholder().Replace(one, "") == bare));
    }

    // 字照原样，空格可有可无，\u0001 是任何一个数。
    private static string Pattern(string text) => Regex.Escape(text).Replace("\\ ", @"\s*", StringComparison.Ordinal).Replace("\u0001", @"[0-9０-９,.]+", StringComparison.Ordinal);

    private sealed record Saying(string Metric, Regex Clause, string? WhenZero);
}

/// <summary>正文里的一个数与登记的不同。</summary>
/// <param name="Section">第几部分。</param>
/// <param name="Metric">哪一项。</param>
/// <param name="Said">正文怎么说的。</param>
/// <param name="Typed">正文里的数。</param>
/// <param name="Recorded">登记的数；没有登记的为空。</param>
public sealed record FigureDisagreement(int Section, string Metric, string Said, decimal Typed, decimal? Recorded)
{
    /// <summary>正文与表对不上的规则（TX-）已经说了这个数，不必再说。</summary>
    public bool IsToldBy(EditionFinding finding) =>
        finding.Rule.StartsWith("TX-", StringComparison.Ordinal) && finding.Message.Contains(Typed.ToString("0.######", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>一句话，给编报的人看。</summary>
    public string Message => Recorded is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"第{Section}部分写“{Said}”，登记的是 {known:0.######}：请改正文，或者改登记。")
        : $"第{Section}部分写“{Said}”，没有登记：请补登记，或者删去。";
}
