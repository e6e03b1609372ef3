using System.Collections.Immutable;

namespace Gongkai.Organisations.Units;

/// <summary>单位的一件变动。</summary>
/// <param name="Unit">哪个单位。</param>
/// <param name="On">自哪一天起（含）。</param>
/// <param name="Reason">缘由或者文件。</param>
public abstract record UnitEvent(UnitId Unit, DateOnly On, string Reason);

/// <summary>设立了。</summary>
public sealed record UnitEstablished(UnitId Unit, DateOnly On, string Reason, UnitFacts Facts) : UnitEvent(Unit, On, Reason);

/// <summary>情况变了：更名、改隶属、换地址。</summary>
public sealed record UnitChanged(UnitId Unit, DateOnly On, string Reason, UnitFacts Facts) : UnitEvent(Unit, On, Reason);

/// <summary>终止了：自 <see cref="UnitEvent.On"/> 起不再存在，前一日是最后一日。</summary>
public sealed record UnitEnded(UnitId Unit, DateOnly On, string Reason, UnitEndingKind Kind, ImmutableArray<UnitId> Successors) : UnitEvent(Unit, On, Reason);

/// <summary>内设机构的一件变动。</summary>
public abstract record OfficeEvent(UnitId Unit, DateOnly On, string Reason, OfficeId Office) : UnitEvent(Unit, On, Reason);

/// <summary>设了内设机构。</summary>
public sealed record OfficeOpened(UnitId Unit, DateOnly On, string Reason, OfficeId Office, string Name) : OfficeEvent(Unit, On, Reason, Office);

/// <summary>撤了内设机构：前一日是最后一日。</summary>
public sealed record OfficeClosed(UnitId Unit, DateOnly On, string Reason, OfficeId Office) : OfficeEvent(Unit, On, Reason, Office);

/// <summary>指定为政府信息公开工作机构；原来的到前一日为止。条例第四条。</summary>
public sealed record DisclosureOfficeDesignated(UnitId Unit, DateOnly On, string Reason, OfficeId Office) : OfficeEvent(Unit, On, Reason, Office);
