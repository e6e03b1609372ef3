using Gongkai.Data;
using Gongkai.Data.Queries.Publication;

namespace Gongkai.Services.Publication;

/// <summary>公开的内容变没变：本节点办的，当场就知道；别的节点办的，问库里的戳。页面缓存凭它清。</summary>
public sealed class PublicContent(Database database)
{
    private readonly Lock _gate = new();
    private readonly List<Func<CancellationToken, ValueTask>> _listeners = [];
    private long _known = -1;

    /// <summary>登记一个听的：公众看得见的有了变动，提交之后叫它。</summary>
    public void WhenChanged(Func<CancellationToken, ValueTask> listener)
    {
        lock (_gate) _listeners.Add(listener);
    }

    /// <summary>看一看戳，变了就告诉听的。</summary>
    public async Task Announce(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var stamp = await PublicItemQueries.Stamp(db, cancel);
        if (Interlocked.Exchange(ref _known, stamp) == stamp) return;
        List<Func<CancellationToken, ValueTask>> listeners;
        lock (_gate) listeners = [.. _listeners];
        foreach (var listener in listeners) await listener(cancel);
    }
}
