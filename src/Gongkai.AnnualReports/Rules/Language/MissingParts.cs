using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Language;

/// <summary>“我局于新建了……”：“于”后面没有时间。</summary>
internal static partial class MissingParts
{
    /// <summary>没有这些字，就不必去对句式。</summary>
    public static readonly string[] Clues = ["局于", "委于", "办于", "厅于", "院于", "镇于", "乡于", "道于", "位于新", "位于召", "心于", "府于"];

    public static IEnumerable<Verdict> Find(CheckContext context)
    {
        var prose = context.Prose;
        if (!prose.Words.Any(WordList.MissingPartClues)) yield break;
        foreach (var match in Bare().Matches(prose.Text).AsEnumerable())
            yield return new Broken(Say($"语句成分缺失：“{match.Value}”，“于”后缺少时间", $"part of a sentence is missing: “{match.Value}” lacks a time after “于”"), []) { Where = prose.Where(match.Index, match.Length) };
    }

    [GeneratedRegex("(?:我|本|市|区|县|省)(?:局|委|办|厅|院|镇|乡|街道|单位|中心|政府)于(?:新建|成立|召开|开展|制定|印发|举办|组织|启动|完成|设立|开通|发布|出台|修订|调整)了?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bare();
}
