using System.Collections.Immutable;
using Gongkai.AnnualReports.Publishing;

namespace Gongkai.AnnualReports.Filing;

/// <summary>对一处发现的说明。</summary>
/// <param name="Rule">规则的编号。</param>
/// <param name="Message">发现的原话。</param>
/// <param name="Text">说明。</param>
public sealed record FindingExplanation(string Rule, string Message, string Text)
{
    /// <summary>
    /// 从前写的说明，跟到现在查出的各处：原话没有变的，照原话；原话变了而同一条规则只剩一处没有说明的，说的就是它
    /// （填了一格，“共三格”变成“共两格”，写好的说明不丢；有几条的连起来）。问题没有了的去掉。
    /// </summary>
    public static ImmutableArray<FindingExplanation> Follow(IReadOnlyCollection<FindingExplanation> said, IReadOnlyCollection<EditionFinding> findings)
    {
        var same = said.Where(one => findings.Any(finding => finding.Rule == one.Rule && finding.Message == one.Message)).DistinctBy(one => (one.Rule, one.Message)).ToList();
        var moved = from rule in said.Where(one => findings.All(finding => finding.Rule != one.Rule || finding.Message != one.Message)).GroupBy(one => one.Rule, StringComparer.Ordinal)
                    let open = findings.Where(finding => finding.Rule == rule.Key && same.All(one => one.Rule != finding.Rule || one.Message != finding.Message)).Select(finding => finding.Message).Distinct().ToList()
                    where open.Count == 1
                    select new FindingExplanation(rule.Key, open[0], string.Join('；', rule.Select(one => one.Text).Distinct()));
        return [.. same, .. moved];
    }
}
