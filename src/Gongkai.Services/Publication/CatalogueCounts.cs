using System.Collections.Concurrent;
using System.Collections.Immutable;
using Gongkai.Data.Queries.Publication;
using Gongkai.Publication.Catalogue;

namespace Gongkai.Services.Publication;

/// <summary>
/// 目录里各有几条：看得见的各条按七项合起来数一遍，每一种筛选都由它加出来，不必再问库。
/// 每一项的各个选项，按其余各项已经选定的数，所以换一个选项以前就知道有几条。
/// </summary>
public sealed class CatalogueCounts
{
    // 翻页、换着看的多是同样的条件：记住的这么多种，不必每页重加一遍。公开的内容一变，整个换新的。
    private const int MostRemembered = 2_000;

    private readonly ImmutableArray<CountedGroup> _groups;
    private readonly ConcurrentDictionary<(string Facet, PublicItemFilter Filter), object> _remembered = new();

    internal CatalogueCounts(IEnumerable<CountedGroup> groups) => _groups = [.. groups];

    /// <summary>合乎条件的一共几条。</summary>
    public int Count(PublicItemFilter filter) => (int)Remembered(nameof(Count), filter, () => (object)Matching(filter).Sum(group => group.Count));

    /// <summary>各单位几条，不论选了哪个单位。</summary>
    public IReadOnlyDictionary<Guid, int> ByUnit(PublicItemFilter filter) => By<Guid>(nameof(ByUnit), filter with { Unit = null }, group => group.Unit);

    /// <summary>各法定公开分类几条，不论选了哪一类。</summary>
    public IReadOnlyDictionary<string, int> ByCategory(PublicItemFilter filter) => By(nameof(ByCategory), filter with { Categories = null }, group => group.Category);

    /// <summary>各主题分类几条，不论选了哪一类。</summary>
    public IReadOnlyDictionary<string, int> BySubject(PublicItemFilter filter) => By(nameof(BySubject), filter with { Subject = null }, group => group.Subject);

    /// <summary>各体裁几条，不论选了哪种。</summary>
    public IReadOnlyDictionary<Genre, int> ByGenre(PublicItemFilter filter) => By<Genre>(nameof(ByGenre), filter with { Genre = null }, group => group.Genre);

    /// <summary>各年几条，不论选了哪一年。</summary>
    public IReadOnlyDictionary<int, int> ByYear(PublicItemFilter filter) => By<int>(nameof(ByYear), filter with { Year = null }, group => group.Year);

    /// <summary>五公开各几条，不论选了哪个；一条标了几个的，各算一条。</summary>
    public IReadOnlyDictionary<OpennessAspects, int> ByAspect(PublicItemFilter filter)
    {
        var others = filter with { Aspect = null };
        return Remembered(nameof(ByAspect), others, () =>
            Summed(Matching(others).SelectMany(group => group.Aspects.Each(), (group, one) => (Aspect: one, Group: group)).GroupBy(one => one.Aspect, one => one.Group)));
    }

    private IEnumerable<CountedGroup> Matching(PublicItemFilter filter) => _groups.Where(group =>
        (filter.Unit is not { } unit || group.Unit == unit)
        && (filter.Columns is { } columns && group.Column is { } column ? columns.Contains(column) : IsClassified(group, filter))
        && (filter.Year is not { } year || group.Year == year)
        && (filter.Aspect is not { } aspect || group.Aspects.HasFlag(aspect)));

    private static bool IsClassified(CountedGroup group, PublicItemFilter filter) =>
        (filter.Categories is not { } categories || (group.Category is { } category && categories.Contains(category)))
        && (filter.Subject is not { } subject || group.Subject == subject)
        && (filter.Genre is not { } genre || group.Genre == genre);

    private Dictionary<T, int> By<T>(string facet, PublicItemFilter filter, Func<CountedGroup, T?> key)
        where T : struct => Remembered(facet, filter, () => Summed(Matching(filter).Where(group => key(group) is not null).GroupBy(group => key(group)!.Value)));

    private Dictionary<string, int> By(string facet, PublicItemFilter filter, Func<CountedGroup, string?> key) =>
        Remembered(facet, filter, () => Summed(Matching(filter).Where(group => key(group) is not null).GroupBy(group => key(group)!)));

    // 列着几个分类、几个栏目的不记：那是栏目的页面，条件各不相同。
    private T Remembered<T>(string facet, PublicItemFilter filter, Func<T> add)
        where T : class
    {
        if (filter.Categories is not null || filter.Columns is not null) return add();
        if (_remembered.TryGetValue((facet, filter), out var known)) return (T)known;
        var added = add();
        if (_remembered.Count < MostRemembered) _remembered.TryAdd((facet, filter), added);
        return added;
    }

    private static Dictionary<T, int> Summed<T>(IEnumerable<IGrouping<T, CountedGroup>> groups)
        where T : notnull => groups.ToDictionary(group => group.Key, group => group.Sum(one => one.Count));
}
