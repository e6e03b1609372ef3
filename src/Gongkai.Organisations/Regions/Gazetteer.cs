using System.Collections.Immutable;

namespace Gongkai.Organisations.Regions;

/// <summary>地名词典：全国县级以上行政区划与功能区，按代码、全称、简称查找，并在文字里找出地名。数据来源见 <c>Data/NOTICE.md</c>。</summary>
public sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> Loaded = new(Load);

    private readonly Dictionary<string, Region> _byCode;
    private readonly Dictionary<string, PlaceName> _byName;
    private readonly PlaceIndex _index;

    private Gazetteer(Dictionary<string, Region> byCode, Dictionary<string, PlaceName> byName)
    {
        _byCode = byCode;
        _byName = byName;
        _index = new PlaceIndex(byName.Values);
    }

    /// <summary>全国。第一次用到时装入。</summary>
    public static Gazetteer China => Loaded.Value;

    /// <summary>全部现行区划，按代码排列。</summary>
    public IReadOnlyCollection<Region> Regions => _byCode.Values;

    /// <summary>按六位代码；没有这个代码时为空。</summary>
    public Region? ByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>按写法（全称、习称、旧称、功能区、简称）；没有时为空。</summary>
    public PlaceName? ByName(string name) => _byName.GetValueOrDefault(name);

    /// <summary>只有一个区划这样称呼时，就是它；没有或不止一个时为空。</summary>
    public Region? Unique(string name) => ByName(name) is { Regions: [var only] } ? only : null;

    /// <summary>文字里的地名，互不交叠，按出现的顺序。</summary>
    public IReadOnlyList<PlaceMention> Search(ReadOnlySpan<char> text) => _index.Search(text);

    /// <summary>从 <paramref name="at"/> 处开始的全部写法，从长到短。</summary>
    internal IEnumerable<PlaceName> NamesAt(string text, int at) => _index.AllAt(text, at);

    internal static Gazetteer Load()
    {
        var regions = new Dictionary<string, Region>(4096, StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Rows("regions.csv"))
            regions[row[0]] = new Region(row[0], row[1], ParentOf(row[0], regions));

        var names = new Dictionary<string, List<Region>>(8192, StringComparer.Ordinal);
        var zones = new HashSet<string>(StringComparer.Ordinal);
        foreach (var region in regions.Values)
        {
            Add(names, region.Name, region);
            if (RegionNaming.CustomaryNameOf(region.Name) is { } customary) Add(names, customary, region);
        }
        foreach (var row in EmbeddedTable.Rows("former-names.csv")) Add(names, row[0], regions[row[1]]);
        foreach (var row in EmbeddedTable.Rows("zones.csv"))
        {
            Add(names, row[0], regions[row[1]]);
            zones.Add(row[0]);
        }

        var byName = new Dictionary<string, PlaceName>(16384, StringComparer.Ordinal);
        foreach (var (name, owners) in names)
            byName[name] = new PlaceName(name, zones.Contains(name) ? PlaceNameKind.Zone : PlaceNameKind.Full, [.. owners]);
        foreach (var group in regions.Values.Where(region => region.ShortName is not null).GroupBy(region => region.ShortName!, StringComparer.Ordinal))
            byName.TryAdd(group.Key, new PlaceName(group.Key, PlaceNameKind.Abbreviated, [.. group]));
        return new Gazetteer(regions, byName);
    }

    private static void Add(Dictionary<string, List<Region>> names, string name, Region region)
    {
        if (!names.TryGetValue(name, out var owners)) names[name] = owners = [];
        if (!owners.Contains(region)) owners.Add(region);
    }

    private static Region? ParentOf(string code, Dictionary<string, Region> regions) => Region.LevelOf(code) switch
    {
        RegionLevel.Province => null,
        RegionLevel.City => regions[code[..2] + "0000"],
        // 省直辖的县级单位（419001）和直辖市的区（310115）没有市一级。
        _ => regions.GetValueOrDefault(code[..4] + "00") ?? regions[code[..2] + "0000"],
    };
}
