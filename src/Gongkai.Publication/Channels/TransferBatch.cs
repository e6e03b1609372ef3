using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Organisations.Units;

namespace Gongkai.Publication.Channels;

/// <summary>移送清单：把主动公开的信息及时提供给国家档案馆、公共图书馆、政务服务场所。条例第二十五条。</summary>
/// <param name="Unit">移送的单位。</param>
/// <param name="Receiver">接收的场所，例如“云泽市档案馆”。</param>
/// <param name="On">移送之日。</param>
/// <param name="Rows">明细，按公开的先后。</param>
public sealed record TransferBatch(UnitId Unit, string Receiver, DateOnly On, ImmutableArray<LedgerRow> Rows)
{
    private static readonly Citation Places = LegalDocuments.Regulation.Article("第二十五条");

    /// <summary>拟一份清单：到移送之日为止首次公开、仍然公开，而没有移送过这个场所的。</summary>
    /// <param name="unit">移送的单位。</param>
    /// <param name="receiver">接收的场所。</param>
    /// <param name="on">移送之日。</param>
    /// <param name="ledger">本单位的台账。</param>
    /// <param name="earlier">从前的清单。</param>
    public static Outcome<TransferBatch> Draft(UnitId unit, string receiver, DateOnly on, IEnumerable<LedgerRow> ledger, IEnumerable<TransferBatch> earlier)
    {
        if (string.IsNullOrWhiteSpace(receiver)) return new Refusal("要写明移送给哪个场所。", Places);
        var given = earlier.Where(batch => batch.Receiver == receiver).SelectMany(batch => batch.Rows).Select(row => row.Item).ToHashSet();
        var rows = ledger.Where(row => row.On <= on).GroupBy(row => row.Item)
            .Where(item => !given.Contains(item.Key) && item.Last().Kind != LedgerEntryKind.Withdrawal)
            .Select(item => item.First()).OrderBy(row => row.On).ThenBy(row => row.Item.Value).ToImmutableArray();
        return rows.IsEmpty ? new Refusal($"到{on:yyyy年M月d日}没有要移送{receiver}的。", Places) : new TransferBatch(unit, receiver, on, rows);
    }
}
