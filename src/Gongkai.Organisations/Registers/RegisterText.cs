using System.Globalization;
using Gongkai.Law;

namespace Gongkai.Organisations.Registers;

/// <summary>一栏的写法：人填的各种写法归到一种存起来，存着的再写给人看。</summary>
public static class RegisterText
{
    /// <summary>文字至多几个字。</summary>
    public const int Longest = 500;

    private const string MomentFormat = "yyyy-MM-dd HH:mm";

    // 再大就不像是一个单位办的事了，多半是填错了栏。
    private const decimal Greatest = 1_000_000_000_000;

    private static readonly string[] MomentFormats = [.. new[] { "H:mm", "H时mm分", "H:mm:ss" }.SelectMany(time => WrittenDate.Formats.Select(date => $"{date} {time}")), "yyyy-MM-ddTHH:mm"];

    /// <summary>读成存的样子；没有填的为空串。</summary>
    public static Outcome<string> Canonical(RegisterField field, string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0) return field.IsRequired ? new Refusal($"“{field.Name}”没有填。") : "";
        return field.Kind switch
        {
            RegisterFieldKind.Count => Number(field, text, 0),
            RegisterFieldKind.Money => Number(field, text, 2),
            RegisterFieldKind.Date => WrittenDate.Read(text) is { } date ? date.ToString(WrittenDate.Stored, CultureInfo.InvariantCulture) : new Refusal($"“{field.Name}”里的“{Shown(text)}”不是日期，写作 2026-03-02。"),
            RegisterFieldKind.Moment => MomentOf(text) is { } moment
                ? moment.ToString(MomentFormat, CultureInfo.InvariantCulture) : new Refusal($"“{field.Name}”里的“{Shown(text)}”不是时刻，写作 2026-03-02 09:30。"),
            RegisterFieldKind.Choice => field.Choices.Contains(text) ? text : new Refusal($"“{field.Name}”里的“{Shown(text)}”不对，应是{string.Join("、", field.Choices)}之一。"),
            RegisterFieldKind.YesNo => text is "是" or "否" ? text : new Refusal($"“{field.Name}”填是或者否，不是“{Shown(text)}”。"),
            RegisterFieldKind.Link => Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" && text.Length <= Longest
                ? text : new Refusal($"“{field.Name}”里的“{Shown(text)}”不是网址，写作 https://…。"),
            _ => text.Length <= Longest ? text : new Refusal($"“{field.Name}”至多 {Longest} 个字，现在是 {text.Length} 个。"),
        };
    }

    /// <summary>存着的写给人看：金额带千分位。</summary>
    public static string Display(RegisterField field, string stored) =>
        field.Kind == RegisterFieldKind.Money && stored.Length > 0 ? NumberOf(stored).ToString("#,##0.00", CultureInfo.InvariantCulture) : stored;

    /// <summary>存着的数；没有填的是零。</summary>
    public static decimal NumberOf(string stored) => stored.Length == 0 ? 0 : decimal.Parse(stored, CultureInfo.InvariantCulture);

    /// <summary>写的时刻，北京时间；只写日期的是当天零点，不是时刻的为空。</summary>
    public static DateTime? MomentOf(string text) =>
        DateTime.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : WrittenDate.Read(text)?.ToDateTime(TimeOnly.MinValue);

    /// <summary>一笔的日期：按月、按年的，归到当月、当年的第一天。</summary>
    public static Outcome<DateOnly> DateOn(RegisterRhythm rhythm, string? typed)
    {
        var text = (typed ?? "").Trim();
        var date = WrittenDate.Read(text) ?? (rhythm == RegisterRhythm.Dated ? null : WrittenDate.Read($"{Digits(text)}-01") ?? (rhythm == RegisterRhythm.Yearly ? WrittenDate.Read($"{Digits(text)}-01-01") : null));
        return (rhythm, date) switch
        {
            (RegisterRhythm.Dated, null) => new Refusal(text.Length == 0 ? "日期没有填。" : $"“{Shown(text)}”不是日期，写作 2026-03-02。"),
            (RegisterRhythm.Monthly, null) => new Refusal(text.Length == 0 ? "月份没有填。" : $"“{Shown(text)}”不是月份，写作 2026-03。"),
            (RegisterRhythm.Yearly, null) => new Refusal(text.Length == 0 ? "年度没有填。" : $"“{Shown(text)}”不是年度，写作 2026。"),
            (RegisterRhythm.Monthly, { } day) => new DateOnly(day.Year, day.Month, 1),
            (RegisterRhythm.Yearly, { } day) => new DateOnly(day.Year, 1, 1),
            (_, { } day) => day,
            _ => throw new ArgumentOutOfRangeException(nameof(rhythm)),
        };
    }

    /// <summary>日期这一栏叫什么。</summary>
    public static string DateName(RegisterRhythm rhythm) => rhythm switch { RegisterRhythm.Monthly => "月份", RegisterRhythm.Yearly => "年度", _ => "日期" };

    /// <summary>一笔的日期写给人看。</summary>
    public static string ShowDate(RegisterRhythm rhythm, DateOnly on) => on.ToString(rhythm switch { RegisterRhythm.Monthly => "yyyy-MM", RegisterRhythm.Yearly => "yyyy", _ => WrittenDate.Stored }, CultureInfo.InvariantCulture);

    private static Outcome<string> Number(RegisterField field, string text, int decimals)
    {
        var plain = text.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal).TrimEnd((field.Unit ?? "元").ToCharArray()).Trim();
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return new Refusal($"“{field.Name}”里的“{Shown(text)}”不是{(decimals == 0 ? "个数" : "金额")}，只写数字。");
        if (decimal.Round(number, decimals) != number) return new Refusal($"“{field.Name}”{(decimals == 0 ? "是整数" : "至多两位小数")}，不是“{Shown(text)}”。");
        return number > Greatest ? new Refusal($"“{field.Name}”里的“{Shown(text)}”太大了，请核对是不是填错了栏。") : number.ToString(decimals == 0 ? "0" : "0.##", CultureInfo.InvariantCulture);
    }

    private static string Digits(string text) => text.Replace("年度", "", StringComparison.Ordinal).Replace('年', '-').Replace('/', '-').Replace('.', '-').TrimEnd('月', '-');

    private static string Shown(string text) => text.Length <= 30 ? text : text[..30] + "……";
}
