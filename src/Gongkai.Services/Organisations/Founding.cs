using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Organisations;

/// <summary>开办：空的库里设立第一个单位和第一名系统管理员，此后的人都由他授权。只能做一次。</summary>
public sealed class Founding(Database database)
{
    /// <summary>还没有开办：一个单位、一个人也没有。</summary>
    public async Task<bool> IsNeeded(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await IsEmpty(db, cancel);
    }

    /// <summary>开办。</summary>
    public Task<Outcome<Founded>> Found(FoundUnit command, CancellationToken cancel) =>
        database.Acts.Perform<Founded>(
            new Act("organisation.found", Data.Acts.Actor.System, ChainId.System) { Reason = "首次设置" },
            scope => Found(scope, command, cancel),
            cancel);

    internal static async Task<Outcome<Founded>> Found(ActScope scope, FoundUnit command, CancellationToken cancel)
    {
        if (!await IsEmpty(scope.Db, cancel)) return new Refusal("已经设立过第一个单位，不能再做首次设置。");
        var regions = await UnitTrees.Regions(scope.Db, cancel);
        foreach (var region in command.LocalRegions)
            if (LocalRegions.Add(scope, regions, region).Refusal is { } refusal) return refusal;

        var establish = new EstablishUnit(new UnitId(Guid.CreateVersion7(scope.Now)), command.Facts, command.From, "首次设置");
        var decided = UnitTree.Empty.Decide(establish, new RegionCodes(Gongkai.Organisations.Regions.Gazetteer.China, [.. command.LocalRegions]));
        if (decided.Refusal is { } refused) return refused;
        await UnitSaving.Save(scope, UnitTree.Empty, decided.Value, null, cancel);
        var administrator = new AddPerson(command.AdministratorName, command.AdministratorLoginName, establish.Unit, null, Role.Administrator, scope.Today);
        var added = await Adding.Add(scope, UnitTree.Empty.Apply(decided.Value), administrator, cancel);
        return added.Refusal is { } unfit ? unfit : new Founded(establish.Unit, added.Value);
    }

    private static async Task<bool> IsEmpty(GongkaiDbContext db, CancellationToken cancel) =>
        !await db.Units.AnyAsync(cancel) && !await db.People.AnyAsync(cancel);
}

/// <summary>要设立的第一个单位和第一名系统管理员。</summary>
/// <param name="Facts">单位的情况。</param>
/// <param name="From">单位自哪一天起（含）。</param>
/// <param name="AdministratorName">系统管理员的姓名。</param>
/// <param name="AdministratorLoginName">系统管理员的登录名。</param>
/// <param name="LocalRegions">要登记的本地区划代码；没有的为空表。</param>
public sealed record FoundUnit(UnitFacts Facts, DateOnly From, string AdministratorName, string AdministratorLoginName, IReadOnlyList<LocalRegion> LocalRegions);

/// <summary>开办的结果：第一个单位和第一名系统管理员。</summary>
public sealed record Founded(UnitId Unit, PersonId Administrator);
