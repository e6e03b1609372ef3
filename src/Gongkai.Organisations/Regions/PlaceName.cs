using System.Collections.Immutable;

namespace Gongkai.Organisations.Regions;

/// <summary>地名的一种写法，以及它可能指的区划；同名的（鼓楼区、朝阳区）都列出。</summary>
public sealed record PlaceName(string Text, PlaceNameKind Kind, ImmutableArray<Region> Regions);

/// <summary>写法的种类。</summary>
public enum PlaceNameKind
{
    /// <summary>全称，自治地方的习称（红河州），停用的旧称（长垣县）。</summary>
    Full,

    /// <summary>功能区的全称（平潭综合实验区），所指是它所在的区划。</summary>
    Zone,

    /// <summary>简称（焦作）。</summary>
    Abbreviated,
}

/// <summary>文字里出现的地名。</summary>
/// <param name="Start">从 0 起的字符位置。</param>
public readonly record struct PlaceMention(int Start, PlaceName Name)
{
    /// <summary>末字之后的位置（不含）。</summary>
    public int End => Start + Name.Text.Length;
}
