using System.Globalization;
using Gongkai.Data.Acts;
using Gongkai.Data.Attachments;
using Gongkai.Data.Audit;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Upkeep;

/// <summary>清理过了时的：做过的命令的钥匙、早已结束的会话、发成了的消息、没有登记的附件。业务的数据与审计记录从不清。</summary>
public static class Pruning
{
    /// <summary>命令的钥匙留多久：过了这么久，不会再有同一次提交的重试。</summary>
    public static readonly TimeSpan CommandsKept = TimeSpan.FromDays(30);

    /// <summary>会话从登录起留多久：远长于一次登录的最长时间；登录与退出另有审计记录。</summary>
    public static readonly TimeSpan SessionsKept = TimeSpan.FromDays(90);

    /// <summary>发成了的消息留多久。没有发成、停下等人看的不清。</summary>
    public static readonly TimeSpan SentKept = TimeSpan.FromDays(90);

    /// <summary>收下的附件等多久还没有登记就清掉。</summary>
    public static readonly TimeSpan UnregisteredKept = TimeSpan.FromDays(2);

    /// <summary>清一遍；清掉了什么，留一条审计记录，没有可清的不留。</summary>
    public static async Task<Pruned> Run(Database database, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (commands, sessions, sent) = (now - CommandsKept, now - SessionsKept, now - SentKept);
        await using var db = database.CreateContext();
        var files = await database.AttachmentStore.RemoveUnregistered(
            now - UnregisteredKept, hash => db.Set<AttachmentRow>().AnyAsync(row => row.Hash == hash, cancel), cancel);
        var found = await db.Commands.AnyAsync(row => row.At < commands, cancel)
            || await db.SignInSessions.AnyAsync(row => row.StartedAt < sessions, cancel)
            || await db.Outbox.AnyAsync(row => row.SentAt < sent, cancel);
        if (!found && files == 0) return new Pruned(0, 0, 0, 0);
        var outcome = await database.Acts.Perform<Pruned>(
            new Act("data.prune", Actor.System, ChainId.System),
            async scope =>
            {
                var pruned = new Pruned(
                    await scope.Db.Commands.Where(row => row.At < commands).ExecuteDeleteAsync(cancel),
                    await scope.Db.SignInSessions.Where(row => row.StartedAt < sessions).ExecuteDeleteAsync(cancel),
                    await scope.Db.Outbox.Where(row => row.SentAt < sent).ExecuteDeleteAsync(cancel),
                    files);
                scope.Record(new Subject("data", now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), pruned);
                return pruned;
            },
            cancel);
        return outcome.Value;
    }
}

/// <summary>清掉了几条命令的钥匙、几个会话、几件发成的消息、几个没有登记的附件。</summary>
public sealed record Pruned(int Commands, int Sessions, int Sent, int Attachments);
