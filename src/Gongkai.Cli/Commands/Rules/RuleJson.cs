using Gongkai.AnnualReports.Rules;

namespace Gongkai.Cli.Commands.Rules;

/// <summary>一条规则的 JSON；没有限定的项是 null。</summary>
internal sealed record RuleJson(
    string Id,
    string Group,
    Severity Severity,
    string Sentence,
    string Basis,
    int? FromYear,
    int? UntilYear,
    string? Form,
    bool NeverWaived,
    string? NeedsRegister,
    IEnumerable<string> Examples)
{
    public static RuleJson Of(Rule rule) => new(
        rule.Id,
        RuleCatalogue.GroupOf(rule.Id)!.Caption,
        rule.Severity,
        rule.Sentence,
        rule.Basis,
        rule.FromYear,
        rule.UntilYear,
        rule.Form?.Value,
        rule.NeverWaived,
        rule.NeedsRegister?.ToString(),
        rule.Examples.Select(example => example.ToString()));
}
