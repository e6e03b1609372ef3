using System.Collections.Immutable;
using Gongkai.Data.Queries.Publication;
using Gongkai.Publication.Catalogue;

namespace Gongkai.Services.Publication;

/// <summary>
/// 目录里各有几条：看得见的各条按六项合起来数一遍，每一种筛选都由它加出来，不必再问库。
/// 每一项的各个选项，按其余各项已经选定的数，所以换一个选项以前就知道有几条。
/// </summary>
public sealed class CatalogueCounts
{
    private readonly ImmutableArray<CountedGroup> _groups;

    internal CatalogueCounts(IEnumerable<CountedGroup> groups) => _groups = [.. groups];

    /// <summary>合乎条件的一共几条。</summary>
    public int Count(PublicItemFilter filter) => Matching(filter).Sum(group => group.Count);

    /// <summary>各单位几条，不论选了哪个单位。</summary>
    public IReadOnlyDictionary<Guid, int> ByUnit(PublicItemFilter filter) => By<Guid>(filter with { Unit = null }, group => group.Unit);

    /// <summary>各法定公开分类几条，不论选了哪一类。</summary>
    public IReadOnlyDictionary<string, int> ByCategory(PublicItemFilter filter) => By(filter with { Categories = null }, group => group.Category);

    /// <summary>各主题分类几条，不论选了哪一类。</summary>
    public IReadOnlyDictionary<string, int> BySubject(PublicItemFilter filter) => By(filter with { Subject = null }, group => group.Subject);

    /// <summary>各体裁几条，不论选了哪种。</summary>
    public IReadOnlyDictionary<Genre, int> ByGenre(PublicItemFilter filter) => By<Genre>(filter with { Genre = null }, group => group.Genre);

    /// <summary>各年几条，不论选了哪一年。</summary>
    public IReadOnlyDictionary<int, int> ByYear(PublicItemFilter filter) => By<int>(filter with { Year = null }, group => group.Year);

    private IEnumerable<CountedGroup> Matching(PublicItemFilter filter) => _groups.Where(group =>
        (filter.Unit is not { } unit || group.Unit == unit)
        && (filter.Columns is { } columns && group.Column is { } column ? columns.Contains(column) : IsClassified(group, filter))
        && (filter.Year is not { } year || group.Year == year));

    private static bool IsClassified(CountedGroup group, PublicItemFilter filter) =>
        (filter.Categories is not { } categories || (group.Category is { } category && categories.Contains(category)))
        && (filter.Subject is not { } subject || group.Subject == subject)
        && (filter.Genre is not { } genre || group.Genre == genre);

    private Dictionary<T, int> By<T>(PublicItemFilter filter, Func<CountedGroup, T?> key)
        where T : struct => Summed(Matching(filter).Where(group => key(group) is not null).GroupBy(group => key(group)!.Value));

    private Dictionary<string, int> By(PublicItemFilter filter, Func<CountedGroup, string?> key) =>
        Summed(Matching(filter).Where(group => key(group) is not null).GroupBy(group => key(group)!));

    private static Dictionary<T, int> Summed<T>(IEnumerable<IGrouping<T, CountedGroup>> groups)
        where T : notnull => groups.ToDictionary(group => group.Key, group => group.Sum(one => one.Count));
}
