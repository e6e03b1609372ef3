using System.Collections.Immutable;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;

namespace Gongkai.Publication.Matters;

/// <summary>公开事项的标识。</summary>
public readonly record struct MatterId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>公开事项：应当公开的一件事，由哪个单位公开。一个单位的各项合起来，是它的事项清单（基层政务公开标准目录）。</summary>
/// <param name="Id">标识。</param>
/// <param name="Version">并发的版本，从 1 起。</param>
/// <param name="Unit">公开主体：负责公开的单位。</param>
/// <param name="Facts">登记的各项。</param>
/// <param name="Ending">停用；还在用的为空。</param>
public sealed record Matter(MatterId Id, int Version, UnitId Unit, MatterFacts Facts, MatterEnding? Ending);

/// <summary>公开事项登记的各项，与基层政务公开标准目录的各栏相同。</summary>
public sealed record MatterFacts
{
    /// <summary>一级事项，例如“公共文化服务”。</summary>
    public required string Group { get; init; }

    /// <summary>二级事项，例如“场馆免费开放”；同一单位、同一一级事项之下不重复。</summary>
    public required string Name { get; init; }

    /// <summary>公开内容（要素）。</summary>
    public required string Elements { get; init; }

    /// <summary>公开依据。</summary>
    public required string Basis { get; init; }

    /// <summary>法定公开分类的代码：条例第二十条、第二十一条的哪一项，也由它归入栏目。</summary>
    public required string Category { get; init; }

    /// <summary>公开时限或者频次。</summary>
    public required MatterRhythm Rhythm { get; init; }

    /// <summary>公开渠道和载体，至少一个。</summary>
    public ImmutableArray<Channel> Channels { get; init; } = [];

    /// <summary>公开方式：主动公开，或者依申请公开；依申请公开的不催。</summary>
    public DisclosureMode Mode { get; init; } = DisclosureMode.Active;

    /// <summary>特定群体是谁；向全社会公开的为空。</summary>
    public string? Audience { get; init; }

    /// <summary>公开层级，至少一个。</summary>
    public ImmutableArray<UnitLevel> Levels { get; init; } = [];

    /// <summary>法定公开分类。</summary>
    public DisclosureCategory? FindCategory() => DisclosureCategory.Find(Category);
}

/// <summary>停用：不再要求公开，从前的照样看得见。</summary>
/// <param name="On">自哪一天起。</param>
/// <param name="Reason">缘由。</param>
public sealed record MatterEnding(DateOnly On, string Reason);
