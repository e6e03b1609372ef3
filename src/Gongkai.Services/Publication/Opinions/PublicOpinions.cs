using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Publication.Opinions;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication.Opinions;

/// <summary>公众看的意见征集：公告看得见的才有。整个取一次，随公开内容的戳重取；各条意见一律不在里面。</summary>
public sealed class PublicOpinions(Database database, UnitTrees trees)
{
    private volatile OpinionSnapshot? _snapshot;

    /// <summary>现在的各次。</summary>
    public async Task<OpinionSnapshot> Current(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var stamp = await PublicItemQueries.Stamp(db, cancel);
        if (_snapshot is { } known && known.Stamp == stamp) return known;
        var rows = await OpinionQueries.All(db).ToListAsync(cancel);
        var standings = await OpinionQueries.Standings(db, rows, cancel);
        var tree = await trees.Load(db, cancel);
        return _snapshot = new OpinionSnapshot(stamp,
        [
            .. from row in rows
               let standing = standings[row.Id]
               where standing.IsVisible
               let round = row.ToRound()
               let unit = tree.Find(round.Unit)!
               select new PublicRound(
                   row.ShortId, round, standing.Facts, (unit.On(round.Facts.FirstDay) ?? unit.Latest).Name, ItemOf(standing.Notice)!, ItemOf(standing.Result), ItemOf(standing.Adopted)),
        ]);
    }

    private static PublicRoundItem? ItemOf(ItemRow? row) => row?.VisibleVersion is null ? null : new PublicRoundItem(row.ShortId, row.VisibleTitle!, row.FirstPublishedAt!.Value, row.LastPublishedAt!.Value);
}

/// <summary>公众看到的一次。</summary>
/// <param name="ShortId">网址里的短号。</param>
/// <param name="UnitName">征集的单位，开始之日的名称。</param>
/// <param name="Notice">公告。</param>
/// <param name="Result">结果；看不见的为空。</param>
/// <param name="Adopted">正式文本；没有关联的、看不见的为空。</param>
public sealed record PublicRound(string ShortId, OpinionRound Round, OpinionStanding Standing, string UnitName, PublicRoundItem Notice, PublicRoundItem? Result, PublicRoundItem? Adopted)
{
    /// <summary>某日在哪一步。</summary>
    public OpinionStep StepOn(DateOnly today) => Round.StepOn(today, Standing);

    /// <summary>公布的采纳情况；结果看不见的为空。</summary>
    public OpinionFeedback? Feedback => Result is null ? null : Round.Result?.Feedback;
}

/// <summary>看得见的一条信息。</summary>
/// <param name="PublishedAt">首次公开的时刻。</param>
/// <param name="UpdatedAt">最近发布的时刻。</param>
public sealed record PublicRoundItem(string ShortId, string Title, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt);

/// <summary>某一刻公众看得见的各次，开始晚的在前。</summary>
public sealed record OpinionSnapshot(long Stamp, ImmutableArray<PublicRound> Rounds)
{
    /// <summary>按短号找；没有的、看不见的为空。</summary>
    public PublicRound? Find(string shortId) => Rounds.FirstOrDefault(round => round.ShortId == shortId);

    /// <summary>公告、结果、正式文本是这条信息的那一次；没有的为空。</summary>
    public PublicRound? OfItem(string itemShortId) => Rounds.FirstOrDefault(round => itemShortId == round.Notice.ShortId || itemShortId == round.Result?.ShortId || itemShortId == round.Adopted?.ShortId);
}
