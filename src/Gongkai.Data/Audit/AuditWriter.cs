using Gongkai.Data.Acts;
using Gongkai.Data.Keys;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Audit;

/// <summary>把一件事的记录接到链上，与改动同在一个事务。</summary>
internal static class AuditWriter
{
    public static void Append(GongkaiDbContext db, KeyRing keys, AuditChain head, Act act, DateTimeOffset at, IReadOnlyList<ActEntry> entries)
    {
        foreach (var entry in entries)
        {
            var record = Seal(keys, head, act, at, entry);
            db.AuditRecords.Add(record);
            (head.Sequence, head.Seal) = (record.Sequence, record.Seal);
        }
    }

    /// <summary>
    /// 锁住一条链，直到事务结束：一个单位的事逐件办，所以决定时看到的就是提交时的样子，序号也没有空号；不同单位互不等待。
    /// </summary>
    public static async Task<AuditChain> LockHead(GongkaiDbContext db, ChainId chain, CancellationToken cancel)
    {
        // 没有这一行的写上，有的“改”它一下：两种引擎都因此锁住这一行，连同读出是一句话。
        var heads = await db.AuditChains.FromSql(
            $"INSERT INTO audit_chain (chain, sequence, seal) VALUES ({chain.Value}, 0, {AuditSeal.Start}) ON CONFLICT (chain) DO UPDATE SET sequence = audit_chain.sequence RETURNING chain, sequence, seal").ToListAsync(cancel);
        return heads.Single();
    }

    private static AuditRecord Seal(KeyRing keys, AuditChain head, Act act, DateTimeOffset at, ActEntry entry)
    {
        var unsealed = Describe(head, act, at, entry, keys.CurrentId, []);
        return Describe(head, act, at, entry, keys.CurrentId, AuditSeal.Of(keys.Current, head.Seal, unsealed));
    }

    private static AuditRecord Describe(AuditChain head, Act act, DateTimeOffset at, ActEntry entry, string keyId, byte[] seal) => new()
    {
        Chain = head.Chain,
        Sequence = head.Sequence + 1,
        At = at,
        ActorKind = act.Actor.Kind,
        ActorId = act.Actor.Id,
        OnBehalfOf = act.Actor.OnBehalfOf,
        Act = act.Kind,
        SubjectKind = entry.Subject.Kind,
        SubjectId = entry.Subject.Id,
        Reason = act.Reason,
        Changes = entry.Changes,
        KeyId = keyId,
        Seal = seal,
    };
}
