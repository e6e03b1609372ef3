using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules;

/// <summary>年报检查：把适用的规则逐条用在一份报告上。同样的输入总得到同样的结果，不读时钟，不读文件。</summary>
public static class ReportChecker
{
    public static CheckResult Check(CheckContext context) => Check(context, RuleCatalogue.All);

    internal static CheckResult Check(CheckContext context, ImmutableArray<Rule> rules)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var unassessed = ImmutableArray.CreateBuilder<Unassessed>();
        foreach (var rule in rules)
        {
            var applicability = ApplicabilityOf(rule, context.Report);
            if (applicability == Applicability.No) continue;
            if (applicability == Applicability.Unknown)
            {
                unassessed.Add(new Unassessed(rule.Id, Say("报告年度读不准，无法确定本条是否适用", "the report's year could not be read, so it is unknown whether this rule applies")));
                continue;
            }

            // 多数规则多半什么也不说，给的就是同一个空列，不必去走。
            var verdicts = rule.Check(context);
            if (ReferenceEquals(verdicts, Array.Empty<Verdict>())) continue;
            var doubts = default(Doubts);
            foreach (var verdict in verdicts)
            {
                if (verdict is Broken broken) findings.Add(FindingOf(rule, broken, context.Report));
                else if (verdict is NotAssessable not) doubts.Add(not.Why);
            }

            if (doubts.Why is { } why) unassessed.Add(new Unassessed(rule.Id, why));
        }

        return new CheckResult(findings.DrainToImmutable(), unassessed.DrainToImmutable());
    }

    private enum Applicability
    {
        Yes,
        No,
        Unknown,
    }

    private static Applicability ApplicabilityOf(Rule rule, AnnualReport report)
    {
        if (rule.FromYear is not null || rule.UntilYear is not null)
        {
            if (report.Year is not { } year) return Applicability.Unknown;
            if (year < rule.FromYear || year > rule.UntilYear) return Applicability.No;
        }

        if (rule.Form is not { } form) return Applicability.Yes;

        // 没有找到表二时，按年度应当用的格式判断，由检查本身去说表二找不到。
        var used = report.Disclosure?.Form.Form ?? (report.Year is { } of ? FormCatalogue.ForYear(of)?.Id : null);
        return used is not { } id ? Applicability.Unknown : id == form || FormCatalogue.Find(id)?.Like == form ? Applicability.Yes : Applicability.No;
    }

    private static Finding FindingOf(Rule rule, Broken broken, AnnualReport report) =>
        new(rule.Id, broken.Severity ?? rule.Severity, broken.Message, broken.Cells, rule.Basis, broken.Where ?? PlaceOf(broken.Cells, report));

    /// <summary>第一个有出处的格子；所指是整行或整表时，取其中第一个有出处的格子。</summary>
    private static string? PlaceOf(ImmutableArray<CellPath> cells, AnnualReport report)
    {
        foreach (var path in cells)
        {
            if (report.Table(path.Table) is not { } table) continue;
            foreach (var row in table.Form.Rows)
            {
                if (path.Row is not null && path.Row != row.Key) continue;
                foreach (var column in row.Columns)
                {
                    if (path.Column is not null && path.Column != column.Key) continue;
                    if (table[row, column].Place is var place && place != default) return place.ToString();
                }
            }
        }

        return null;
    }

    /// <summary>一条规则不可判的各种原因，并成一句：说出头两种，其余只说有几处。</summary>
    private struct Doubts
    {
        private const int MostTold = 2;
        private List<string>? _whys;

        public readonly string? Why => _whys switch
        {
            null => null,
            { Count: <= MostTold } whys => Join('；', whys),
            var whys => Say($"{string.Join('；', whys.Take(MostTold))}等{whys.Count}处", $"{Join('；', whys.Take(MostTold))}, {whys.Count} reasons in all"),
        };

        public void Add(string why)
        {
            if (_whys?.Contains(why, StringComparer.Ordinal) == true) return;
            (_whys ??= []).Add(why);
        }
    }
}
