namespace Gongkai.Law.Calendar;

/// <summary>节日的名称：通知里的写法，与通行的英文译名。</summary>
public static class HolidayNames
{
    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["元旦"] = "New Year's Day",
        ["春节"] = "Spring Festival",
        ["清明节"] = "Qingming Festival",
        ["劳动节"] = "Labour Day",
        ["端午节"] = "Dragon Boat Festival",
        ["中秋节"] = "Mid-Autumn Festival",
        ["国庆节"] = "National Day",
    };

    /// <summary>说给人听的名称；几个节日连着的以顿号分开，没有译名的照引原文。</summary>
    public static string Of(string name) => Say(
        name,
        $"{string.Join(" and ", name.Split('、').Select(one => English.GetValueOrDefault(one) ?? $"“{one}”"))}");
}
