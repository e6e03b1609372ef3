using Gongkai.Publication.Opinions;
using Gongkai.Services.Publication;
using Gongkai.Web.Settings;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Feeds;

/// <summary>意见征集的订阅：<c>/opinions/feed</c>，公告、结果、正式文本发布了都算更新。</summary>
internal static class OpinionFeed
{
    private const int Most = 50;

    public static async Task<IResult> Of(PublicationServices publication, SiteIdentity site, HttpContext context)
    {
        var rounds = (await publication.PublicOpinions.Current(context.RequestAborted)).Rounds;
        AtomEntry[] entries =
        [
            .. from round in rounds
               let facts = round.Round.Facts
               let updated = new[] { round.Notice.UpdatedAt, round.Result?.UpdatedAt ?? default, round.Adopted?.PublishedAt ?? default }.Max()
               orderby updated descending
               select new AtomEntry(facts.Title, PortalAddress.OfOpinion(round.ShortId), round.UnitName, round.Notice.PublishedAt, updated, $"{facts.Kind.Caption()}，{facts.FirstDay:yyyy年M月d日}至{round.Round.LastDay:yyyy年M月d日}征求意见。"),
        ];
        return new AtomFeed($"{site.Name}：意见征集", PortalAddress.Opinions, entries.Take(Most).ToArray()).ToResult(context.Request, site.FullName);
    }
}
