using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Outbox;

/// <summary>发一件；没有发成就抛异常，过些时候再来。同一件可能发两次，凭 <see cref="OutboxMessage.Id"/> 去重。</summary>
public delegate Task OutboxSender(OutboxMessage message, CancellationToken cancel);

/// <summary>发送待发的各件：凭租约，几个节点里同一时刻只有一个在发；没有发成的，间隔加倍再试，试够了就停下等人看。</summary>
/// <param name="senders">各种各由谁来发。</param>
public sealed class OutboxDispatcher(Database database, TimeProvider clock, Leases leases, IReadOnlyDictionary<string, OutboxSender> senders)
{
    /// <summary>试这么多次还不成，就停下等人看。</summary>
    public const int MostAttempts = 12;

    private const string Lease = "outbox";
    private const int Batch = 50;
    private const int LongestError = 500;

    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(6);

    /// <summary>发一轮，答复发成了几件；租约在别的节点手里，是 0。</summary>
    public async Task<int> RunOnce(CancellationToken cancel)
    {
        var sent = 0;
        foreach (var id in await Due(cancel))
        {
            // 每件之前续期：发得慢，也不会在发的中途让别的节点接手。
            if (!await leases.Take(Lease, LeaseTime, cancel)) return sent;
            if (await Send(id, cancel)) sent++;
        }

        return sent;
    }

    private async Task<List<Guid>> Due(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = database.CreateContext();
        return await db.Outbox.Where(message => message.SentAt == null && message.GivenUpAt == null && message.NotBefore <= now)
            .OrderBy(message => message.NotBefore).ThenBy(message => message.CreatedAt).Select(message => message.Id).Take(Batch).ToListAsync(cancel);
    }

    private async Task<bool> Send(Guid id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        // 取名单与取得租约之间，别的节点可能已经发了。
        var message = await db.Outbox.SingleAsync(message => message.Id == id, cancel);
        if (message.SentAt is not null) return false;
        message.Attempts++;
        try
        {
            if (!senders.TryGetValue(message.Kind, out var send)) throw new InvalidOperationException($"没有发送“{message.Kind}”的渠道。");
            await send(message, cancel);
            message.SentAt = clock.GetUtcNow();
            message.LastError = null;
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            Postpone(message, exception);
        }

        using var turn = await database.TakeWriteTurn(cancel);
        await db.SaveChangesAsync(cancel);
        return message.SentAt is not null;
    }

    private void Postpone(OutboxMessage message, Exception exception)
    {
        var now = clock.GetUtcNow();
        var reason = exception.Message;
        message.LastError = reason.Length > LongestError ? reason[..LongestError] : reason;
        if (message.Attempts >= MostAttempts) message.GivenUpAt = now;
        else message.NotBefore = now + Delay(message.Attempts);
    }

    private static TimeSpan Delay(int attempts)
    {
        var delay = FirstDelay * Math.Pow(2, attempts - 1);
        return delay < LongestDelay ? delay : LongestDelay;
    }
}
