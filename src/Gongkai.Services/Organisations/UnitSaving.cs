using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Organisations;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Organisations.Units;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Organisations;

/// <summary>把放行了的变动落到各单位的行上，每件变动记一条。</summary>
internal static class UnitSaving
{
    /// <param name="before">决定所依据的树。</param>
    /// <param name="events">放行了的变动。</param>
    /// <param name="expected">页面上看到的版本：哪个单位、第几版；没有的为空。</param>
    public static async Task Save(ActScope scope, UnitTree before, IReadOnlyCollection<UnitEvent> events, (UnitId Unit, long Version)? expected, CancellationToken cancel)
    {
        var after = before.Apply(events);
        foreach (var id in events.Select(happened => happened.Unit).Distinct())
        {
            var row = await Row(scope, before, id, cancel);
            if (expected is { } seen && seen.Unit == id) scope.Expect(row, seen.Version);
            row.Take(after.Find(id)!);
        }

        foreach (var happened in events) scope.Record(new Subject("unit", happened.Unit.Value), UnitChanges.Of(happened, before.Find(happened.Unit)));
    }

    private static async Task<UnitRow> Row(ActScope scope, UnitTree before, UnitId id, CancellationToken cancel)
    {
        if (before.Find(id) is not { } unit)
        {
            var added = new UnitRow { Id = id.Value };
            scope.Db.Units.Add(added);
            return added;
        }

        var row = await UnitTrees.WithParts(scope.Db.Units).SingleAsync(row => row.Id == id.Value, cancel);
        // 取树之后别人改了这个单位：决定所依据的已经过时，重来一遍。
        return row.Version == unit.Version ? row : throw new DbUpdateConcurrencyException($"{unit.Latest.Name}刚刚被别人改过。");
    }
}
