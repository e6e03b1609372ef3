using System.Security.Cryptography;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.PersonalData;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Publication.Opinions;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;
using Actor = Gongkai.Data.Acts.Actor;

namespace Gongkai.Services.Publication.Opinions;

/// <summary>收意见：公众在门户上提的，工作人员录入的来信、邮件、座谈会上的。内容、姓名、联系方式当作个人信息加密存。</summary>
public sealed class OpinionIntake(Database database, PermittedActs acts)
{
    // 各项在个人信息里的名字。
    internal const string TextField = "text", NameField = "name", ContactField = "contact";

    private static readonly Actor Public = new(ActorKind.Public, null);

    /// <summary>公众在门户上提一条，答复回执编号。同一把钥匙再交，得到第一次的编号。</summary>
    /// <param name="shortId">征集的短号。</param>
    /// <param name="key">表单的钥匙。</param>
    public async Task<Outcome<string>> Submit(string shortId, OpinionComment comment, string key, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (!ShortItemId.IsPossible(shortId) || await db.OpinionRounds.AsNoTracking().SingleOrDefaultAsync(row => row.ShortId == shortId, cancel) is not { } head) return OpinionDesk.Missing;
        // 内容不明着散列：短的意见、电话经得起试。
        var payload = new { shortId, content = Convert.ToHexString(database.Secrets.Fingerprint("opinion", $"{comment.Text}\n{comment.Name}\n{comment.Contact}")) };
        return await database.Acts.Perform<string>(
            new Act("opinion.submit", Public, new ChainId(head.Unit)) { Key = new CommandKey($"opinion-{key}", payload) },
            scope => Receive(scope, new OpinionRoundId(head.Id), comment, OpinionChannel.Portal, scope.Today, null, cancel),
            cancel);
    }

    /// <summary>录入一条来信、邮件、电话里的，座谈会上的，答复回执编号。收到之日要在征求意见的期间之内。</summary>
    /// <param name="receivedOn">收到之日。</param>
    public async Task<Outcome<string>> Enter(PersonId by, OpinionRoundId id, OpinionComment comment, OpinionChannel channel, DateOnly receivedOn, CommandKey? key, CancellationToken cancel)
    {
        if (channel == OpinionChannel.Portal) return new Refusal("门户上的意见由提的人自己提，不能代录。");
        await using var db = database.CreateContext();
        if (await OpinionQueries.Owner(db, id, cancel) is not { } owner) return OpinionDesk.Missing;
        return await acts.Perform<string>(
            new PermittedAct(by, "opinion.enter", Permission.DraftItem, owner) { Key = key },
            async scope =>
            {
                if (receivedOn > scope.Today) return new Refusal("收到之日不能晚于今天。");
                var row = (await OpinionQueries.Row(scope.Db, id, cancel))!;
                var standing = await OpinionQueries.Standing(scope.Db, row, cancel);
                if (OpinionDecisions.Grouping(row.ToRound(), standing.Facts, scope.Today) is { } late) return late;
                return await Receive(scope.Act, id, comment, channel, receivedOn, by, cancel);
            },
            cancel);
    }

    /// <summary>这条意见的内容当作提交的凭据时的写法：不是明文。</summary>
    public CommandKey KeyFor(string key, OpinionRoundId id, OpinionComment comment, OpinionChannel channel, DateOnly receivedOn) => new(
        $"opinion-{key}", new { id, channel, receivedOn, content = Convert.ToHexString(database.Secrets.Fingerprint("opinion", $"{comment.Text}\n{comment.Name}\n{comment.Contact}")) });

    private static async Task<Outcome<string>> Receive(ActScope scope, OpinionRoundId id, OpinionComment comment, OpinionChannel channel, DateOnly receivedOn, PersonId? by, CancellationToken cancel)
    {
        var row = (await OpinionQueries.Row(scope.Db, id, cancel))!;
        var standing = await OpinionQueries.Standing(scope.Db, row, cancel);
        if (OpinionDecisions.Receive(row.ToRound(), standing.Facts, receivedOn, standing.IsVisible) is { } refusal) return refusal;
        var stored = new OpinionCommentRow { Id = Guid.CreateVersion7(scope.Now), Round = id.Value, Receipt = NewReceipt(), ReceivedOn = receivedOn, Channel = channel, EnteredBy = by?.Value };
        scope.Db.OpinionComments.Add(stored);
        var fields = new Dictionary<string, PersonalText> { [TextField] = new(PersonalKind.Other, comment.Text) };
        if (comment.Name is { } name) fields[NameField] = new PersonalText(PersonalKind.Name, name);
        if (comment.Contact is { } contact) fields[ContactField] = new PersonalText(PersonalKind.Other, contact);
        await scope.Personal.Store(new Subject(OpinionCommentRow.SubjectKind, stored.Id), fields, cancel);
        scope.Record(OpinionDesk.SubjectOf(row), new { stored.Receipt, stored.Channel, stored.ReceivedOn });
        return stored.Receipt;
    }

    // 编号不透露收到了多少条，也猜不出别人的。
    private static string NewReceipt() => $"YJ{RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTVWXYZ", 10)}";
}
