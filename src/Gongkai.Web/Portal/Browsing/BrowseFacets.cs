using System.Globalization;
using Gongkai.Data.Queries.Publication;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Services.Publication;
using Gongkai.Web.Components.Lists;

namespace Gongkai.Web.Portal.Browsing;

/// <summary>目录的分面：每一项有哪些可选、各有几条、点了去哪里。选中的再点一下就取消。</summary>
internal sealed class BrowseFacets(PublicQuery query, CatalogueCounts counts, UnitTree tree)
{
    // 主题有上百类：列条数最多的。
    private const int MostOptions = 15;

    private PublicItemFilter Filter => query.Filter;

    public IReadOnlyList<FacetOption> Units => Options(
        counts.ByUnit(Filter).OrderByDescending(pair => pair.Value), Filter.Unit,
        unit => tree.Find(new UnitId(unit))?.Latest.Name ?? "", chosen => Filter with { Unit = chosen });

    public IReadOnlyList<FacetOption> Years => Options(
        counts.ByYear(Filter).OrderByDescending(pair => pair.Key), Filter.Year,
        year => year.ToString(CultureInfo.InvariantCulture), chosen => Filter with { Year = chosen });

    public IReadOnlyList<FacetOption> Genres => Options(
        counts.ByGenre(Filter).OrderByDescending(pair => pair.Value), Filter.Genre,
        genre => genre.Caption(), chosen => Filter with { Genre = chosen });

    public IReadOnlyList<FacetOption> Categories => Texts(
        counts.ByCategory(Filter).OrderBy(pair => pair.Key, StringComparer.Ordinal), query.Category, int.MaxValue,
        code => DisclosureCategory.Find(code)?.Caption ?? code, chosen => Filter with { Categories = chosen is null ? null : [chosen] });

    public IReadOnlyList<FacetOption> Subjects => Texts(
        counts.BySubject(Filter).OrderByDescending(pair => pair.Value), Filter.Subject, MostOptions,
        code => Subject.Find(code)?.Path ?? code, chosen => Filter with { Subject = chosen });

    /// <summary>五公开；一条也没有标的不显示。</summary>
    public IReadOnlyList<FacetOption> Aspects => Options(
        counts.ByAspect(Filter).OrderBy(pair => pair.Key), Filter.Aspect,
        Openness.Caption, chosen => Filter with { Aspect = chosen });

    private List<FacetOption> Options<T>(IEnumerable<KeyValuePair<T, int>> counted, T? chosen, Func<T, string> caption, Func<T?, PublicItemFilter> choose)
        where T : struct =>
        [.. counted.Select(pair => Option(caption(pair.Key), pair.Value, Equals(pair.Key, chosen), isChosen => choose(isChosen ? null : pair.Key)))];

    private List<FacetOption> Texts(IEnumerable<KeyValuePair<string, int>> counted, string? chosen, int most, Func<string, string> caption, Func<string?, PublicItemFilter> choose) =>
        [.. counted.Where((pair, at) => at < most || pair.Key == chosen).Select(pair => Option(caption(pair.Key), pair.Value, pair.Key == chosen, isChosen => choose(isChosen ? null : pair.Key)))];

    private FacetOption Option(string caption, int count, bool isChosen, Func<bool, PublicItemFilter> choose) =>
        new(caption, count, query.With(choose(isChosen)).At(PortalAddress.Catalogue), isChosen);
}
