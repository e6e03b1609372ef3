using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Citations;

namespace Gongkai.Organisations.Units;

/// <summary>内设机构能不能设、撤、指定为公开工作机构。</summary>
public static class OfficeDecisions
{
    private static readonly Citation Designation = LegalDocuments.Regulation.Article("第四条");

    /// <summary>设立内设机构：同一天同一单位里名称不重。</summary>
    public static Outcome<OfficeOpened> Open(Unit unit, OfficeId office, string name, DateOnly from, string reason)
    {
        if (string.IsNullOrWhiteSpace(name)) return new Refusal("内设机构要有名称。");
        if (!unit.Lifetime.Covers(from)) return new Refusal($"{unit.Latest.Name}在{from:yyyy年M月d日}不存在。");
        if (unit.Offices.Any(other => other.Id == office)) return new Refusal("这个内设机构已经设立。");
        if (unit.Offices.Any(other => other.Name == name && other.Lifetime.Overlaps(new Validity(from, null))))
            return new Refusal($"{unit.Latest.Name}已经有“{name}”。");
        return new OfficeOpened(unit.Id, from, reason, office, name);
    }

    /// <summary>撤销内设机构：承担公开工作的，先另行指定。</summary>
    public static Outcome<OfficeClosed> Close(Unit unit, OfficeId office, DateOnly from, string reason)
    {
        if (Living(unit, office, from) is not { } found) return new Refusal($"{unit.Latest.Name}在{from:yyyy年M月d日}没有这个内设机构。");
        if (found.DisclosureDuties.Any(duty => duty.Until is not { } last || last >= from))
            return new Refusal($"“{found.Name}”是政府信息公开工作机构：先指定别的机构，再撤销它。", Designation);
        return new OfficeClosed(unit.Id, from, reason, office);
    }

    /// <summary>指定政府信息公开工作机构：一个单位同一天只有一个，新的接任，原来的到前一日为止。</summary>
    public static Outcome<DisclosureOfficeDesignated> Designate(Unit unit, OfficeId office, DateOnly from, string reason)
    {
        if (Living(unit, office, from) is not { } found) return new Refusal($"{unit.Latest.Name}在{from:yyyy年M月d日}没有这个内设机构。");
        if (unit.DisclosureOffice(from)?.Id == office) return new Refusal($"“{found.Name}”已经是政府信息公开工作机构。", Designation);
        if (unit.Offices.FirstOrDefault(other => other.DisclosureDuties.Any(duty => duty.From >= from)) is { } later)
            return new Refusal($"自{later.DisclosureDuties[^1].From:yyyy年M月d日}起已经指定“{later.Name}”，新的指定不能早于它。", Designation);
        return new DisclosureOfficeDesignated(unit.Id, from, reason, office);
    }

    internal static ImmutableArray<Office> Apply(ImmutableArray<Office> offices, OfficeEvent happened) => happened switch
    {
        OfficeOpened opened => offices.Add(new Office(opened.Office, opened.Name, new Validity(opened.On, null), [])),
        OfficeClosed closed => Replace(offices, closed.Office, office => office with { Lifetime = office.Lifetime with { Until = closed.On.AddDays(-1) } }),
        DisclosureOfficeDesignated designated => [.. offices.Select(office => Designated(office, designated))],
        _ => throw new InvalidOperationException($"不认识的变动：{happened.GetType().Name}。"),
    };

    private static Office Designated(Office office, DisclosureOfficeDesignated happened) => office with
    {
        DisclosureDuties =
        [
            .. office.DisclosureDuties.Select(duty => duty.Covers(happened.On) ? duty with { Until = happened.On.AddDays(-1) } : duty),
            .. office.Id == happened.Office ? [new Validity(happened.On, null)] : Array.Empty<Validity>(),
        ],
    };

    private static Office? Living(Unit unit, OfficeId id, DateOnly on) =>
        unit.Offices.FirstOrDefault(office => office.Id == id && office.Lifetime.Covers(on));

    private static ImmutableArray<Office> Replace(ImmutableArray<Office> offices, OfficeId id, Func<Office, Office> change) =>
        [.. offices.Select(office => office.Id == id ? change(office) : office)];
}
