using System.Text.Json;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Notices;
using Gongkai.Data.Outbox;
using Gongkai.Data.PersonalData;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Organisations.Units;
using Gongkai.Services.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Mailing;

/// <summary>
/// 发待发里的邮件：这时才取地址（看一次记一条）、写文字，交给服务器，记下送出。没有交成的抛出一句话，由待发隔开再试，试够了停下等管理员看。
/// 已经用不着的（谢绝了、邮箱去掉了、案卷抹去了），不发。
/// </summary>
public sealed class MailSender(Database database, UnitTrees trees, MailSettings settings)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly SmtpDelivery _smtp = new(settings);

    /// <summary>各种待发各由谁来发。</summary>
    public IReadOnlyDictionary<string, OutboxSender> Senders => new Dictionary<string, OutboxSender> { [MailKinds.Notice] = SendNotice, [MailKinds.Code] = SendCode, [MailKinds.Applicant] = SendApplicant };

    private async Task SendNotice(OutboxMessage message, CancellationToken cancel)
    {
        var id = Read<NoticePayload>(message).Notice;
        await using var db = database.CreateContext();
        if (await db.Notices.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { MailedAt: null } notice) return;
        var box = await db.PersonMails.AsNoTracking().SingleOrDefaultAsync(row => row.Person == notice.Person, cancel);
        var chain = new ChainId(notice.Unit);
        var subject = new Subject("notice", notice.Id);
        if (box?.ConfirmedAt is null || box.Declines(notice.Kind) || await Address(box.Subject, PersonMailDesk.Address, chain, cancel) is not { } address)
        {
            await Settle("mail.drop", chain, subject, scope => scope.Db.Notices.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Mail, (Guid?)null), cancel), cancel);
            return;
        }

        var (number, unit) = (notice.Case is { } of ? await db.RequestCases.Where(row => row.Id == of).Select(row => row.Number).SingleAsync(cancel) : null, await UnitName(db, notice.Unit, cancel));
        await _smtp.Send(message.Id, address.Reveal(), MailWording.Of(notice, unit, number, settings.Site), cancel);
        await Settle("mail.sent", chain, subject, scope => scope.Db.Notices.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.MailedAt, scope.Now), cancel), cancel);
    }

    private async Task SendCode(OutboxMessage message, CancellationToken cancel)
    {
        var person = new Subject(PersonMailRow.SubjectKind, Read<CodePayload>(message).Person);
        var kept = await Fields(person, ChainId.System, cancel);
        if (kept.GetValueOrDefault(PersonMailDesk.Pending) is not { Kind: PersonalKind.Email } address) return;
        await _smtp.Send(message.Id, address.Reveal(), MailWording.Code(kept[PersonMailDesk.Code].Reveal()), cancel);
    }

    private async Task SendApplicant(OutboxMessage message, CancellationToken cancel)
    {
        var payload = Read<ApplicantPayload>(message);
        await using var db = database.CreateContext();
        var row = await db.RequestCases.AsNoTracking().SingleAsync(row => row.Id == payload.Case, cancel);
        if (await db.ApplicantNotices.AsNoTracking().SingleOrDefaultAsync(one => one.Case == payload.Case && one.Event == payload.Event, cancel) is not { MailedAt: null } || row.ErasedOn is not null) return;
        var chain = new ChainId(row.Unit);
        if (await Address(row.Subject, ApplicantFields.Email, chain, cancel) is not { } address) return;
        await _smtp.Send(message.Id, address.Reveal(), MailWording.Applicant(await UnitName(db, row.Unit, cancel), settings.Site), cancel);
        await Settle("mail.sent", chain, row.Subject, scope => scope.Db.ApplicantNotices.Where(one => one.Case == payload.Case && one.Event == payload.Event).ExecuteUpdateAsync(set => set.SetProperty(one => one.MailedAt, scope.Now), cancel), cancel);
    }

    private async Task<PersonalText?> Address(Subject owner, string field, ChainId chain, CancellationToken cancel) => (await Fields(owner, chain, cancel)).GetValueOrDefault(field);

    private async Task<Dictionary<string, PersonalText>> Fields(Subject owner, ChainId chain, CancellationToken cancel)
    {
        var read = await database.Acts.Perform<Dictionary<string, PersonalText>>(new Act("mail.address", Actor.System, chain), async scope => new Dictionary<string, PersonalText>(await scope.Personal.Read(owner, cancel)), cancel);
        return read.Value;
    }

    private async Task Settle(string kind, ChainId chain, Subject subject, Func<ActScope, Task<int>> change, CancellationToken cancel) => await database.Acts.Perform<bool>(
        new Act(kind, Actor.System, chain),
        async scope =>
        {
            await change(scope);
            scope.Record(subject, new { mail = kind });
            return true;
        },
        cancel);

    private async Task<string> UnitName(GongkaiDbContext db, Guid unit, CancellationToken cancel) => (await trees.Load(db, cancel)).Find(new UnitId(unit))?.Latest.Name ?? "";

    private static T Read<T>(OutboxMessage message) => JsonSerializer.Deserialize<T>(message.Payload, Json)!;
}
