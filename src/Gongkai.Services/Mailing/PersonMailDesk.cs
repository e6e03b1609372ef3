using System.Collections.Immutable;
using System.Security.Cryptography;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Notices;
using Gongkai.Data.PersonalData;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Gongkai.Services.Mailing;

/// <summary>工作人员自己的邮箱：写一个地址，填发到那里的确认码，才用它收提醒；哪几种不要邮件，自己定。自己的事不问权限。</summary>
public sealed class PersonMailDesk(Database database, MailSettings mail, TimeProvider clock)
{
    internal const string Address = "mail", Pending = "mail-pending", Code = "mail-code";

    private const int CodeDigits = 6, MostTries = 5, LongestAddress = 100;

    // 用过的盖掉。
    private static readonly PersonalText Used = new(PersonalKind.Other, "-");

    private static readonly TimeSpan CodeLives = TimeSpan.FromMinutes(30), Between = TimeSpan.FromMinutes(1);

    /// <summary>现在是怎样。</summary>
    public async Task<PersonMail> Of(PersonId person, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var row = await db.PersonMails.AsNoTracking().SingleOrDefaultAsync(row => row.Person == person.Value, cancel);
        return new PersonMail(mail.IsOn, row?.Shown, row?.CodeUntil is { } until && until > clock.GetUtcNow(), [.. Enum.GetValues<NoticeKind>().Where(kind => row?.Declines(kind) == true)]);
    }

    /// <summary>写一个地址，发确认码去；填对了才换上它。</summary>
    public Task<Outcome<bool>> Begin(PersonId by, string? address, CancellationToken cancel) => Perform(by, "mail.begin", async (scope, row) =>
    {
        if (!mail.IsOn) return new Refusal("本站没有配置邮件，提醒只在后台看得见。");
        var wanted = address?.Trim() ?? "";
        if (wanted.Length is 0 or > LongestAddress || !MailboxAddress.TryParse(wanted, out var parsed) || parsed.Address != wanted || !parsed.Domain.Contains('.')) return new Refusal("请写一个邮箱的地址，例如 zhang@example.gov.cn。");
        if (row.CodeUntil is { } until && until - CodeLives + Between > scope.Now) return new Refusal("确认码刚发过，一分钟以后才能再发。");
        (row.CodeUntil, row.Tries) = (scope.Now + CodeLives, 0);
        await scope.Personal.Store(row.Subject, new Dictionary<string, PersonalText>
        {
            [Pending] = new(PersonalKind.Email, wanted), [Code] = new(PersonalKind.Other, RandomNumberGenerator.GetString("0123456789", CodeDigits)),
        }, cancel);
        scope.Send(MailKinds.Code, new CodePayload(by.Value));
        return null;
    }, cancel);

    /// <summary>填确认码。填错五次、过了半小时，要重新发。</summary>
    public async Task<Outcome<bool>> Confirm(PersonId by, string? code, CancellationToken cancel)
    {
        Refusal? wrong = null;
        var done = await Perform(by, "mail.confirm", async (scope, row) =>
        {
            wrong = null;
            if (row.CodeUntil is not { } until || until <= scope.Now) return new Refusal("没有在等的确认码，或者过了半小时：请重新发。");
            var kept = await scope.Personal.Read(row.Subject, cancel);
            if (kept.GetValueOrDefault(Code)?.Reveal() != code?.Trim())
            {
                // 错了几次要存下来，所以这件事办成，答复另说。
                row.Tries++;
                if (row.Tries >= MostTries) row.CodeUntil = null;
                wrong = new Refusal(row.Tries >= MostTries ? "确认码错了五次，请重新发。" : "确认码不对，请看清邮件里的六位数字。");
                return null;
            }

            var address = kept[Pending];
            (row.CodeUntil, row.Tries, row.ConfirmedAt, row.Shown) = (null, 0, scope.Now, address.ToString());
            await scope.Personal.Store(row.Subject, new Dictionary<string, PersonalText> { [Address] = address, [Pending] = Used, [Code] = Used }, cancel);
            return null;
        }, cancel);
        return wrong ?? done;
    }

    /// <summary>哪几种不要邮件；后台照旧看得见。</summary>
    public Task<Outcome<bool>> Decline(PersonId by, IReadOnlyCollection<NoticeKind> kinds, CancellationToken cancel) => Perform(by, "mail.decline", (scope, row) =>
    {
        row.Declined = string.Join(',', kinds.Distinct().Order());
        scope.Record(row.Subject, new { declined = row.Declined });
        return Task.FromResult<Refusal?>(null);
    }, cancel);

    /// <summary>不再用邮箱：地址抹去。</summary>
    public Task<Outcome<bool>> Remove(PersonId by, CancellationToken cancel) => Perform(by, "mail.remove", async (scope, row) =>
    {
        (row.ConfirmedAt, row.CodeUntil, row.Shown) = (null, null, null);
        await scope.Personal.Erase(row.Subject, cancel);
        return null;
    }, cancel);

    private async Task<Outcome<bool>> Perform(PersonId by, string kind, Func<ActScope, PersonMailRow, Task<Refusal?>> change, CancellationToken cancel) => await database.Acts.Perform<bool>(
        new Act(kind, Actor.Person(by.Value), ChainId.System),
        async scope =>
        {
            if (await scope.Db.PersonMails.FindAsync([by.Value], cancel) is not { } row) scope.Db.PersonMails.Add(row = new PersonMailRow { Person = by.Value });
            return await change(scope, row) is { } refusal ? refusal : true;
        },
        cancel);
}

/// <summary>一个人收提醒的邮箱。</summary>
/// <param name="IsOn">本站发不发邮件。</param>
/// <param name="Shown">确认了的地址，遮住的；没有的为空。</param>
/// <param name="IsWaiting">发了确认码，等着填。</param>
/// <param name="Declined">不要邮件的各种。</param>
public sealed record PersonMail(bool IsOn, string? Shown, bool IsWaiting, ImmutableArray<NoticeKind> Declined);
