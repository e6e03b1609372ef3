using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Gongkai.Organisations.Agencies;

/// <summary>机构名称用的词：国务院部门、习称与正式名称，以及后缀。</summary>
internal static partial class AgencyVocabulary
{
    private static readonly Lazy<FrozenDictionary<string, AgencyKind>> StateCouncil = new(() =>
        EmbeddedTable.Rows("state-council.csv").ToFrozenDictionary(
            row => row[0],
            row => row[1] == "department" ? AgencyKind.StateCouncilDepartment : AgencyKind.StateCouncilBureau,
            StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, string?>> Abbreviations = new(() =>
        EmbeddedTable.Rows("abbreviations.csv").ToFrozenDictionary(row => row[0], row => row[2] == "1" ? row[1] : null, StringComparer.Ordinal));

    /// <summary>国务院部门的性质；不是国务院部门时为空。“中华人民共和国”可有可无。</summary>
    public static AgencyKind? StateCouncilKindOf(string name) =>
        StateCouncil.Value.TryGetValue(WithoutStateName(name), out var kind) ? kind : null;

    /// <summary>名称以哪个国务院部门开头而后面还有别的字，例如“国家税务总局｜焦作市税务局”；没有时为空。</summary>
    public static string? StateCouncilPrefixOf(string name)
    {
        string? longest = null;
        foreach (var key in StateCouncil.Value.Keys)
            if (name.Length > key.Length && key.Length > (longest?.Length ?? 0) && name.StartsWith(key, StringComparison.Ordinal)) longest = key;
        return longest;
    }

    public static string WithoutStateName(string name) =>
        name.StartsWith("中华人民共和国", StringComparison.Ordinal) ? name["中华人民共和国".Length..] : name;

    /// <summary>是不是习称（“科委”“文旅局”）；各地正式名称一致的，同时给出正式名称。</summary>
    public static bool IsAbbreviation(string stem, out string? formal) => Abbreviations.Value.TryGetValue(stem, out formal);

    /// <summary>以机关的后缀收尾，而且不是学校、医院、企业、法院等。</summary>
    public static bool EndsLikeAnOrgan(string stem) => OrganEnd().IsMatch(stem) && !NotAnOrgan().IsMatch(stem);

    [GeneratedRegex("(?:局|厅|委员会|委|办公室|办|处|署|中心|总队|支队|大队|调查队|站|所|分行|海关)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OrganEnd();

    [GeneratedRegex("^委|人大常委会|常务委员会$|^政协|监察委员会$|法院|检察院|医院|学院|公司|集团|银行$|村民委员会$|居民委员会$|律师事务所$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotAnOrgan();
}
