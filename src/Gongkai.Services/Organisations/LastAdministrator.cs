using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Organisations;

/// <summary>最后一名系统管理员：不能让最上面的单位没有人能管，否则谁也不能再给人授权。</summary>
internal static class LastAdministrator
{
    public static async Task<Refusal?> Refuse(PermittedScope scope, Person before, Person after, CancellationToken cancel)
    {
        var roots = scope.Tree.At(scope.Today).Roots;
        var lost = roots.Where(root => HoldsForGood(before, root) && !HoldsForGood(after, root)).ToList();
        if (lost.Count == 0) return null;
        var others = await PersonQueries.Holding(scope.Db, Role.Administrator, scope.Today, cancel);
        var bare = lost.Where(root => !others.Any(other => other.Id != before.Id && HoldsForGood(other, root))).ToList();
        return bare.Count == 0 ? null
            : new Refusal($"{before.Name}是{scope.Tree.At(scope.Today).NameOf(bare[0])}的最后一名系统管理员：先让另一个人担任，再结束他的。");
    }

    private static bool HoldsForGood(Person person, UnitId unit) => person.Service.Until is null
        && person.Appointments.Any(one => one.Role == Role.Administrator && one.Unit == unit && one.Validity.Until is null);
}
