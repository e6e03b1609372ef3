namespace Gongkai.AnnualReports.Rules;

/// <summary>规则给人看的几句话：适用范围、能不能凭说明放行。目录、命令与 docs/rules.md 用同一份。</summary>
public static class RuleText
{
    extension(Rule rule)
    {
        /// <summary>适用的年度与格式，例如“2021年度起，2021年格式”。</summary>
        public string Scope
        {
            get
            {
                var years = (rule.FromYear, rule.UntilYear) switch
                {
                    (null, null) => null,
                    ({ } from, null) => $"{from}年度起",
                    (null, { } until) => $"{until}年度为止",
                    ({ } from, { } until) when from == until => $"{from}年度",
                    ({ } from, { } until) => $"{from}至{until}年度",
                };
                var form = rule.Form is { } used ? $"{used}年格式" : null;
                return (years, form) switch
                {
                    (null, null) => "各年度",
                    (not null, not null) => $"{years}，{form}",
                    _ => years ?? form!,
                };
            }
        }

        /// <summary>不成立时能不能提交。</summary>
        public string Waiver => rule switch
        {
            { NeverWaived: true } => "不得放行，改正后才能提交",
            { Severity: Severity.Error } => "附经签署的说明可以提交",
            { Severity: Severity.Warning } => "不阻断提交，须说明",
            _ => "不阻断提交，供参考",
        };
    }
}

/// <summary>级别的名称。</summary>
public static class SeverityText
{
    extension(Severity severity)
    {
        /// <summary>错误、警告、提示。</summary>
        public string Caption => severity switch
        {
            Severity.Error => "错误",
            Severity.Warning => "警告",
            _ => "提示",
        };
    }
}
