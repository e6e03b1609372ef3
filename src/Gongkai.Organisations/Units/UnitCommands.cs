using System.Collections.Immutable;

namespace Gongkai.Organisations.Units;

/// <summary>要对单位做的一件事。</summary>
/// <param name="From">自哪一天起（含）。</param>
/// <param name="Reason">缘由或者文件，必填。</param>
public abstract record UnitCommand(DateOnly From, string Reason);

/// <summary>设立。</summary>
public sealed record EstablishUnit(UnitId Unit, UnitFacts Facts, DateOnly From, string Reason) : UnitCommand(From, Reason);

/// <summary>改变情况：给出变动之后的全部情况。自某日起的一段已经有了的，是更正那一段。</summary>
public sealed record ChangeUnit(UnitId Unit, UnitFacts Facts, DateOnly From, string Reason) : UnitCommand(From, Reason);

/// <summary>合并：这些单位终止，由一个单位承接；它们的下级和以它们为主管部门的，一并改到承接的单位。</summary>
public sealed record MergeUnits(ImmutableArray<UnitId> Units, UnitId Into, DateOnly From, string Reason) : UnitCommand(From, Reason);

/// <summary>分立：一个单位终止，由几个单位承接。下级要先安排好。</summary>
public sealed record SplitUnit(UnitId Unit, ImmutableArray<UnitId> Into, DateOnly From, string Reason) : UnitCommand(From, Reason);

/// <summary>撤销；职责转给别的单位的，写明承接的单位。</summary>
public sealed record AbolishUnit(UnitId Unit, ImmutableArray<UnitId> Successors, DateOnly From, string Reason) : UnitCommand(From, Reason);
