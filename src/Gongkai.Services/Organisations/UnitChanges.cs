using System.Reflection;
using System.Text.Json;
using Gongkai.Organisations.Units;

namespace Gongkai.Services.Organisations;

/// <summary>单位的变动在审计记录里的写法：何日起、发生什么、哪几项由什么改成什么。</summary>
internal static class UnitChanges
{
    private static readonly PropertyInfo[] Facts = typeof(UnitFacts).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    public static object Of(UnitEvent happened, Unit? before) => happened switch
    {
        UnitEstablished established => new { established.On, what = "established", facts = Differences(null, established.Facts) },
        UnitChanged changed => new { changed.On, what = "changed", facts = Differences(before?.On(changed.On) ?? before?.Latest, changed.Facts) },
        UnitEnded ended => new { ended.On, what = ended.Kind, successors = ended.Successors.Select(id => id.Value) },
        OfficeOpened opened => new { opened.On, what = "officeOpened", office = opened.Office.Value, opened.Name },
        OfficeClosed closed => new { closed.On, what = "officeClosed", office = closed.Office.Value },
        DisclosureOfficeDesignated designated => new { designated.On, what = "disclosureOfficeDesignated", office = designated.Office.Value },
        _ => throw new InvalidOperationException($"没有教过怎样记这件变动：{happened.GetType().Name}。"),
    };

    private static SortedDictionary<string, string?[]> Differences(UnitFacts? before, UnitFacts after)
    {
        var differences = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var property in Facts)
        {
            var (old, now) = (before is null ? null : property.GetValue(before), property.GetValue(after));
            if (!Equals(old, now)) differences[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = [old?.ToString(), now?.ToString()];
        }

        return differences;
    }
}
