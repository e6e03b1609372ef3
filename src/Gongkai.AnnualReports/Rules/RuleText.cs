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
                    ({ } from, null) => Say($"{from}年度起", $"from {from}"),
                    (null, { } until) => Say($"{until}年度为止", $"until {until}"),
                    ({ } from, { } until) when from == until => Say($"{from}年度", $"{from} only"),
                    ({ } from, { } until) => Say($"{from}至{until}年度", $"{from} to {until}"),
                };
                var form = rule.Form is { } used ? Say($"{used}年格式", $"{used} form") : null;
                return (years, form) switch
                {
                    (null, null) => Say("各年度", "every year"),
                    (not null, not null) => Say($"{years}，{form}", $"{years}, {form}"),
                    _ => years ?? form!,
                };
            }
        }

        /// <summary>不成立时能不能提交。</summary>
        public string Waiver => rule switch
        {
            { NeverWaived: true } => Say("不得放行，改正后才能提交", "never waived: it must be mended before submission"),
            { Severity: Severity.Error } => Say("附经签署的说明可以提交", "may be submitted with a signed explanation"),
            { Severity: Severity.Warning } => Say("不阻断提交，须说明", "does not stop submission; to be explained"),
            _ => Say("不阻断提交，供参考", "does not stop submission; for information"),
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
            Severity.Error => Say("错误", "Error"),
            Severity.Warning => Say("警告", "Warning"),
            _ => Say("提示", "Notice"),
        };
    }
}
