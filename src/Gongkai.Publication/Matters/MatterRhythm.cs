using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Law;
using Gongkai.Publication.Drafting;

namespace Gongkai.Publication.Matters;

/// <summary>公开时限或者频次的种类。</summary>
public enum MatterFrequency
{
    /// <summary>长期公开，有变动时更新。</summary>
    Standing,

    /// <summary>信息形成或者变更之日起二十个工作日内。条例第二十六条。</summary>
    OnMaking,

    /// <summary>每月一次。</summary>
    Monthly,

    /// <summary>每季度一次。</summary>
    Quarterly,

    /// <summary>每年一次，写明到哪一天。</summary>
    Yearly,

    /// <summary>不定期：只看有没有公开过，不催更新。</summary>
    Occasional,
}

/// <summary>公开时限或者频次。</summary>
/// <param name="Frequency">种类。</param>
/// <param name="Month">每年的到几月；其余为空。</param>
/// <param name="Day">每年、每月的到几日（含）；每月不写的到月末，大于当月天数的也到月末。</param>
public sealed partial record MatterRhythm(MatterFrequency Frequency, int? Month = null, int? Day = null)
{
    private static readonly string MakingSpan = DisclosureDeadlineRule.On(DisclosureDeadlineId.General, DateOnly.MaxValue).Span;

    /// <summary>认得的写法，给填表的人看。</summary>
    public static string Examples => $"长期公开；形成或者变更之日起{MakingSpan}内；每月；每月10日以前；每季度；每年3月31日以前；不定期";

    /// <summary>读写的；认不出的说明怎么写。</summary>
    public static Outcome<MatterRhythm> Read(string text)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal).TrimEnd('。', '，');
        if (Yearly().Match(plain) is { Success: true } yearly) return Checked(new MatterRhythm(MatterFrequency.Yearly, Number(yearly, "month"), Number(yearly, "day")));
        if (Monthly().Match(plain) is { Success: true } monthly) return Checked(new MatterRhythm(MatterFrequency.Monthly, null, monthly.Groups["day"].Success ? Number(monthly, "day") : null));
        MatterFrequency? found = plain switch
        {
            _ when plain.StartsWith("长期", StringComparison.Ordinal) => MatterFrequency.Standing,
            "每季度" or "按季度" or "每季" => MatterFrequency.Quarterly,
            "不定期" or "适时" => MatterFrequency.Occasional,
            _ when plain.Contains("工作日", StringComparison.Ordinal) && Workdays().IsMatch(plain) => MatterFrequency.OnMaking,
            _ => null,
        };
        return found is { } frequency ? new MatterRhythm(frequency) : new Refusal($"公开时限“{(plain.Length <= 30 ? plain : plain[..30] + "……")}”认不出，写作{Examples.Replace("；", "、", StringComparison.Ordinal)}之一。");
    }

    /// <summary>日子对不对；对的原样答复。</summary>
    public static Outcome<MatterRhythm> Checked(MatterRhythm rhythm) => rhythm switch
    {
        { Frequency: MatterFrequency.Yearly, Month: not (>= 1 and <= 12) } => new Refusal("每年公开的，要写明到几月几日。"),
        // 以闰年的天数为准：2月29日，平年到2月28日。
        { Frequency: MatterFrequency.Yearly, Month: { } month } when rhythm.Day is not { } day || day < 1 || day > DateTime.DaysInMonth(2024, month) => new Refusal($"没有{month}月{rhythm.Day}日这一天。"),
        { Frequency: MatterFrequency.Monthly, Day: < 1 or > 31 } => new Refusal("每月公开的，日子在 1 到 31 之间。"),
        _ => rhythm,
    };

    /// <summary>公开过以后，下一次最迟在哪一天（含）；没有下一次的为空。</summary>
    /// <param name="published">最近公开的日期。</param>
    public DateOnly? Next(DateOnly published) => Frequency switch
    {
        MatterFrequency.Monthly => In(new DateOnly(published.Year, published.Month, 1).AddMonths(1), Day ?? 31),
        MatterFrequency.Quarterly => new DateOnly(published.Year, (((published.Month - 1) / 3) * 3) + 1, 1).AddMonths(6).AddDays(-1),
        MatterFrequency.Yearly => In(new DateOnly(published.Year + 1, Month!.Value, 1), Day!.Value),
        _ => null,
    };

    /// <summary>说法，例如“每年3月31日以前”；<see cref="Read"/> 读得回来。</summary>
    public override string ToString() => Frequency switch
    {
        MatterFrequency.Standing => "长期公开，有变动时更新",
        MatterFrequency.OnMaking => $"形成或者变更之日起{MakingSpan}内",
        MatterFrequency.Monthly => Day is { } day ? $"每月{day}日以前" : "每月",
        MatterFrequency.Quarterly => "每季度",
        MatterFrequency.Yearly => $"每年{Month}月{Day}日以前",
        _ => "不定期",
    };

    private static DateOnly In(DateOnly month, int day) => new(month.Year, month.Month, Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)));

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^每年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日(以前|之前|前)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Yearly();

    [GeneratedRegex("^(每月|按月)((?<day>[0-9]{1,2})日(以前|之前|前)?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Monthly();

    [GeneratedRegex("(20|二十)个?工作日(以)?内?", RegexOptions.NonBacktracking)]
    private static partial Regex Workdays();
}
