using Gongkai.Data.Mapping.Publication;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Opinions;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;

namespace Gongkai.Testing.Organisations;

/// <summary>虚构的意见征集：登记好，把公告办到发布。</summary>
public static class InventedRounds
{
    /// <summary>今天起三十天。</summary>
    public static OpinionFacts Facts(DateOnly today) => new()
    {
        Title = "云泽市公共场馆管理办法（征求意见稿）", Kind = DraftKind.NormativeDocument, Basis = "规范性文件管理的规定（演示）", FirstDay = today, LastDay = today.AddDays(29),
        Email = "yijian@yunze.example", Phone = "0000-0000000",
    };

    /// <summary>登记一次，公告发布，征集中；答复标识与短号。</summary>
    public static async Task<(OpinionRoundId Id, string ShortId)> Open(InventedOffice office, OpinionFacts? facts = null)
    {
        var id = InventedCity.Done(await office.Publication.Opinions.Create(office.Holder(Role.Handler), office.Unit, facts ?? Facts(office.City.Today), "为了开放场馆。", null, CancellationToken.None));
        return (id, await Announce(office, id));
    }

    /// <summary>把公告补齐、办到发布；答复征集的短号。</summary>
    public static async Task<string> Announce(InventedOffice office, OpinionRoundId round)
    {
        var notice = (await office.Publication.OpinionBoard.Open(await office.Current(office.Holder(Role.Handler)), round, CancellationToken.None)).Value.Notice;
        await Publish(office, notice.Id);
        return ShortItemId.Of(round.Value);
    }

    /// <summary>把拟好的一条补上主题，办到发布。</summary>
    public static async Task Publish(InventedOffice office, ItemId item)
    {
        await using (var db = office.City.Database.CreateContext())
        {
            var draft = (await Gongkai.Data.Queries.Publication.ItemQueries.Row(db, item, CancellationToken.None))!.ToItem().Latest.Draft;
            var input = new DraftInput(draft.Metadata with { Subject = Subject.All[0].Code }, draft.Choice, draft.Responsibility, draft.Content.Html);
            InventedCity.Done(await office.Publication.Drafts.Save(office.Holder(Role.Handler), item, 1, input, null, CancellationToken.None));
        }

        await office.Approve(item);
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Publish, request => request with { Channels = [Channel.Website] }));
    }
}
