using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Notices;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Intake;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication;
using Microsoft.EntityFrameworkCore;
using Actor = Gongkai.Data.Acts.Actor;

namespace Gongkai.Services.Notices;

/// <summary>看提醒：自己的，和一件申请何时提醒了谁。</summary>
public sealed class NoticeBoard(Database database)
{
    /// <summary>一页至多几条。</summary>
    public const int PageSize = 100;

    /// <summary>这个人的，没有看过的在前，新的在前，至多 <paramref name="most"/> 条。</summary>
    /// <param name="unreadOnly">只要没有看过的。</param>
    public async Task<NoticePage> Of(CurrentPerson who, bool unreadOnly, int most, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var mine = db.Notices.AsNoTracking().Where(row => row.Person == who.Id.Value);
        var unread = await mine.CountAsync(row => row.ReadAt == null, cancel);
        var rows = await (unreadOnly ? mine.Where(row => row.ReadAt == null) : mine).OrderBy(row => row.ReadAt != null).ThenByDescending(row => row.At).Take(most).ToListAsync(cancel);
        var cases = rows.Select(row => row.Case).OfType<Guid>().Distinct().ToList();
        var numbers = await db.RequestCases.Where(row => cases.Contains(row.Id)).Select(row => new { row.Id, row.Number }).ToDictionaryAsync(row => row.Id, row => row.Number, cancel);
        var names = await DeskQueries.Names(db, [.. rows.Select(row => row.OnBehalfOf).OfType<Guid>().Distinct()], cancel);
        return new NoticePage([.. rows.Select(row => new NoticeLine(
            row.Id, row.Kind, new UnitId(row.Unit), who.Tree.Find(new UnitId(row.Unit))?.Latest.Name ?? "", row.Case is { } id ? new CaseId(id) : null, row.Case is { } of ? numbers.GetValueOrDefault(of) : null,
            row.Stage, row.Year, row.DueOn, row.At, row.OnBehalfOf is { } other ? names.GetValueOrDefault(other) : null, row.ReadAt is not null))], unread);
    }

    /// <summary>自己的都看过了：到 <paramref name="until"/> 为止的，之后又来的不算。自己的事不问权限。</summary>
    public async Task<Outcome<int>> MarkRead(PersonId by, DateTimeOffset until, CancellationToken cancel) => await database.Acts.Perform<int>(
        new Act("notice.read", Actor.Person(by.Value), ChainId.System),
        async scope =>
        {
            var read = await scope.Db.Notices.Where(row => row.Person == by.Value && row.ReadAt == null && row.At <= until).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, scope.Now), cancel);
            scope.Record(new Subject(PersonMailRow.SubjectKind, by.Value), new { read });
            return read;
        },
        cancel);

    /// <summary>一件申请何时提醒了谁，先的在前；看不见这一件的是空的。</summary>
    public async Task<ImmutableArray<CaseNotice>> OfCase(CurrentPerson who, CaseId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner || !who.May(Permission.ReadCase, owner).Succeeded) return [];
        return await OfCase(db, id, cancel);
    }

    /// <summary>告诉申请人有进展的邮件，先的在前；看不见这一件的是空的。</summary>
    public async Task<ImmutableArray<ApplicantMail>> Applicant(CurrentPerson who, CaseId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner || !who.May(Permission.ReadCase, owner).Succeeded) return [];
        var rows = await db.ApplicantNotices.AsNoTracking().Where(row => row.Case == id.Value).OrderBy(row => row.Event).ToListAsync(cancel);
        var mails = rows.Select(row => row.Mail).OfType<Guid>().ToList();
        var stuck = await db.Outbox.AsNoTracking().Where(message => mails.Contains(message.Id) && message.SentAt == null).ToDictionaryAsync(message => message.Id, cancel);
        return [.. rows.Select(row =>
        {
            var message = row.Mail is { } mail ? stuck.GetValueOrDefault(mail) : null;
            return new ApplicantMail(row.Event, row.At, MailOf(row.Mail, row.MailedAt, message?.GivenUpAt is not null), message?.LastError);
        })];
    }

    /// <summary>一个单位一年的年报何时提醒了谁，先的在前；凭“查看台账和统计”，看不见的是空的。</summary>
    public async Task<ImmutableArray<CaseNotice>> OfReport(CurrentPerson who, UnitId unit, int year, CancellationToken cancel)
    {
        if (!who.May(Permission.ReadLedger, unit).Succeeded) return [];
        await using var db = database.CreateContext();
        return await Of(db, [], await db.Notices.AsNoTracking().Where(row => row.Unit == unit.Value && row.Year == year).ToListAsync(cancel), cancel);
    }

    internal static async Task<ImmutableArray<CaseNotice>> OfCase(GongkaiDbContext db, CaseId id, CancellationToken cancel)
    {
        var reminders = await db.Reminders.AsNoTracking().Where(row => row.Subject == id.Value).OrderBy(row => row.At).ToListAsync(cancel);
        return await Of(db, reminders, await db.Notices.AsNoTracking().Where(row => row.Case == id.Value).ToListAsync(cancel), cancel);
    }

    // 没有告诉到一个人的提醒，也要看得见；关注的进展、年报的没有别的一行，由告诉了谁得出。
    private static async Task<ImmutableArray<CaseNotice>> Of(GongkaiDbContext db, List<ReminderRow> reminders, List<NoticeRow> told, CancellationToken cancel)
    {
        var mails = told.Select(row => row.Mail).OfType<Guid>().ToList();
        var givenUp = (await db.Outbox.Where(message => mails.Contains(message.Id) && message.GivenUpAt != null).Select(message => message.Id).ToListAsync(cancel)).ToHashSet();
        var names = await DeskQueries.Names(db, [.. told.Select(row => row.Person).Concat(told.Select(row => row.OnBehalfOf).OfType<Guid>()).Distinct()], cancel);
        var people = told.ToLookup(row => (row.Kind, row.At), row => new ToldPerson(
            names.GetValueOrDefault(row.Person) ?? "", row.OnBehalfOf is { } other ? names.GetValueOrDefault(other) : null, row.ReadAt, MailOf(row.Mail, row.MailedAt, row.Mail is { } mail && givenUp.Contains(mail))));
        return
        [
            .. reminders.Select(row => new CaseNotice(row.Kind, row.DueOn, row.At, [.. people[(row.Kind, row.At)].OrderBy(one => one.OnBehalfOf is not null)]))
                .Concat(told.Where(row => row.Kind == NoticeKind.CaseMoved || row.Case is null).DistinctBy(row => (row.Kind, row.At)).Select(row => new CaseNotice(row.Kind, row.Case is null ? row.DueOn : null, row.At, [.. people[(row.Kind, row.At)].OrderBy(one => one.OnBehalfOf is not null)]))).OrderBy(notice => notice.At),
        ];
    }

    private static NoticeMail MailOf(Guid? mail, DateTimeOffset? mailedAt, bool givenUp) =>
        mail is null ? NoticeMail.None : mailedAt is not null ? NoticeMail.Sent : givenUp ? NoticeMail.Failed : NoticeMail.Waiting;
}
