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
            .Select(head => new AuditProblem(AuditFault.CutOff, head.Chain, head.Sequence, Say($"整条链不见了，存档的链头在第 {head.Sequence} 条。",
                $"the whole chain is gone; the archived head is at record {head.Sequence}.")));
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
            if (missing > 0) Report(AuditFault.Missing, _sequence + 1, missing == 1 ? Say($"缺第 {_sequence + 1} 条。", $"record {_sequence + 1} is missing.") : Say($"缺第 {_sequence + 1} 至第 {record.Sequence - 1} 条。",
                $"records {_sequence + 1} to {record.Sequence - 1} are missing."));
            else CheckSeal(record);
            // 接着用存下的封印往后走：改一条只报一条。
            (_sequence, _seal) = (record.Sequence, record.Seal);
            if (_anchored.Any(head => head.Sequence == record.Sequence && head.Seal != Convert.ToHexStringLower(record.Seal)))
                Report(AuditFault.Rewritten, record.Sequence, Say($"第 {record.Sequence} 条与存档的链头不符，这一条或更早的记录被重写过。",
                    $"record {record.Sequence} differs from the archived head: it or an earlier one was rewritten."));
        }

        public void Finish(AuditChain? head)
        {
            var furthest = _anchored.Select(kept => kept.Sequence).Append(head?.Sequence ?? _sequence).Max();
            if (furthest > _sequence) Report(AuditFault.CutOff, _sequence + 1, Say($"截短了：最后一条是第 {_sequence} 条，链头记着第 {furthest} 条。",
                $"cut off: the last record is {_sequence}, the head says {furthest}."));
            else if (head is null) Report(AuditFault.CutOff, _sequence, Say("链头不见了。", "the head is gone."));
            else if (head.Sequence != _sequence || !head.Seal.AsSpan().SequenceEqual(_seal)) Report(AuditFault.Rewritten, _sequence, Say("链头与最后一条记录不符。",
                "the head differs from the last record."));
        }

        private void CheckSeal(AuditRecord record)
        {
            if (!keys.TryGet(record.KeyId, out var key))
                Report(AuditFault.NoKey, record.Sequence, Say($"第 {record.Sequence} 条所用的密钥 {record.KeyId} 不在密钥文件里，无从核对。",
                    $"the key {record.KeyId} of record {record.Sequence} is not in the key file, so it cannot be verified."));
            else if (!CryptographicOperations.FixedTimeEquals(AuditSeal.Of(key, _seal, record), record.Seal))
                Report(AuditFault.Changed, record.Sequence, Say($"第 {record.Sequence} 条改过，封印对不上。", $"record {record.Sequence} was changed: its seal is broken."));
        }

        private void Report(AuditFault fault, long sequence, string message) =>
            Problems.Add(new AuditProblem(fault, Chain.ToString(), sequence, message));
    }
}
