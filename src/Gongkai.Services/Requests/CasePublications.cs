using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Requests.Intake;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>申请转为主动公开：一件或者几件申请，与为它们拟的、公开的信息连起来，两边都看得见。条例第四十四条。</summary>
public sealed class CasePublications(Database database, PermittedActs acts)
{
    // 一次至多连几件。
    private const int Most = 50;

    /// <summary>一件转成的各条，先连上的在前；看不见未公开内容的人，没有公开的只知道有。</summary>
    public async Task<ImmutableArray<ConvertedItem>> Of(CurrentPerson who, CaseId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner || !who.May(Permission.ReadCase, owner).Succeeded) return [];
        var mayRead = who.May(Permission.ReadUnpublished, owner).Succeeded;
        var rows = await Items(db, id.Value).OrderBy(pair => pair.LinkedOn).ToListAsync(cancel);
        return [.. rows.Select(pair => new ConvertedItem(new ItemId(pair.Item.Id), pair.Item.ShortId, pair.Item.VisibleTitle ?? (mayRead ? pair.Item.Title : null), pair.Item.Step, pair.Item.VisibleVersion is not null, pair.LinkedOn))];
    }

    /// <summary>给申请人看的：由这一件转成的、已经公开的，名称与短号。</summary>
    public async Task<ImmutableArray<(string Title, string ShortId)>> Published(string trackCode, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var rows = await (from row in db.RequestCases where row.TrackCode == trackCode
                          join link in db.RequestPublications on row.Id equals link.Case
                          join item in db.Items on link.Item equals item.Id
                          where item.VisibleVersion != null select new { item.VisibleTitle, item.ShortId }).ToListAsync(cancel);
        return [.. rows.Select(row => (row.VisibleTitle!, row.ShortId))];
    }

    /// <summary>一条信息是应哪些申请拟的，只有案号。</summary>
    public async Task<ImmutableArray<CaseKey>> CasesOf(ItemId item, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var rows = await (from link in db.RequestPublications where link.Item == item.Value join row in db.RequestCases on link.Case equals row.Id orderby row.Number select new { row.Id, row.Number, row.TrackCode }).ToListAsync(cancel);
        return [.. rows.Select(row => new CaseKey(new CaseId(row.Id), row.Number ?? row.TrackCode))];
    }

    /// <summary>连上：这一件，连同另外写的案号，都连到一条本单位的信息。答复新连了几件。</summary>
    /// <param name="item">哪一条：索引号、短号、网址或者标识。</param>
    /// <param name="numbers">另外的案号，用顿号、逗号、空格隔开；没有的为空。</param>
    public async Task<Outcome<int>> Link(PersonId by, CaseId id, string? item, string? numbers, CommandKey? key, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner) return CaseDesk.Missing;
        return await acts.Perform<int>(new PermittedAct(by, "request.link-item", Permission.HandleCase, owner) { Key = key }, async scope =>
        {
            if (await Find(scope.Db, owner, item, cancel) is not { } found) return new Refusal("本单位没有这一条信息：写它的索引号，或者把它的网址抄过来。", LegalDocuments.Regulation.Article("第四十四条"));
            var wanted = (numbers ?? "").Split(['、', '，', ',', ' ', '　', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
            if (wanted.Count > Most) return new Refusal($"一次至多连 {Most} 件。");
            var others = await scope.Db.RequestCases.AsNoTracking().Where(row => row.Unit == owner.Value && row.Number != null && wanted.Contains(row.Number)).Select(row => new { row.Id, row.Number }).ToListAsync(cancel);
            if (wanted.Except(others.Select(row => row.Number!)).ToList() is { Count: > 0 } missing) return new Refusal($"本单位没有这些案号：{string.Join("、", missing)}。");
            var linked = await scope.Db.RequestPublications.Where(row => row.Item == found.Id).Select(row => row.Case).ToListAsync(cancel);
            var added = others.Select(row => row.Id).Prepend(id.Value).Distinct().Except(linked).ToList();
            if (added.Count == 0) return new Refusal("已经连着了。");
            foreach (var one in added)
            {
                scope.Db.RequestPublications.Add(new RequestPublicationRow { Case = one, Item = found.Id, LinkedOn = scope.Today, LinkedBy = by.Value });
                scope.Record(new Subject(RequestCaseRow.SubjectKind, one), new { item = found.Id });
            }

            return added.Count;
        }, cancel);
    }

    /// <summary>连错了的解开。</summary>
    public async Task<Outcome<bool>> Unlink(PersonId by, CaseId id, ItemId item, CommandKey? key, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner) return CaseDesk.Missing;
        return await acts.Perform<bool>(new PermittedAct(by, "request.unlink-item", Permission.HandleCase, owner) { Key = key }, async scope =>
        {
            if (await scope.Db.RequestPublications.FindAsync([id.Value, item.Value], cancel) is not { } row) return new Refusal("没有连着这一条。");
            scope.Db.RequestPublications.Remove(row);
            scope.Record(new Subject(RequestCaseRow.SubjectKind, id.Value), new { item });
            return true;
        }, cancel);
    }

    /// <summary>一年里由申请转成、首次公开的：几条信息，应几件申请。</summary>
    public async Task<(int Items, int Cases)> Count(UnitId unit, int year, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var (from, until) = (LegalTime.StartOf(new DateOnly(year, 1, 1)), LegalTime.StartOf(new DateOnly(year, 12, 31).AddDays(1)));
        var links = await (from link in db.RequestPublications join item in db.Items on link.Item equals item.Id
                           where item.Unit == unit.Value && item.FirstPublishedAt >= @from && item.FirstPublishedAt < until select link).ToListAsync(cancel);
        return (links.Select(link => link.Item).Distinct().Count(), links.Select(link => link.Case).Distinct().Count());
    }

    private static IQueryable<LinkedRow> Items(GongkaiDbContext db, Guid id) =>
        from link in db.RequestPublications.AsNoTracking() where link.Case == id join item in db.Items.AsNoTracking() on link.Item equals item.Id select new LinkedRow { Item = item, LinkedOn = link.LinkedOn };

    // 网址的最后一段是短号或者标识；索引号里有斜线，先整个去找。
    internal static Task<ItemRow?> Find(GongkaiDbContext db, UnitId unit, string? text, CancellationToken cancel)
    {
        var whole = (text ?? "").Trim();
        var last = whole.Split('?', '#')[0].TrimEnd('/').Split('/')[^1];
        var id = Guid.TryParse(last, out var parsed) ? parsed : Guid.Empty;
        return db.Items.AsNoTracking().FirstOrDefaultAsync(row => row.Unit == unit.Value && (row.IndexNumber == whole || row.ShortId == last || row.Id == id), cancel);
    }

    private sealed class LinkedRow
    {
        public required ItemRow Item { get; init; }

        public required DateOnly LinkedOn { get; init; }
    }
}

/// <summary>由申请转成的一条。</summary>
/// <param name="Title">名称；还没有公开、看的人又看不得的为空。</param>
/// <param name="Step">审查到了哪一步。</param>
/// <param name="IsPublished">公众看得见。</param>
/// <param name="LinkedOn">哪一天连上的。</param>
public sealed record ConvertedItem(ItemId Id, string ShortId, string? Title, ReviewStep Step, bool IsPublished, DateOnly LinkedOn);
