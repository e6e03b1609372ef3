using Gongkai.AnnualReports.Filing;
using Gongkai.Data.Acts;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Gongkai.Services.Requests;

namespace Gongkai.Services.AnnualReports;

/// <summary>年度快照随年报走：签发冻结，接收锁定，退回、撤回放开重取，更正另起一版。在同一个事务里。</summary>
internal static class FilingSnapshots
{
    /// <summary>跟着做；跟不成的，年报的这一步也不成，说明为什么。</summary>
    /// <param name="compiled">签发的一版是由登记编出来的；交来文件的，表里的数是文件的，不冻结案件。</param>
    public static async Task<Refusal?> Follow(ActScope scope, UnitId unit, int year, FilingAction action, bool compiled, PersonId by, string? note, CancellationToken cancel)
    {
        var row = await YearQueries.Latest(scope.Db, unit, year, cancel);
        if (Wanted(action, compiled, row?.Stage) is not { Length: > 0 } wanted) return null;
        var done = await RequestYears.Carry(scope, [.. wanted.Select(act => new SnapshotCommand(unit, act, by, scope.Now, note))], year, row?.Version ?? 0, cancel);
        return done.Refusal is { } refusal ? new Refusal($"年度快照：{refusal.Reason}", refusal.Basis) : null;
    }

    private static SnapshotAct[] Wanted(FilingAction action, bool compiled, SnapshotStage? stage) => (action, stage) switch
    {
        (FilingAction.Sign or FilingAction.SignAlone, null) when compiled => [SnapshotAct.Take, SnapshotAct.Freeze],
        (FilingAction.Sign or FilingAction.SignAlone, SnapshotStage.Working) when compiled => [SnapshotAct.Freeze],
        (FilingAction.Accept, SnapshotStage.Frozen) => [SnapshotAct.Lock],
        (FilingAction.SendBack or FilingAction.Recall or FilingAction.Correct, SnapshotStage.Frozen) => [SnapshotAct.Reopen],
        (FilingAction.SendBack or FilingAction.Correct, SnapshotStage.Locked) => [SnapshotAct.Restate],
        _ => [],
    };
}
