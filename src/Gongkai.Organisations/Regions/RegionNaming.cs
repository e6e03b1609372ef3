namespace Gongkai.Organisations.Regions;

/// <summary>区划的简称与习称由全称推出，只有少数例外要列。</summary>
/// <remarks>装入时对三千多个名称各算一次，所以逐字比较而不用正则。</remarks>
internal static class RegionNaming
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["东乡族自治县"] = "东乡",
        ["广西壮族自治区"] = "广西",
        ["宁夏回族自治区"] = "宁夏",
        ["新疆维吾尔自治区"] = "新疆",
        ["西藏自治区"] = "西藏",
        ["内蒙古自治区"] = "内蒙古",
        ["香港特别行政区"] = "香港",
        ["澳门特别行政区"] = "澳门",
        ["梅里斯达斡尔族区"] = "梅里斯",
        ["瀍河回族区"] = "瀍河",
        ["管城回族区"] = "管城",
        ["顺河回族区"] = "顺河",
    };

    private static readonly string[] Peoples =
    [
        "蒙古族", "蒙古", "回族", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族", "哈尼族",
        "哈萨克族", "哈萨克", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "纳西族", "景颇族", "柯尔克孜", "土族", "达斡尔族",
        "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯", "普米族", "塔吉克", "怒族", "保安族", "东乡族", "裕固族", "独龙族", "各族", "族",
    ];

    private static readonly string[] Suffixes = ["地区", "林区", "矿区", "新区", "省", "市", "盟", "县", "区", "旗"];

    /// <summary>“焦作市”→“焦作”，“红河哈尼族彝族自治州”→“红河”；不足两字的没有简称。</summary>
    public static string? ShortNameOf(string name)
    {
        if (Exceptions.TryGetValue(name, out var exception)) return exception;
        var stem = IsAutonomous(name) ? WithoutPeoples(name[..^3]) : WithoutSuffix(name);
        // “土默特左旗”去了“旗”不成名称。
        return stem.Length < 2 || (name[^1] == '旗' && stem[^1] is '左' or '右' or '前' or '后' or '中') ? null : stem;
    }

    /// <summary>自治州、自治县、自治旗的习称：“红河州”“孟村县”“鄂温克旗”。</summary>
    public static string? CustomaryNameOf(string name) =>
        IsAutonomous(name) && ShortNameOf(name) is { } stem ? stem + name[^1] : null;

    private static bool IsAutonomous(string name) =>
        name.Length > 4 && name[^1] is '州' or '县' or '旗' && name.AsSpan(name.Length - 3, 2).SequenceEqual("自治");

    private static string WithoutPeoples(string stem)
    {
        while (Peoples.FirstOrDefault(people => stem.Length >= people.Length + 2 && stem.EndsWith(people, StringComparison.Ordinal)) is { } last)
            stem = stem[..^last.Length];
        return stem;
    }

    private static string WithoutSuffix(string name)
    {
        foreach (var suffix in Suffixes)
            if (name.Length > suffix.Length + 1 && name.EndsWith(suffix, StringComparison.Ordinal)) return name[..^suffix.Length];
        return "";
    }
}
