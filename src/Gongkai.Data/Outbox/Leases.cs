using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Outbox;

/// <summary>
/// 租约：几个节点里，同一件事（发信、定时发布）同一时刻只有一个在做。拿着的节点停了，到期由别的接手。
/// </summary>
/// <param name="holder">本节点的编号，每次启动新的一个。</param>
public sealed class Leases(Database database, TimeProvider clock, Guid holder)
{
    /// <summary>取得或续期；归别人的，答复假。</summary>
    /// <param name="name">哪件事，例如 <c>outbox</c>。</param>
    /// <param name="time">多久；做得久的，要在到期之前再续。</param>
    public async Task<bool> Take(string name, TimeSpan time, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var until = now + time;
        using var turn = await database.TakeWriteTurn(cancel);
        await using var db = database.CreateContext();
        var renewed = await db.Set<LeaseRow>()
            .Where(row => row.Name == name && (row.Holder == holder || row.Until <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Holder, holder).SetProperty(row => row.Until, until), cancel);
        if (renewed > 0) return true;
        var (nowUtc, untilUtc) = (now.UtcDateTime, until.UtcDateTime);
        return await db.Database.ExecuteSqlAsync(
            $"INSERT INTO lease (name, holder, until) VALUES ({name}, {holder}, {untilUtc}) ON CONFLICT (name) DO NOTHING", cancel) > 0;
    }

    /// <summary>做完了，早些让给别人。</summary>
    public async Task Release(string name, CancellationToken cancel)
    {
        using var turn = await database.TakeWriteTurn(cancel);
        await using var db = database.CreateContext();
        await db.Set<LeaseRow>().Where(row => row.Name == name && row.Holder == holder).ExecuteDeleteAsync(cancel);
    }
}
