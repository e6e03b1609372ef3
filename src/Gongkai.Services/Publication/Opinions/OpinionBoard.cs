using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.PersonalData;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Opinions;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication.Normative;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication.Opinions;

/// <summary>工作人员看的意见征集：清单、一次的全部、各条意见（看一次留一条记录）、一年的登记。</summary>
public sealed class OpinionBoard(Database database, PermittedActs acts)
{
    /// <summary>看意见的页面一页几条。</summary>
    public const int PageSize = 50;

    /// <summary>一个单位的各次，开始晚的在前，还没有公告的也在内。</summary>
    public async Task<Outcome<IReadOnlyList<OpinionLine>>> Of(CurrentPerson who, UnitId unit, CancellationToken cancel)
    {
        if (who.May(Permission.ReadUnpublished, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        return await Lines(db, await OpinionQueries.All(db).Where(row => row.Unit == unit.Value).ToListAsync(cancel), who.Today, cancel);
    }

    /// <summary>一次的全部；各条意见的内容不在里面。</summary>
    public async Task<Outcome<OpinionDossier>> Open(CurrentPerson who, OpinionRoundId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await OpinionQueries.All(db).SingleOrDefaultAsync(row => row.Id == id.Value, cancel) is not { } row) return OpinionDesk.Missing;
        if (who.May(Permission.ReadUnpublished, new UnitId(row.Unit)).Refusal is { } refusal) return refusal;
        var standing = await OpinionQueries.Standing(db, row, cancel);
        var lines = (await Lines(db, [row], who.Today, cancel)).Value;
        var groups = await OpinionQueries.Groups(db, id, cancel);
        return new OpinionDossier(
            lines[0], [.. groups], OpinionCounts.Of(lines[0].Received, groups), ItemOf(standing.Notice), standing.Result is { } result ? ItemOf(result) : null, standing.Adopted is { } adopted ? ItemOf(adopted) : null,
            OpinionDecisions.Shortened(lines[0].Round, standing.Notice.FirstPublishedAt is { } at ? LegalTime.DateOf(at) : null, await OpinionDays.Minimum(db, cancel)));
    }

    /// <summary>一个单位一年里公告过的各次，早的在前；年报用的数由它得出。</summary>
    public async Task<Outcome<OpinionYear>> Year(CurrentPerson who, UnitId unit, int year, CancellationToken cancel)
    {
        if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rows = await OpinionQueries.All(db).Where(row => row.Unit == unit.Value && row.FirstDay >= first && row.FirstDay <= last).ToListAsync(cancel);
        var lines = (await Lines(db, rows, who.Today, cancel)).Value;
        return new OpinionYear(unit, who.Tree.Find(unit)?.Latest.Name ?? "", year, [.. lines.Where(line => line.IsAnnounced).Reverse()]);
    }

    /// <summary>各条意见的一页，先到的在前；解开给看的人看，记下谁看了哪几条。</summary>
    public Task<Outcome<OpinionListing>> Comments(PersonId by, OpinionRoundId id, OpinionShelf shelf, int page, CancellationToken cancel) => Reading(by, id, "opinion.read", async (scope, round) =>
    {
        var rows = Matching(scope.Db, id, shelf);
        var count = await rows.CountAsync(cancel);
        var pages = PageCount.Of(count, PageSize);
        var shown = await rows.OrderBy(row => row.Id).Skip((Math.Clamp(page, 1, pages) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new OpinionListing(await Opened(scope, round, shown, cancel), count, Math.Clamp(page, 1, pages), pages);
    }, cancel);

    /// <summary>全部意见，存成表格用；同样记下。</summary>
    public Task<Outcome<ImmutableArray<OpinionEntry>>> Export(PersonId by, OpinionRoundId id, CancellationToken cancel) => Reading(by, id, "opinion.export", async (scope, round) =>
        await Opened(scope, round, await Matching(scope.Db, id, OpinionShelf.All).OrderBy(row => row.Id).ToListAsync(cancel), cancel), cancel);

    private async Task<Outcome<T>> Reading<T>(PersonId by, OpinionRoundId id, string kind, Func<PermittedScope, OpinionRoundRow, Task<T>> read, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await OpinionQueries.Owner(db, id, cancel) is not { } owner) return OpinionDesk.Missing;
        return await acts.Perform<T>(
            new PermittedAct(by, kind, Permission.ReadPersonalData, owner),
            async scope => await read(scope, (await OpinionQueries.Row(scope.Db, id, cancel))!), cancel);
    }

    private static IQueryable<OpinionCommentRow> Matching(GongkaiDbContext db, OpinionRoundId id, OpinionShelf shelf)
    {
        var rows = db.OpinionComments.AsNoTracking().Where(row => row.Round == id.Value);
        if (shelf.Receipt is { } receipt) return rows.Where(row => row.Receipt == receipt);
        if (shelf.Group is { } group) return rows.Where(row => row.Group == group.Value);
        return shelf.Ungrouped ? rows.Where(row => row.Group == null) : rows;
    }

    private static async Task<ImmutableArray<OpinionEntry>> Opened(PermittedScope scope, OpinionRoundRow round, List<OpinionCommentRow> rows, CancellationToken cancel)
    {
        var read = await scope.Act.Personal.Read(OpinionCommentRow.SubjectKind, rows.ConvertAll(row => row.Id.ToString("D")), OpinionDesk.SubjectOf(round), cancel);
        return
        [
            .. from row in rows
               let fields = read[row.Id.ToString("D")]
               select new OpinionEntry(
                   row.Id, row.Receipt, row.ReceivedOn, row.Channel, row.Group is { } held ? new OpinionGroupId(held) : null,
                   fields[OpinionIntake.TextField], fields.GetValueOrDefault(OpinionIntake.NameField), fields.GetValueOrDefault(OpinionIntake.ContactField)),
        ];
    }

    private static async Task<Outcome<IReadOnlyList<OpinionLine>>> Lines(GongkaiDbContext db, List<OpinionRoundRow> rows, DateOnly today, CancellationToken cancel)
    {
        var standings = await OpinionQueries.Standings(db, rows, cancel);
        var received = await OpinionQueries.Received(db, rows.ConvertAll(row => row.Id), cancel);
        return rows.ConvertAll(row =>
        {
            var (round, standing) = (row.ToRound(), standings[row.Id]);
            return new OpinionLine(round, row.ShortId, round.StepOn(today, standing.Facts), standing.Facts.Announced, received.GetValueOrDefault(row.Id));
        });
    }

    private static LinkedItem ItemOf(ItemRow row) => new(new ItemId(row.Id), row.ShortId, row.VisibleTitle ?? row.Title, row.VisibleVersion is not null);
}

/// <summary>清单里的一次。</summary>
/// <param name="Round">意见征集。</param>
/// <param name="ShortId">网址里的短号。</param>
/// <param name="Step">今天在哪一步。</param>
/// <param name="IsAnnounced">公告发布过。</param>
/// <param name="Received">收到几条意见。</param>
public sealed record OpinionLine(OpinionRound Round, string ShortId, OpinionStep Step, bool IsAnnounced, int Received);

/// <summary>一次的全部。</summary>
/// <param name="Groups">各组，先建的在前。</param>
/// <param name="Counts">意见的条数。</param>
/// <param name="Notice">公告。</param>
/// <param name="Result">结果；没有拟定的为空。</param>
/// <param name="Adopted">正式文本；没有关联的为空。</param>
/// <param name="Shortened">公告晚了、天数不够的提醒；没有的为空。</param>
public sealed record OpinionDossier(OpinionLine Line, ImmutableArray<OpinionGroup> Groups, OpinionCounts Counts, LinkedItem Notice, LinkedItem? Result, LinkedItem? Adopted, string? Shortened);

/// <summary>一个单位一年里公告过的各次。</summary>
public sealed record OpinionYear(UnitId Unit, string UnitName, int Year, ImmutableArray<OpinionLine> Lines)
{
    /// <summary>几次。</summary>
    public int Rounds => Lines.Length;

    /// <summary>收到几条意见。</summary>
    public int Received => Lines.Sum(line => line.Received);

    /// <summary>已经反馈的里面，采纳（含部分采纳）几条。</summary>
    public int Adopted => Lines.Where(line => line.Step is OpinionStep.Answered or OpinionStep.Adopted).Sum(line => line.Round.Result!.Feedback.Counts is var counts ? counts.Adopted + counts.Partly : 0);
}

/// <summary>看哪些意见。</summary>
/// <param name="Group">只看一组的；不限的为空。</param>
/// <param name="Ungrouped">只看还没有归并的。</param>
/// <param name="Receipt">只看一个回执编号的；不限的为空。</param>
public sealed record OpinionShelf(OpinionGroupId? Group, bool Ungrouped, string? Receipt)
{
    /// <summary>全部。</summary>
    public static OpinionShelf All { get; } = new(null, false, null);
}

/// <summary>各条意见的一页。</summary>
public sealed record OpinionListing(ImmutableArray<OpinionEntry> Entries, int Count, int Page, int Pages);

/// <summary>一条意见，解开了的；打印、写日志仍是遮住的。</summary>
/// <param name="Group">归在哪一组；没有归并的为空。</param>
/// <param name="Text">意见。</param>
/// <param name="Name">姓名；没有写的为空。</param>
/// <param name="Contact">联系方式；没有写的为空。</param>
public sealed record OpinionEntry(Guid Id, string Receipt, DateOnly ReceivedOn, OpinionChannel Channel, OpinionGroupId? Group, PersonalText Text, PersonalText? Name, PersonalText? Contact);
