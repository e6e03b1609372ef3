using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Queries.Registers;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Channels;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Registers;

/// <summary>看台账：一本一年、一笔、各本的笔数。凭“查看台账和统计”。</summary>
public sealed class RegisterBoard(Database database, TimeProvider clock)
{
    /// <summary>一个单位一本台账一年的各笔、问题与合计。</summary>
    public async Task<Outcome<RegisterYear>> Of(CurrentPerson who, UnitId unit, string form, int year, CancellationToken cancel)
    {
        if (RegisterCatalogue.Find(form) is not { } found) return RegisterDesk.Unknown;
        if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var entries = await RegisterQueries.Between(db, unit, form, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), cancel);
        return new RegisterYear(found, unit, who.Tree.Find(unit)?.Latest.Name ?? "", year, [.. entries.Select(entry => Line(found, entry))], RegisterDecisions.Totals(found, entries));
    }

    /// <summary>渠道发布的月度统计。</summary>
    public async Task<Outcome<ReleaseCounts>> ReleaseCounts(CurrentPerson who, UnitId unit, int year, CancellationToken cancel)
    {
        var book = await Of(who, unit, Gongkai.Publication.Channels.ReleaseCounts.Form, year, cancel);
        return book.Refusal is { } refusal ? refusal
            : Gongkai.Publication.Channels.ReleaseCounts.Of(book.Value.Lines.Select(line => line.Entry), book.Value.Form.Find("channel")!.Choices);
    }

    /// <summary>一笔。</summary>
    public async Task<Outcome<(RegisterForm Form, RegisterLine Line)>> Open(CurrentPerson who, RegisterEntryId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await RegisterQueries.Row(db, id, cancel) is not { } row || RegisterCatalogue.Find(row.Form) is not { } form) return RegisterDesk.Missing;
        return who.May(Permission.ReadLedger, new UnitId(row.Unit)).Refusal is { } refusal ? refusal : (form, Line(form, row.ToEntry()));
    }

    /// <summary>一个单位一年里各本台账各有几笔；没有登记的不在里面。</summary>
    public async Task<Outcome<ImmutableDictionary<string, int>>> Counts(CurrentPerson who, UnitId unit, int year, CancellationToken cancel)
    {
        if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        return (await RegisterQueries.Counts(db, unit, year, cancel)).ToImmutableDictionary();
    }

    /// <summary>一个依据的文件；没有的为空。</summary>
    public async Task<Stream?> OpenEvidence(RegisterEvidence evidence, CancellationToken cancel) => await database.Attachments.Open(evidence.Hash, cancel);

    private RegisterLine Line(RegisterForm form, RegisterEntry entry)
    {
        var now = LegalTime.MomentOf(clock.GetUtcNow());
        return new RegisterLine(entry, [.. RegisterDecisions.Problems(form, entry, now)], RegisterDecisions.DueAt(form, entry));
    }
}

/// <summary>一本台账的一年。</summary>
/// <param name="UnitName">单位的名称。</param>
/// <param name="Lines">各笔，按日期的先后，作废了的也在内。</param>
/// <param name="Totals">合计，按栏的代码；作废了的不算。</param>
public sealed record RegisterYear(RegisterForm Form, UnitId Unit, string UnitName, int Year, ImmutableArray<RegisterLine> Lines, ImmutableSortedDictionary<string, decimal> Totals);

/// <summary>一笔和它的问题。</summary>
/// <param name="Problems">问题，一句一个。</param>
/// <param name="DueAt">还没有做、有期限的，什么时候到期；没有的为空。</param>
public sealed record RegisterLine(RegisterEntry Entry, ImmutableArray<string> Problems, DateTime? DueAt);
