using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.SigningIn;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.SigningIn;

/// <summary>会话：还有没有效，有哪些，结束一个或者全部。存在库里，所以在哪个节点结束，各节点都随即不认。</summary>
public sealed class SessionRegister(Database database, TimeProvider clock)
{
    // 每个请求都写一次太费，闲置的规则以分钟计，约略到一分钟就够。
    private static readonly TimeSpan SeenPrecision = TimeSpan.FromMinutes(1);

    /// <summary>还有效的会话；退出了、被结束了、闲置太久、期满、口令变了、离任了的为空。</summary>
    public async Task<LiveSession?> Find(SessionId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var found = await (
            from session in db.SignInSessions.AsNoTracking()
            join account in db.Accounts.AsNoTracking() on session.Person equals account.Person
            join person in db.People.AsNoTracking() on session.Person equals person.Id
            where session.Id == id.Value
            select new { Session = session, account.Stamp, account.MustChange, person.ServiceFrom, person.ServiceUntil }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var now = clock.GetUtcNow();
        var serves = new Validity(found.ServiceFrom, found.ServiceUntil).Covers(LegalTime.DateOf(now));
        if (!serves || found.Session.Stamp != found.Stamp || !IsOpen(found.Session, now)) return null;
        // “看见过”不是谁做的事，不留记录，也不动版本；别人同时结束了它的，结束为准。
        if (now - found.Session.LastSeenAt >= SeenPrecision)
            await db.SignInSessions.Where(row => row.Id == id.Value && row.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now), cancel);
        return new LiveSession(id, new PersonId(found.Session.Person), found.MustChange, found.Session.WithTotp);
    }

    /// <summary>一个人还有效的会话，新的在前。</summary>
    public async Task<IReadOnlyList<SessionLine>> List(PersonId person, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var stamp = await db.Accounts.Where(row => row.Person == person.Value).Select(row => row.Stamp).SingleOrDefaultAsync(cancel);
        var rows = await db.SignInSessions.AsNoTracking().Where(row => row.Person == person.Value && row.EndedAt == null && row.Stamp == stamp).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        return
        [
            .. rows.Where(row => IsOpen(row, now)).OrderByDescending(row => row.StartedAt)
                .Select(row => new SessionLine(new SessionId(row.Id), row.StartedAt, row.LastSeenAt, row.WithTotp, row.Network, row.Device)),
        ];
    }

    /// <summary>退出。</summary>
    public Task<Outcome<int>> SignOut(PersonId person, SessionId id, CancellationToken cancel) => End(person, "sign-out", row => row.Id == id.Value, cancel);

    /// <summary>结束自己的一个会话，例如忘在别的机器上的。</summary>
    public Task<Outcome<int>> EndOne(PersonId person, SessionId id, CancellationToken cancel) => End(person, "session.end", row => row.Id == id.Value, cancel);

    /// <summary>结束自己的其余会话，只留现在这个；答复结束了几个。</summary>
    public Task<Outcome<int>> EndOthers(PersonId person, SessionId kept, CancellationToken cancel) => End(person, "session.end-others", row => row.Id != kept.Value, cancel);

    /// <summary>结束自己的全部会话，连现在这个；答复结束了几个。</summary>
    public Task<Outcome<int>> EndAll(PersonId person, CancellationToken cancel) => End(person, "session.end-all", _ => true, cancel);

    private async Task<Outcome<int>> End(PersonId person, string kind, Func<SignInSessionRow, bool> chosen, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var chain = await AccountQueries.ChainOf(db, person, cancel);
        return await database.Acts.Perform<int>(
            new Act(kind, Data.Acts.Actor.Person(person.Value), chain),
            async scope =>
            {
                var rows = await scope.Db.SignInSessions.Where(row => row.Person == person.Value && row.EndedAt == null).ToListAsync(cancel);
                var ended = rows.Where(chosen).ToList();
                foreach (var row in ended) row.EndedAt = scope.Now;
                scope.Record(new Subject("account", person.Value), new { ended = ended.Select(row => row.Id) });
                return ended.Count;
            },
            cancel);
    }

    private static bool IsOpen(SignInSessionRow row, DateTimeOffset now)
    {
        var rules = SignInRules.On(LegalTime.DateOf(now));
        return row.EndedAt is null && now - row.LastSeenAt < rules.IdleSession && now - row.StartedAt < rules.LongestSession;
    }
}

/// <summary>有效的会话。</summary>
/// <param name="Id">标识。</param>
/// <param name="Person">谁。</param>
/// <param name="MustChangePassword">用的是一次性口令，先改口令才能做别的。</param>
/// <param name="WithTotp">用了动态口令。</param>
public sealed record LiveSession(SessionId Id, PersonId Person, bool MustChangePassword, bool WithTotp);

/// <summary>会话列表的一行。</summary>
/// <param name="Id">标识。</param>
/// <param name="StartedAt">何时登录。</param>
/// <param name="LastSeenAt">最近一次使用，约略到一分钟。</param>
/// <param name="WithTotp">用了动态口令。</param>
/// <param name="Network">从哪个网段。</param>
/// <param name="Device">什么设备。</param>
public sealed record SessionLine(SessionId Id, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, bool WithTotp, string? Network, string? Device);
