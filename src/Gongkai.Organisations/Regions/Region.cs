namespace Gongkai.Organisations.Regions;

/// <summary>行政区划：省、市、县三级之一，连同它的上级与下级。GB/T 2260。</summary>
public sealed class Region
{
    private readonly List<Region> _children = [];

    internal Region(string code, string name, Region? parent)
    {
        Code = code;
        Name = name;
        ShortName = RegionNaming.ShortNameOf(name);
        Parent = parent;
        Level = LevelOf(code);
        parent?._children.Add(this);
    }

    /// <summary>六位代码，例如 410800。</summary>
    public string Code { get; }

    /// <summary>全称，例如“焦作市”“红河哈尼族彝族自治州”。</summary>
    public string Name { get; }

    /// <summary>简称，例如“焦作”“红河”；一字县（范县）和“城区”一类没有简称。</summary>
    public string? ShortName { get; }

    /// <summary>级别：省、市、县。</summary>
    public RegionLevel Level { get; }

    /// <summary>上级区划；省级没有。直辖市的区县和省直辖的县级单位，上级是省级。</summary>
    public Region? Parent { get; }

    /// <summary>下级区划，按代码排列。</summary>
    public IReadOnlyList<Region> Children => _children;

    /// <summary>所在的省级区划；省级就是它自己。</summary>
    public Region Province => Parent is null ? this : Parent.Province;

    /// <summary>从省到本级连写，例如“河南省焦作市”。</summary>
    public string FullName => Parent is null ? Name : Parent.FullName + Name;

    /// <summary>市辖区：正式名称前要冠所在市的名称。不含县、县级市和自治县。</summary>
    public bool IsDistrict => Level == RegionLevel.County && Name.EndsWith('区') && !Name.EndsWith("林区", StringComparison.Ordinal);

    /// <summary>省、自治区的首府：代码的中间两位是 01。</summary>
    public bool IsProvincialCapital => Level == RegionLevel.City && Code.AsSpan(2, 2).SequenceEqual("01");

    /// <summary>是否 <paramref name="other"/> 本身或在其辖下。</summary>
    public bool IsWithin(Region other) => ReferenceEquals(this, other) || (Parent is not null && Parent.IsWithin(other));

    /// <summary>是否同一条隶属链：本身、上级或下辖。</summary>
    public bool IsOnChainOf(Region other) => IsWithin(other) || other.IsWithin(this);

    /// <summary>相邻：同一上级的同级区划，或本省首府。行政区划代码里没有地理邻接，只认隶属关系。</summary>
    public bool IsNeighbourOf(Region other) =>
        !IsOnChainOf(other)
        && ((Parent is not null && ReferenceEquals(Parent, other.Parent))
            || (IsProvincialCapital && ReferenceEquals(Province, other.Province)));

    /// <summary>其人民政府可否制定规章：省、自治区、直辖市和设区的市、自治州可以；地区、盟的行政公署和县级不可以。立法法第九十三条。</summary>
    public bool GovernmentMayMakeRegulations => Level switch
    {
        RegionLevel.Province => true,
        RegionLevel.City => Name.EndsWith('市') || Name.EndsWith('州'),
        _ => false,
    };

    public override string ToString() => $"{Code} {FullName}";

    internal static RegionLevel LevelOf(string code) =>
        code.EndsWith("0000", StringComparison.Ordinal) ? RegionLevel.Province
        : code.EndsWith("00", StringComparison.Ordinal) ? RegionLevel.City
        : RegionLevel.County;
}

/// <summary>区划的级别。</summary>
public enum RegionLevel
{
    /// <summary>省、自治区、直辖市、特别行政区。</summary>
    Province,

    /// <summary>设区的市、自治州、地区、盟，以及不设区的地级市。</summary>
    City,

    /// <summary>县、自治县、旗、县级市、市辖区；直辖市的区也在此列。</summary>
    County,
}
