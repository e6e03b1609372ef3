using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.PersonalData;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Services.Acting;
using Gongkai.Services.Settings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Mailing;

/// <summary>管理员看邮件：配置成什么样、试发一封给自己、没有发出的再试。归整个网站的系统管理员。</summary>
public sealed class MailDesk(Database database, UnitTrees trees, PermittedActs acts, MailSettings settings)
{
    private const int MostShown = 100;

    private readonly SmtpDelivery _smtp = new(settings);

    /// <summary>设置。</summary>
    public MailSettings Settings => settings;

    /// <summary>不行的，说为什么；行的、不发邮件的为空。</summary>
    public static async Task<string?> Problem(MailSettings settings, CancellationToken cancel)
    {
        if (!settings.IsOn) return null;
        try
        {
            await new SmtpDelivery(settings).Check(cancel);
            return null;
        }
        catch (MailFault fault)
        {
            return fault.Message;
        }
    }

    /// <summary>没有发出、不再试了的，新的在前，至多一百封；没有权限的是空的。</summary>
    public async Task<ImmutableArray<StuckMail>> Stuck(CurrentPerson who, CancellationToken cancel)
    {
        if (!who.May(Permission.ManageSettings, SettingsDesk.Keeper(who.Units)).Succeeded) return [];
        await using var db = database.CreateContext();
        var rows = await Mails(db).Where(message => message.GivenUpAt != null).OrderByDescending(message => message.GivenUpAt).Take(MostShown).ToListAsync(cancel);
        return [.. rows.Select(message => new StuckMail(message.Id, MailKinds.Caption(message.Kind)!, message.CreatedAt, message.GivenUpAt!.Value, message.Attempts, message.LastError))];
    }

    /// <summary>没有发出的各封，从头再试；答复几封。</summary>
    public async Task<Outcome<int>> TryAgain(PersonId by, CancellationToken cancel) => await Act<int>(by, "mail.try-again", async scope =>
    {
        var rows = await Mails(scope.Db).Where(message => message.GivenUpAt != null).ToListAsync(cancel);
        if (rows.Count == 0) return new Refusal("没有要再试的邮件。");
        foreach (var message in rows) message.TryAgain(scope.Act.Now);
        scope.Record(new Subject("mail", "outbox"), new { again = rows.Count });
        return rows.Count;
    }, cancel);

    /// <summary>试发一封给自己，当场发，答复发到了哪里（遮住的）。</summary>
    public async Task<Outcome<string>> Test(PersonId by, CancellationToken cancel)
    {
        if (!settings.IsOn) return new Refusal("本站没有配置邮件。");
        var own = await Act<PersonalText>(by, "mail.test", async scope =>
        {
            var row = await scope.Db.PersonMails.FindAsync([by.Value], cancel);
            return row?.ConfirmedAt is not null && (await scope.Act.Personal.Read(row.Subject, cancel)).GetValueOrDefault(PersonMailDesk.Address) is { } address ? address : new Refusal("请先在“我的邮箱”里写上并确认自己的邮箱。");
        }, cancel);
        if (own.Refusal is { } refusal) return refusal;
        try
        {
            await _smtp.Send(Guid.NewGuid(), own.Value.Reveal(), MailWording.Test(settings.Site), cancel);
            return own.Value.ToString();
        }
        catch (MailFault fault)
        {
            return new Refusal(fault.Message);
        }
    }

    private async Task<Outcome<T>> Act<T>(PersonId by, string kind, Func<PermittedScope, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var keeper = SettingsDesk.Keeper((await trees.Load(db, cancel)).At(DateOnly.MaxValue));
        return await acts.Perform(new PermittedAct(by, kind, Permission.ManageSettings, keeper) { Chain = ChainId.System }, work, cancel);
    }

    private static IQueryable<Data.Outbox.OutboxMessage> Mails(GongkaiDbContext db)
    {
        string[] kinds = [MailKinds.Notice, MailKinds.Code, MailKinds.Applicant];
        return db.Outbox.Where(message => kinds.Contains(message.Kind));
    }
}

/// <summary>没有发出的一封。</summary>
/// <param name="Caption">哪一种。</param>
/// <param name="Attempts">试过几次。</param>
/// <param name="Error">最后一次为什么没有发成。</param>
public sealed record StuckMail(Guid Id, string Caption, DateTimeOffset CreatedAt, DateTimeOffset GivenUpAt, int Attempts, string? Error);
