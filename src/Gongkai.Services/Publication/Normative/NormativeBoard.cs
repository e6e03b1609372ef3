using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Normative;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication.Normative;

/// <summary>文件库的台面：一个单位所管的各件、一件的全部；给办理的人看，没有公布的也在内。</summary>
public sealed class NormativeBoard(Database database)
{
    // 解读的期限自国办发〔2016〕80号起（deadlines.csv）；更早的文件不催。
    private static readonly DateOnly FirstInterpreted = new(2016, 11, 10);

    /// <summary>一个单位所管的各件，印发晚的在前。</summary>
    public async Task<Outcome<IReadOnlyList<NormativeLine>>> Of(CurrentPerson who, UnitId unit, CancellationToken cancel)
    {
        if (who.May(Permission.ReadUnpublished, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var rows = await NormativeQueries.Of(db, NormativeOwners.KeptBy(who.Tree, unit, who.Today), cancel);
        return Outcomes(await Lines(db, rows, who, cancel));
    }

    /// <summary>一件的全部。</summary>
    public async Task<Outcome<NormativeDossier>> Open(CurrentPerson who, NormativeId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await NormativeQueries.All(db).SingleOrDefaultAsync(row => row.Id == id.Value, cancel) is not { } row) return NormativeDesk.Missing;
        var keeper = NormativeOwners.KeeperOf(who.Tree, new UnitId(row.Unit), who.Today);
        if (who.May(Permission.ReadUnpublished, keeper).Refusal is { } refusal) return refusal;
        var line = (await Lines(db, [row], who, cancel))[0];
        var links = await NormativeQueries.Interpretations(db, [row.Id], cancel);
        var wanted = links.Select(link => link.Item.Value).Concat(row.Item is { } item ? [item] : []).ToList();
        var items = await db.Items.AsNoTracking().Where(one => wanted.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancel);
        var named = line.Document.Facts.Supersedes.Concat(line.Document.Events.Select(happened => happened.Basis.Document).OfType<NormativeId>()).ToList();
        var titles = (await NormativeQueries.Around(db, null, named, cancel)).Documents.ToImmutableDictionary(document => document.Id, document => document.Facts.Title);
        return new NormativeDossier(
            line, row.ShortId, keeper, row.Item is { } own ? ItemOf(items[own]) : null, [.. Interpretations.Of(id, links).Select(link => (link.Kind, ItemOf(items[link.Item.Value])))], titles,
            who.May(Permission.MaintainNormative, keeper));
    }

    /// <summary>短号指的信息；没有的为空。</summary>
    public async Task<ItemId?> ItemOf(string shortId, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await db.Items.Where(row => row.ShortId == shortId).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancel) is { } id ? new ItemId(id) : null;
    }

    /// <summary>写的文号或者标题：本单位库里有的，连上它；没有的，照写。</summary>
    public async Task<NormativeBasis> Basis(CurrentPerson who, UnitId unit, string typed, CancellationToken cancel)
    {
        var text = typed.Trim();
        var number = DocumentNumber.Read(text) is { Succeeded: true } read ? read.Value.Number.ToString() : text;
        var lines = await Of(who, unit, cancel);
        var found = lines.Succeeded ? lines.Value.FirstOrDefault(line => line.Document.Facts.Title == text || line.Document.Facts.DocumentNumber?.ToString() == number) : null;
        return found is null ? new NormativeBasis(null, text) : new NormativeBasis(found.Document.Id, found.Document.Facts.Title);
    }

    private static async Task<List<NormativeLine>> Lines(GongkaiDbContext db, List<NormativeDocumentRow> rows, CurrentPerson who, CancellationToken cancel)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var items = rows.Select(row => row.Item).OfType<Guid>().ToList();
        var published = await db.Items.AsNoTracking().Where(row => items.Contains(row.Id) && row.FirstPublishedAt != null).ToDictionaryAsync(row => row.Id, row => LegalTime.DateOf(row.FirstPublishedAt!.Value), cancel);
        var interpreted = (await NormativeQueries.Interpretations(db, ids, cancel)).Select(link => link.Document.Value).ToHashSet();
        return rows.ConvertAll(row =>
        {
            var document = row.ToDocument();
            var on = document.Facts.PublishedOn ?? (row.Item is { } item && published.TryGetValue(item, out var first) ? first : null);
            return new NormativeLine(document, document.StatusOn(who.Today), on, DueOn(document, on, interpreted.Contains(row.Id)));
        });
    }

    // 还有效、要解读而没有解读的，才有期限。
    private static DateOnly? DueOn(NormativeDocument document, DateOnly? published, bool interpreted) =>
        interpreted || published is not { } on || on < FirstInterpreted || document.Facts.WithoutInterpretation is not null || document.Ending is not null ? null
            : Interpretations.Deadline(document with { Facts = document.Facts with { PublishedOn = on } }, WorkingCalendar.National)!.Due;

    private static LinkedItem ItemOf(ItemRow row) => new(new ItemId(row.Id), row.ShortId, row.VisibleTitle ?? row.Title, row.VisibleVersion is not null);

    private static Outcome<IReadOnlyList<NormativeLine>> Outcomes(List<NormativeLine> lines) => lines;
}

/// <summary>台面上的一件。</summary>
/// <param name="Document">文件。</param>
/// <param name="Status">今天的有效性。</param>
/// <param name="PublishedOn">公布之日，没有登记的取信息首次公开之日；还没有公布的为空。</param>
/// <param name="InterpretationDue">解读应当公开的最后一日（含）；已经解读、不必解读、还没有公布的为空。</param>
public sealed record NormativeLine(NormativeDocument Document, NormativeStatus Status, DateOnly? PublishedOn, DateOnly? InterpretationDue);

/// <summary>一件的全部。</summary>
/// <param name="Line">文件、有效性、期限。</param>
/// <param name="ShortId">网址里的短号。</param>
/// <param name="Keeper">现在由哪个单位管。</param>
/// <param name="Item">全文所在的信息；不在本系统的为空。</param>
/// <param name="Interpretations">解读，按公开的先后。</param>
/// <param name="Titles">所提到的库里的文件的标题。</param>
/// <param name="Maintains">此人能不能改，凭什么。</param>
public sealed record NormativeDossier(
    NormativeLine Line, string ShortId, UnitId Keeper, LinkedItem? Item, ImmutableArray<(InterpretationKind Kind, LinkedItem Item)> Interpretations,
    ImmutableDictionary<NormativeId, string> Titles, Outcome<AccessGrounds> Maintains);

/// <summary>关联的信息。</summary>
/// <param name="Id">标识。</param>
/// <param name="ShortId">网址里的短号。</param>
/// <param name="Title">名称。</param>
/// <param name="IsVisible">公众看得见。</param>
public sealed record LinkedItem(ItemId Id, string ShortId, string Title, bool IsVisible);
