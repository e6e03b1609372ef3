using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.Bodies;

/// <summary>G 组之二：别的机关、外地地名、层级用词、领导姓名、机关名称。</summary>
internal static class BodyRules
{
    public static ImmutableArray<Rule> All { get; } = [.. ForeignNames.All, LevelWords.Rule, Leaders.Rule, OwnName.Rule];
}
