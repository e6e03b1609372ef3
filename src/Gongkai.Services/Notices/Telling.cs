using System.Collections.Immutable;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Notices;
using Gongkai.Organisations.People;
using Gongkai.Requests.Process;
using Gongkai.Services.Mailing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Notices;

/// <summary>要告诉的一件事。</summary>
internal sealed record Told(NoticeKind Kind, Guid Unit)
{
    public Guid? Case { get; init; }

    public CaseStage? Stage { get; init; }

    public int? Year { get; init; }

    public DateOnly? DueOn { get; init; }
}

/// <summary>告诉几个人一件事：后台各一条；不在的，受他委托的人也有一条；邮箱确认了又没有谢绝的，另发邮件。</summary>
internal static class Telling
{
    /// <summary>告诉；答复告诉了谁，连同代收的。</summary>
    public static async Task<ImmutableArray<Guid>> Tell(ActScope scope, MailSettings mail, Told told, IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        if (people.Count == 0) return [];
        var today = scope.Today;
        var delegated = await scope.Db.Delegations.AsNoTracking()
            .Where(row => people.Contains(row.Delegator) && row.Unit == told.Unit && row.FirstDay <= today && row.LastDay >= today).ToListAsync(cancel);
        List<(Guid Person, Guid? For)> all = [.. people.Select(person => (person, (Guid?)null)), .. delegated.Select(row => (row.Delegate, (Guid?)row.Delegator))];
        all = [.. all.DistinctBy(one => one.Person)];
        var mails = mail.IsOn ? await Mails(scope, all.ConvertAll(one => one.Person), cancel) : [];
        foreach (var (person, represented) in all)
        {
            var row = new NoticeRow
            {
                Id = Guid.CreateVersion7(scope.Now), Person = person, OnBehalfOf = represented, Kind = told.Kind, Unit = told.Unit, Case = told.Case, Stage = told.Stage, Year = told.Year, DueOn = told.DueOn, At = scope.Now,
            };
            if (mails.TryGetValue(person, out var box) && !box.Declines(told.Kind)) row.Mail = scope.Send(MailKinds.Notice, new NoticePayload(row.Id));
            scope.Db.Notices.Add(row);
        }

        return [.. all.Select(one => one.Person)];
    }

    private static Task<Dictionary<Guid, PersonMailRow>> Mails(ActScope scope, List<Guid> people, CancellationToken cancel) =>
        scope.Db.PersonMails.AsNoTracking().Where(row => people.Contains(row.Person) && row.ConfirmedAt != null).ToDictionaryAsync(row => row.Person, cancel);
}
