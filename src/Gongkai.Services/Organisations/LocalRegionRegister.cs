using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Organisations;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Organisations;

/// <summary>本地的区划代码：开发区、功能区没有国标代码的，登记一个来用。</summary>
public sealed class LocalRegionRegister(Database database, PermittedActs acts)
{
    /// <summary>登记过的，按代码排列。</summary>
    public async Task<IReadOnlyList<LocalRegion>> All(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await UnitTrees.LocalRegions(db, cancel);
    }

    /// <summary>登记；不得与全国的、已登记的重复。</summary>
    /// <param name="unit">由哪个单位管理。</param>
    public Task<Outcome<string>> Add(PersonId by, UnitId unit, LocalRegion region, CancellationToken cancel) =>
        acts.Perform<string>(
            new PermittedAct(by, "region.add", Permission.ManageUnits, unit) { Chain = ChainId.System, Reason = region.Reason },
            async scope => LocalRegions.Add(scope.Act, await UnitTrees.Regions(scope.Db, cancel), region),
            cancel);
}

/// <summary>登记一个本地代码；平时登记和首次设置都用它。</summary>
internal static class LocalRegions
{
    public static Outcome<string> Add(ActScope scope, RegionCodes known, LocalRegion region)
    {
        if (region.Code.Length != 6 || !region.Code.All(char.IsAsciiDigit)) return new Refusal($"区划代码“{region.Code}”不是六位数字。");
        if (known.NameOf(region.Code) is { } holder) return new Refusal($"区划代码 {region.Code} 已经是{holder}。");
        if (string.IsNullOrWhiteSpace(region.Name)) return new Refusal("区划要有名称。");
        if (string.IsNullOrWhiteSpace(region.Reason)) return new Refusal("登记本地的区划代码，要写明理由。");
        scope.Db.LocalRegions.Add(new LocalRegionRow { Code = region.Code, Name = region.Name.Trim(), Level = region.Level, Reason = region.Reason });
        scope.Record(new Subject("region", region.Code), new { region.Name, region.Level });
        return region.Code;
    }
}
