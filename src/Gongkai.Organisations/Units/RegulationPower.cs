using Gongkai.Law;
using Gongkai.Law.Citations;

namespace Gongkai.Organisations.Units;

/// <summary>规章制定权：能还是不能，为什么。国务院部门与省、市两级政府能，其余不能；可以另行认定，须写理由。《立法法》第九十一条、第九十三条。</summary>
/// <param name="MayMake">能否制定规章。</param>
/// <param name="Because">理由，一句话。</param>
/// <param name="Basis">依据；另行认定的为空。</param>
/// <param name="IsOverridden">是不是另行认定的。</param>
public sealed record RegulationPower(bool MayMake, string Because, Citation? Basis, bool IsOverridden)
{
    /// <summary>一个单位有没有规章制定权。</summary>
    public static RegulationPower Of(UnitFacts unit, RegionCodes regions)
    {
        var derived = Derive(unit, regions);
        return unit.RegulationPower is not { } other || other.MayMake == derived.MayMake ? derived
            : new RegulationPower(other.MayMake, other.Reason, null, IsOverridden: true);
    }

    private static RegulationPower Derive(UnitFacts unit, RegionCodes regions) => unit switch
    {
        { Level: UnitLevel.State, Kind: UnitKind.Department } => Yes("国务院部门可以制定部门规章", "第九十一条"),
        { Level: UnitLevel.State, Kind: UnitKind.Government } => No("国务院制定行政法规，不制定规章", "第九十一条"),
        { Kind: not UnitKind.Government } => No($"{unit.Kind.Caption()}不能制定规章，地方规章由政府制定", "第九十三条"),
        { RegionCode: { } code } when regions.GovernmentMayMakeRegulations(code) && unit.Level is UnitLevel.Province or UnitLevel.City =>
            Yes($"{unit.Level.Caption()}政府可以制定地方政府规章", "第九十三条"),
        _ => No($"{unit.Level.Caption()}政府不能制定规章", "第九十三条"),
    };

    private static RegulationPower Yes(string because, string article) => new(true, because, LegalDocuments.LegislationLaw.Article(article), false);

    private static RegulationPower No(string because, string article) => new(false, because, LegalDocuments.LegislationLaw.Article(article), false);
}
