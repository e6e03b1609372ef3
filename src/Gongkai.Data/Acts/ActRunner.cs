using Gongkai.Data.Audit;
using Gongkai.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Acts;

/// <summary>
/// 做事：开事务，交给服务“取出、决定、改动”，然后把改动、审计记录、命令的结果一起提交；拒绝的什么也不留下。
/// 这是改动数据的唯一办法，所以没有不留记录的改动。
/// </summary>
public sealed class ActRunner
{
    // 同一单位的事逐件办，不会撞上；两个单位改同一处才会，后到的重来一遍，就看见了前一个的结果。
    private const int Tries = 4;

    // 交了表单的都要问，编译一次，以后不再翻译。
    private readonly Func<GongkaiDbContext, Guid, string, CancellationToken, Task<CommandRecord?>> _done = EF.CompileAsyncQuery(
        (GongkaiDbContext db, Guid actor, string key, CancellationToken cancel) => db.Commands.AsNoTracking().SingleOrDefault(row => row.Actor == actor && row.Key == key));

    private readonly Database _database;
    private readonly TimeProvider _clock;

    internal ActRunner(Database database, TimeProvider clock) => (_database, _clock) = (database, clock);

    /// <summary>做一件事。</summary>
    /// <param name="act">谁、做什么、为什么。</param>
    /// <param name="work">取出、决定、改动、记录。与别人撞上时会重来一遍，所以除了库里的改动，不得有别的效果。</param>
    /// <returns>做成的结果，或者拒绝的理由；过时的保存是 <see cref="StaleRefusal"/>。</returns>
    public async Task<Outcome<T>> Perform<T>(Act act, Func<ActScope, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        // 一批之内：轮次和事务是整批的，撞上了由整批重来。
        if (_database.IsInBatch) return await PerformOnce(act, work, cancel);
        return await Retrying(
            async () =>
            {
                using var turn = await _database.TakeWriteTurn(cancel);
                return await PerformOnce(act, work, cancel);
            });
    }

    /// <summary>一批事同做同不做：放在一个事务里，全部做成才提交；结果是拒绝的，一件也不留下。其间各服务照常用，看得见这一批已经做了的。</summary>
    /// <param name="work">依次做各件事。与别人撞上时整批重来，所以除了库里的改动，不得有别的效果。</param>
    public Task<Outcome<T>> Together<T>(Func<Task<Outcome<T>>> work, CancellationToken cancel) => Retrying(() => _database.InBatch(work, cancel));

    private static async Task<Outcome<T>> Retrying<T>(Func<Task<Outcome<T>>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (Exception exception) when (attempt < Tries && Collision.Is(exception))
            {
            }
        }
    }

    private async Task<Outcome<T>> PerformOnce<T>(Act act, Func<ActScope, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        await using var db = _database.CreateContext();
        await using var transaction = await ActTransaction.Begin(db, cancel);
        var head = await AuditWriter.LockHead(db, act.Chain, cancel);
        if (act.Key is { } key && await _done(db, act.Actor.Id ?? Guid.Empty, key.Value, cancel) is { } first) return first.Again<T>(act, key);

        var scope = new ActScope(db, _database.Keys, act, Now());
        var outcome = await work(scope);
        if (!outcome.Succeeded) return scope.FindStale() is { } row ? await Staleness.Of(db.Entry(row), cancel) : outcome;
        if (scope.Entries.Count == 0) throw new InvalidOperationException($"“{act.Kind}”做完了，却没有记一条：先 Record 再返回。");

        AuditWriter.Append(db, _database.Keys.Audit, head, scope.Act, scope.Now, scope.Entries);
        if (act.Key is { } used) db.Commands.Add(CommandRecord.Of(act, used, outcome.Value, scope.Now));
        try
        {
            // 改动、审计记录、命令的结果一次存完：少一趟来回，过时的照样一件也存不进去。
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException exception) when (exception.Entries.FirstOrDefault(entry => scope.Expects(entry.Entity)) is { } entry)
        {
            return await Staleness.Of(entry, cancel);
        }

        await transaction.Complete(cancel);
        return outcome;
    }

    // 封印按毫秒算，存的也只到毫秒：两种引擎读回来的时刻与写下的一样。
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(_clock.GetUtcNow().ToUnixTimeMilliseconds());
}
