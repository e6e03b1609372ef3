using System.Globalization;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Normative;
using Gongkai.Services.Publication.Normative;
using Gongkai.Web.Components.Lists;

namespace Gongkai.Web.Portal.Library;

/// <summary>文件库的分面：每一项的各个选项，按其余各项已经选定的数；选中的再点一下就取消。</summary>
internal sealed class LibraryFacets(LibraryQuery query, LibrarySnapshot library, UnitTree tree, DateOnly today, Func<LibraryFilter, string> address)
{
    private LibraryFilter Filter => query.Filter;

    public IReadOnlyList<FacetOption> Validities =>
    [
        .. Enum.GetValues<LibraryValidity>().Select(validity => Option(
            validity.Caption(), Counting(Filter with { Validity = validity }), Filter.Validity == validity, Filter with { Validity = Filter.Validity == validity ? null : validity })),
    ];

    public IReadOnlyList<FacetOption> Kinds => Options(Filter with { Kind = null }, entry => (NormativeKind?)entry.Document.Kind, Filter.Kind, kind => kind.Caption(), kind => Filter with { Kind = kind }, byCount: true);

    public IReadOnlyList<FacetOption> Units => Options(
        Filter with { Unit = null }, entry => (Guid?)entry.Document.Unit.Value, Filter.Unit, unit => tree.Find(new UnitId(unit))?.Latest.Name ?? "", unit => Filter with { Unit = unit }, byCount: true);

    public IReadOnlyList<FacetOption> Years => Options(
        Filter with { Year = null }, entry => (int?)entry.Document.Facts.IssuedOn.Year, Filter.Year, year => year.ToString(CultureInfo.InvariantCulture), year => Filter with { Year = year }, byCount: false);

    public IReadOnlyList<FacetOption> Subjects =>
    [
        .. Matching(Filter with { Subject = null }).Where(entry => entry.Subject is not null).GroupBy(entry => entry.Subject!).OrderByDescending(group => group.Count())
            .Select(group => Option(Subject.Find(group.Key)?.Path ?? group.Key, group.Count(), Filter.Subject == group.Key, Filter with { Subject = Filter.Subject == group.Key ? null : group.Key })),
    ];

    private IEnumerable<LibraryEntry> Matching(LibraryFilter filter) => library.Entries.Where(entry => filter.Matches(entry, today));

    private int Counting(LibraryFilter filter) => Matching(filter).Count();

    private List<FacetOption> Options<T>(LibraryFilter others, Func<LibraryEntry, T?> key, T? chosen, Func<T, string> caption, Func<T?, LibraryFilter> choose, bool byCount)
        where T : struct
    {
        var groups = Matching(others).GroupBy(entry => key(entry)!.Value).ToList();
        var ordered = byCount ? groups.OrderByDescending(group => group.Count()) : groups.OrderByDescending(group => group.Key);
        return [.. ordered.Select(group => Option(caption(group.Key), group.Count(), Equals(chosen, group.Key), choose(Equals(chosen, group.Key) ? null : group.Key)))];
    }

    private FacetOption Option(string caption, int count, bool isChosen, LibraryFilter filter) => new(caption, count, address(filter), isChosen);
}

/// <summary>有效性的几类的说法与颜色。</summary>
internal static class ValidityWording
{
    public static string Caption(this LibraryValidity validity) => validity switch
    {
        LibraryValidity.InForce => "现行有效",
        LibraryValidity.NotYetEffective => "尚未施行",
        LibraryValidity.Expired => "已失效",
        _ => "已废止",
    };

    public static Components.Marks.Tone Tone(this NormativeStatus status) => status switch
    {
        NormativeStatus.Valid or NormativeStatus.Amended => Components.Marks.Tone.Good,
        NormativeStatus.NotYetEffective or NormativeStatus.NotIssued => Components.Marks.Tone.Careful,
        _ => Components.Marks.Tone.Past,
    };
}
