using System.Collections.Immutable;
using Gongkai.Organisations.Regions;

namespace Gongkai.Organisations.Units;

/// <summary>认得的区划代码：全国的地名词典，加上本地登记的代码（开发区、功能区，以及演示用的虚构城市）。</summary>
public sealed class RegionCodes
{
    private readonly Gazetteer _gazetteer;
    private readonly Dictionary<string, LocalRegion> _local;

    /// <param name="gazetteer">全国的地名词典。</param>
    /// <param name="local">本地登记的代码；不得与全国的重复。</param>
    /// <exception cref="ArgumentException">本地的代码不是六位数字，或者与全国的、另一个本地的重复。</exception>
    public RegionCodes(Gazetteer gazetteer, params ImmutableArray<LocalRegion> local)
    {
        _gazetteer = gazetteer;
        _local = new Dictionary<string, LocalRegion>(StringComparer.Ordinal);
        foreach (var region in local)
        {
            if (region.Code.Length != 6 || !region.Code.All(char.IsAsciiDigit)) throw new ArgumentException($"区划代码“{region.Code}”不是六位数字。", nameof(local));
            if (gazetteer.ByCode(region.Code) is { } real) throw new ArgumentException($"区划代码 {region.Code} 已经是{real.FullName}。", nameof(local));
            if (!_local.TryAdd(region.Code, region)) throw new ArgumentException($"区划代码 {region.Code} 登记了两次。", nameof(local));
        }
    }

    /// <summary>只有全国的。</summary>
    public static RegionCodes National { get; } = new(Gazetteer.China);

    /// <summary>代码的级别；不认得的为空。</summary>
    public RegionLevel? LevelOf(string code) => _gazetteer.ByCode(code)?.Level ?? _local.GetValueOrDefault(code)?.Level;

    /// <summary>代码的名称；不认得的为空。</summary>
    public string? NameOf(string code) => _gazetteer.ByCode(code)?.FullName ?? _local.GetValueOrDefault(code)?.Name;

    /// <summary>这个区划的政府能否制定规章；不认得的不能。《立法法》第九十三条。</summary>
    internal bool GovernmentMayMakeRegulations(string code) =>
        _gazetteer.ByCode(code)?.GovernmentMayMakeRegulations ?? _local.GetValueOrDefault(code) is { Level: RegionLevel.City or RegionLevel.Province };
}

/// <summary>本地登记的区划代码。</summary>
/// <param name="Code">六位数字。</param>
/// <param name="Name">全称。</param>
/// <param name="Level">相当于哪一级。</param>
/// <param name="Reason">为什么登记，例如“国家级新区，统计用代码”。</param>
public sealed record LocalRegion(string Code, string Name, RegionLevel Level, string Reason);
