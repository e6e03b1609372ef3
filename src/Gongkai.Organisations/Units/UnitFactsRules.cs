using Gongkai.Law;
using Gongkai.Law.Identifiers;
using Gongkai.Organisations.Regions;

namespace Gongkai.Organisations.Units;

/// <summary>单位的情况本身说不说得通：名称、代码、层级、隶属。说不通的给出第一条理由，说得通的为空。</summary>
internal static class UnitFactsRules
{
    /// <param name="id">哪个单位。</param>
    /// <param name="facts">它的情况。</param>
    /// <param name="others">那一天的各单位，可以含它自己。</param>
    /// <param name="regions">认得的区划代码。</param>
    public static Refusal? Fault(UnitId id, UnitFacts facts, UnitsOnDate others, RegionCodes regions) =>
        Name(id, facts, others) ?? Region(facts, regions) ?? Code(id, facts, others) ?? Superior(facts, others) ?? Authority(facts, others) ?? Override(facts);

    private static Refusal? Name(UnitId id, UnitFacts facts, UnitsOnDate others)
    {
        if (string.IsNullOrWhiteSpace(facts.Name)) return new Refusal("单位要有名称。");
        return others.All.Any(other => other != id && others.NameOf(other) == facts.Name)
            ? new Refusal($"{others.Date:yyyy年M月d日}已经有一个单位叫“{facts.Name}”。") : null;
    }

    private static Refusal? Region(UnitFacts facts, RegionCodes regions)
    {
        if (facts.Level == UnitLevel.State)
            return facts.RegionCode is null ? null : new Refusal("国家级单位不填区划代码。");
        if (facts.RegionCode is not { } code) return new Refusal($"{facts.Level.Caption()}单位要填六位行政区划代码。");
        if (regions.LevelOf(code) is not { } level) return new Refusal($"没有“{code}”这个行政区划代码；功能区等可以先登记为本地代码。");
        return Takes(facts.Level, level) ? null : new Refusal($"{code} 是{regions.NameOf(code)}，与{facts.Level.Caption()}不相称。");
    }

    private static Refusal? Code(UnitId id, UnitFacts facts, UnitsOnDate others)
    {
        if (facts.CreditCode is not { } code) return null;
        if (!CreditCode.IsValid(code)) return new Refusal($"统一社会信用代码“{code}”不对：应为 18 位，末位是校验码。", new Citation("GB 32100"));
        var holder = others.All.Where(other => other != id && others.Find(other)!.CreditCode == code).Select(others.NameOf).FirstOrDefault();
        return holder is null ? null : new Refusal($"统一社会信用代码 {code} 已经是{holder}的。");
    }

    private static Refusal? Superior(UnitFacts facts, UnitsOnDate others)
    {
        if (facts.Superior is not { } superior) return null;
        if (others.Find(superior) is not { } above) return new Refusal($"所填的上级在{others.Date:yyyy年M月d日}不存在。");
        return above.Level <= facts.Level ? null
            : new Refusal($"{facts.Level.Caption()}单位不能隶属于{above.Level.Caption()}的{above.Name}。");
    }

    private static Refusal? Authority(UnitFacts facts, UnitsOnDate others) =>
        facts.CompetentAuthority is { } authority && others.Find(authority) is null
            ? new Refusal($"所填的主管部门在{others.Date:yyyy年M月d日}不存在。") : null;

    private static Refusal? Override(UnitFacts facts) =>
        facts.RegulationPower is { } power && string.IsNullOrWhiteSpace(power.Reason)
            ? new Refusal("另行认定规章制定权，要写明理由。") : null;

    // 乡镇填所在的县；不设县的地级市，乡镇填市。
    private static bool Takes(UnitLevel level, RegionLevel region) => level switch
    {
        UnitLevel.Province => region == RegionLevel.Province,
        UnitLevel.City => region == RegionLevel.City,
        UnitLevel.County => region == RegionLevel.County,
        UnitLevel.Town => region is RegionLevel.County or RegionLevel.City,
        _ => false,
    };
}
