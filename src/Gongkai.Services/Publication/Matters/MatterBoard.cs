using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication.Matters;

/// <summary>看事项清单：各项公开得怎样，哪些从未公开，哪些没有按时更新。凭“查看台账和统计”。</summary>
public sealed class MatterBoard(Database database)
{
    /// <summary>一项之下至多列几条信息。</summary>
    public const int MostItems = 50;

    /// <summary>几个单位的清单，按单位、一级、二级事项。</summary>
    /// <param name="units">哪些单位；对其中每一个都要有权看。</param>
    public async Task<Outcome<ImmutableArray<MatterLine>>> Of(CurrentPerson who, IReadOnlyCollection<UnitId> units, CancellationToken cancel)
    {
        foreach (var unit in units)
            if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var matters = await MatterQueries.Of(db, units, cancel);
        var records = await MatterQueries.Records(db, units, cancel);
        return (ImmutableArray<MatterLine>)[.. matters.Select(matter => Line(matter, records, who)).OrderBy(line => line.UnitName, StringComparer.Ordinal)];
    }

    /// <summary>一项的全部：登记的各项、公开得怎样、归在这里的信息。</summary>
    public async Task<Outcome<MatterDossier>> Open(CurrentPerson who, MatterId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await MatterQueries.Find(db, id, cancel) is not { } matter) return MatterDesk.Missing;
        if (who.May(Permission.ReadLedger, matter.Unit).Refusal is { } refusal) return refusal;
        var records = await MatterQueries.Records(db, [matter.Unit], cancel);
        var rows = await db.Items.AsNoTracking().Where(row => row.Matter == id.Value || row.VisibleMatter == id.Value).OrderByDescending(row => row.Since).ThenByDescending(row => row.Id).Take(MostItems).ToListAsync(cancel);
        return new MatterDossier(Line(matter, records, who), [.. rows.Select(row => DeskEntry.Of(row, who))], who.May(Permission.MaintainColumns, matter.Unit));
    }

    /// <summary>拟稿时可以归入的：一个单位还在用的各项。</summary>
    public async Task<IReadOnlyList<Matter>> For(UnitId unit, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await MatterQueries.Of(db, [unit], cancel);
    }

    /// <summary>一项，停用了的也在内；没有的为空。</summary>
    public async Task<Matter?> Find(MatterId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await MatterQueries.Find(db, id, cancel);
    }

    /// <summary>这几版归入的事项叫什么，两版对照时用。</summary>
    public async Task<Func<MatterId, string?>> NamesOf(IEnumerable<ItemDraft> drafts, CancellationToken cancel)
    {
        var names = new Dictionary<MatterId, string?>();
        foreach (var id in drafts.Select(draft => draft.Matter).OfType<MatterId>().Distinct()) names[id] = (await Find(id, cancel))?.Facts.Name;
        return names.GetValueOrDefault;
    }

    /// <summary>工作台上的一行：本单位还缺着的；没有缺的、不办这件事的人是空的。</summary>
    public async Task<ImmutableArray<(UnitId Unit, string UnitName, MatterCounts Counts)>> Wanting(CurrentPerson who, CancellationToken cancel)
    {
        var units = who.OwnUnits.Where(unit => who.May(Permission.DraftItem, unit).Succeeded && who.May(Permission.ReadLedger, unit).Succeeded).ToList();
        if (units.Count == 0) return [];
        var lines = await Of(who, units, cancel);
        if (!lines.Succeeded) return [];
        return
        [
            .. from line in lines.Value
               group line.Standing.State by (line.Matter.Unit, line.UnitName) into unit
               let counts = MatterCounts.Of(unit)
               where counts.Wanting > 0
               select (unit.Key.Unit, unit.Key.UnitName, counts),
        ];
    }

    /// <summary>五公开的条数：一年里首次公开、现在看得见的，按单位。</summary>
    public async Task<Outcome<ImmutableArray<AspectLine>>> Aspects(CurrentPerson who, IReadOnlyCollection<UnitId> units, int year, CancellationToken cancel)
    {
        foreach (var unit in units)
            if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var groups = (await MatterQueries.Aspects(db, units, year, cancel)).ToLookup(group => group.Unit);
        return (ImmutableArray<AspectLine>)[.. units.Select(unit => AspectLine.Of(unit, NameOf(who, unit), [.. groups[unit.Value].Select(group => ((OpennessAspects)group.Aspects, group.Count))]))];
    }

    private static MatterLine Line(Matter matter, IReadOnlyDictionary<MatterId, MatterRecord> records, CurrentPerson who)
    {
        var record = records.GetValueOrDefault(matter.Id, MatterRecord.None);
        return new MatterLine(matter, NameOf(who, matter.Unit), record, MatterStanding.Of(matter.Facts, record, who.Today, who.Calendar));
    }

    private static string NameOf(CurrentPerson who, UnitId unit) => who.Tree.Find(unit)?.Latest.Name ?? "";
}

/// <summary>清单里的一项，公开得怎样。</summary>
/// <param name="UnitName">公开主体的名称。</param>
public sealed record MatterLine(Matter Matter, string UnitName, MatterRecord Record, MatterStanding Standing);

/// <summary>一项的全部。</summary>
/// <param name="Items">归在这里的信息，未公开的也在内，新动过的在前。</param>
/// <param name="Maintains">此人能不能改，凭什么。</param>
public sealed record MatterDossier(MatterLine Line, ImmutableArray<DeskEntry> Items, Outcome<AccessGrounds> Maintains);

/// <summary>一个单位五公开各几条。一条标了几个的，各算一条，所以五个之和可以多于条数。</summary>
/// <param name="All">一共几条。</param>
/// <param name="Each">五个各几条，按五个的次序。</param>
/// <param name="Unmarked">没有标的几条。</param>
public sealed record AspectLine(UnitId Unit, string UnitName, int All, ImmutableArray<int> Each, int Unmarked)
{
    /// <summary>由标注相同的各组得出。</summary>
    public static AspectLine Of(UnitId unit, string unitName, IReadOnlyCollection<(OpennessAspects Aspects, int Count)> groups) => new(
        unit, unitName, groups.Sum(group => group.Count), [.. Openness.Five.Select(one => groups.Where(group => group.Aspects.HasFlag(one)).Sum(group => group.Count))],
        groups.Where(group => group.Aspects == OpennessAspects.None).Sum(group => group.Count));
}
