using System.Collections.Immutable;
using Gongkai.Law;

namespace Gongkai.Organisations.Units;

/// <summary>单位：一个机关的全部经历。更名、改隶属是同一个单位的另一段；合并、分立、撤销是它的终止。</summary>
/// <param name="Id">标识。</param>
/// <param name="Version">版本：每有一次变动加一，从 1 起。</param>
/// <param name="Periods">各段情况，由早到晚，至少一段；每段到下一段的前一日为止。</param>
/// <param name="Ending">终止；仍然存在的为空。</param>
/// <param name="Offices">内设机构，包括已经撤销的。</param>
public sealed record Unit(UnitId Id, int Version, ImmutableArray<UnitPeriod> Periods, UnitEnding? Ending, ImmutableArray<Office> Offices)
{
    /// <summary>设立之日（含）。</summary>
    public DateOnly EstablishedOn => Periods[0].From;

    /// <summary>存在的期间，首尾两日都在内。</summary>
    public Validity Lifetime => new(EstablishedOn, Ending?.LastDay);

    /// <summary>最近一段的情况；已经终止的，是终止时的情况。</summary>
    public UnitFacts Latest => Periods[^1].Facts;

    /// <summary>某日的情况；那一天还没有设立或者已经终止的为空。</summary>
    public UnitFacts? On(DateOnly date) => PeriodOn(date)?.Facts;

    /// <summary>某日所在的一段；那一天不存在的为空。</summary>
    public UnitPeriod? PeriodOn(DateOnly date) => Lifetime.Covers(date) ? Periods.Last(period => period.From <= date) : null;

    /// <summary>公开指南上的机构信息（名称与联系方式）到某日为止最近一次变动的日子；指南应当自这一天起及时更新。条例第十二条。</summary>
    public DateOnly? GuideFactsChangedOn(DateOnly date)
    {
        if (PeriodOn(date) is not { } current) return null;
        var since = current.From;
        foreach (var earlier in Periods.Where(period => period.From < current.From).Reverse())
        {
            if (earlier.Facts.Name != current.Facts.Name || earlier.Facts.Contact != current.Facts.Contact) break;
            since = earlier.From;
        }

        return since;
    }

    /// <summary>承担公开工作的机构：某日指定的那个内设机构；没有指定的为空。条例第四条。</summary>
    public Office? DisclosureOffice(DateOnly date) => Offices.FirstOrDefault(office => office.HasDisclosureDuty(date));

    /// <summary>照一件变动改变；变动已经由 <see cref="UnitTree"/> 或者 <see cref="OfficeDecisions"/> 放行。</summary>
    public Unit Apply(UnitEvent happened) => Changed(happened) with { Version = Version + 1 };

    /// <summary>设立一个单位。</summary>
    public static Unit From(UnitEstablished happened) =>
        new(happened.Unit, 1, [new UnitPeriod(happened.On, happened.Facts, happened.Reason)], null, []);

    private Unit Changed(UnitEvent happened) => happened switch
    {
        UnitChanged change => this with
        {
            Periods = [.. Periods.Where(period => period.From < change.On), new UnitPeriod(change.On, change.Facts, change.Reason)],
        },
        UnitEnded end => this with { Ending = new UnitEnding(end.On.AddDays(-1), end.Kind, end.Successors, end.Reason) },
        OfficeEvent office => this with { Offices = OfficeDecisions.Apply(Offices, office) },
        _ => throw new InvalidOperationException($"单位不认识这件变动：{happened.GetType().Name}。"),
    };
}

/// <summary>一段情况。</summary>
/// <param name="From">自哪一天起（含）。</param>
/// <param name="Facts">情况。</param>
/// <param name="Reason">为什么：设立、更名的缘由或者文件。</param>
public sealed record UnitPeriod(DateOnly From, UnitFacts Facts, string Reason);

/// <summary>终止。</summary>
/// <param name="LastDay">最后一日（含）。</param>
/// <param name="Kind">怎样终止。</param>
/// <param name="Successors">承接的单位；撤销而无承接的没有。</param>
/// <param name="Reason">缘由或者文件。</param>
public sealed record UnitEnding(DateOnly LastDay, UnitEndingKind Kind, ImmutableArray<UnitId> Successors, string Reason);

/// <summary>终止的缘由。</summary>
public enum UnitEndingKind
{
    /// <summary>合并：并入一个单位。</summary>
    Merged,

    /// <summary>分立：由几个单位承接。</summary>
    Split,

    /// <summary>撤销：可以有承接职责的单位，也可以没有。</summary>
    Abolished,
}
