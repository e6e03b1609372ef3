using System.Security.Cryptography;
using Gongkai.Data.Keys;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Audit;

/// <summary>核对审计链：逐条重算封印，找出改过的、缺了的、截短的、重写的。</summary>
internal static class AuditVerification
{
    /// <param name="anchored">从前抄出去的链头；没有的为空表。</param>
    public static async Task<AuditReport> Verify(
        GongkaiDbContext db, KeyRing keys, IReadOnlyList<AuditHead> anchored, CancellationToken cancel)
    {
        var kept = anchored.ToLookup(head => head.Chain);
        var heads = await db.AuditChains.AsNoTracking().ToDictionaryAsync(head => head.Chain, cancel);
        var walks = new Dictionary<Guid, ChainWalk>();
        var records = 0L;
        await foreach (var record in db.AuditRecords.AsNoTracking().OrderBy(record => record.Chain).ThenBy(record => record.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            records++;
            if (!walks.TryGetValue(record.Chain, out var walk))
                walks.Add(record.Chain, walk = new ChainWalk(new ChainId(record.Chain), keys, kept[new ChainId(record.Chain).ToString()]));
            walk.Pass(record);
        }

        foreach (var chain in heads.Keys.Where(chain => !walks.ContainsKey(chain)))
            walks.Add(chain, new ChainWalk(new ChainId(chain), keys, kept[new ChainId(chain).ToString()]));
        foreach (var (chain, walk) in walks) walk.Finish(heads.GetValueOrDefault(chain));
        var walked = walks.Values.Select(walk => walk.Chain.ToString()).ToHashSet();
        var vanished = anchored.Where(head => !walked.Contains(head.Chain) && head.Sequence > 0)
            .Select(head => new AuditProblem(AuditFault.CutOff, head.Chain, head.Sequence, $"整条链不见了，存档的链头在第 {head.Sequence} 条。"));
        return new AuditReport(
            records,
            [.. walks.Values.SelectMany(walk => walk.Problems), .. vanished],
            [.. walks.Values.Select(walk => walk.Head).OrderBy(head => head.Chain, StringComparer.Ordinal)]);
    }

    /// <summary>沿一条链走一遍。</summary>
    private sealed class ChainWalk(ChainId chain, KeyRing keys, IEnumerable<AuditHead> anchored)
    {
        private readonly List<AuditHead> _anchored = [.. anchored];
        private long _sequence;
        private byte[] _seal = AuditSeal.Start;

        public ChainId Chain { get; } = chain;

        public List<AuditProblem> Problems { get; } = [];

        public AuditHead Head => new(Chain.ToString(), _sequence, Convert.ToHexStringLower(_seal));

        public void Pass(AuditRecord record)
        {
            var missing = record.Sequence - _sequence - 1;
            if (missing > 0) Report(AuditFault.Missing, _sequence + 1, missing == 1 ? $"缺第 {_sequence + 1} 条。" : $"缺第 {_sequence + 1} 至第 {record.Sequence - 1} 条。");
            else CheckSeal(record);
            // 接着用存下的封印往后走：改一条只报一条。
            (_sequence, _seal) = (record.Sequence, record.Seal);
            if (_anchored.Any(head => head.Sequence == record.Sequence && head.Seal != Convert.ToHexStringLower(record.Seal)))
                Report(AuditFault.Rewritten, record.Sequence, $"第 {record.Sequence} 条与存档的链头不符，这一条或更早的记录被重写过。");
        }

        public void Finish(AuditChain? head)
        {
            var furthest = _anchored.Select(kept => kept.Sequence).Append(head?.Sequence ?? _sequence).Max();
            if (furthest > _sequence) Report(AuditFault.CutOff, _sequence + 1, $"截短了：最后一条是第 {_sequence} 条，链头记着第 {furthest} 条。");
            else if (head is null) Report(AuditFault.CutOff, _sequence, "链头不见了。");
            else if (head.Sequence != _sequence || !head.Seal.AsSpan().SequenceEqual(_seal)) Report(AuditFault.Rewritten, _sequence, "链头与最后一条记录不符。");
        }

        private void CheckSeal(AuditRecord record)
        {
            if (!keys.TryGet(record.KeyId, out var key))
                Report(AuditFault.NoKey, record.Sequence, $"第 {record.Sequence} 条所用的密钥 {record.KeyId} 不在密钥文件里，无从核对。");
            else if (!CryptographicOperations.FixedTimeEquals(AuditSeal.Of(key, _seal, record), record.Seal))
                Report(AuditFault.Changed, record.Sequence, $"第 {record.Sequence} 条改过，封印对不上。");
        }

        private void Report(AuditFault fault, long sequence, string message) =>
            Problems.Add(new AuditProblem(fault, Chain.ToString(), sequence, message));
    }
}
