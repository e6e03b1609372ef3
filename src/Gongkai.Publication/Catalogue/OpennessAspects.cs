using System.Collections.Immutable;

namespace Gongkai.Publication.Catalogue;

/// <summary>五公开：决策、执行、管理、服务、结果，信息属于其中哪几个；可以不标，也可以标几个。</summary>
[Flags]
public enum OpennessAspects
{
    /// <summary>没有标。</summary>
    None = 0,

    /// <summary>决策公开。</summary>
    Decision = 1,

    /// <summary>执行公开。</summary>
    Execution = 2,

    /// <summary>管理公开。</summary>
    Management = 4,

    /// <summary>服务公开。</summary>
    Service = 8,

    /// <summary>结果公开。</summary>
    Result = 16,
}

/// <summary>五公开的说法与写法。</summary>
public static class Openness
{
    /// <summary>五个，按通常的次序。</summary>
    public static ImmutableArray<OpennessAspects> Five { get; } = [OpennessAspects.Decision, OpennessAspects.Execution, OpennessAspects.Management, OpennessAspects.Service, OpennessAspects.Result];

    /// <summary>一个的说法，例如“决策公开”。</summary>
    public static string Caption(OpennessAspects one) => one switch
    {
        OpennessAspects.Decision => "决策公开",
        OpennessAspects.Execution => "执行公开",
        OpennessAspects.Management => "管理公开",
        OpennessAspects.Service => "服务公开",
        OpennessAspects.Result => "结果公开",
        _ => throw new ArgumentOutOfRangeException(nameof(one), one, "只能是五个之一。"),
    };

    /// <summary>标了的各个。</summary>
    public static ImmutableArray<OpennessAspects> Each(this OpennessAspects aspects) => [.. Five.Where(one => aspects.HasFlag(one))];

    /// <summary>标了的写成一行，用顿号隔开；没有标的为空串。</summary>
    public static string Text(this OpennessAspects aspects) => string.Join('、', aspects.Each().Select(Caption));

    /// <summary>代码，例如 decision。</summary>
    public static string Code(OpennessAspects one) => one.ToString().ToLowerInvariant();

    /// <summary>由代码找；没有的为空。</summary>
    public static OpennessAspects? FindCode(string code) => Five.Cast<OpennessAspects?>().FirstOrDefault(one => Code(one!.Value) == code);
}
