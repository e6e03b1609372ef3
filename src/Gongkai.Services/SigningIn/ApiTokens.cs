using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.SigningIn;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.SigningIn;

/// <summary>
/// 接口的令牌：系统管理员准许，持有的人自己领取，两人都不能再看第二次。
/// 管理员看不到令牌，因为他不得查看没有公开的内容；离了任、没有了权限的，令牌随即不起作用。
/// </summary>
public sealed class ApiTokens(Database database, PermittedActs acts, TimeProvider clock)
{
    /// <summary>最长有效多久，天。</summary>
    public const int LongestDays = 366;

    private const string Prefix = "gk_";
    private const int IdLength = 32;
    private const int SecretBytes = 32;
    private const int LongestName = 40;

    // 与登录的会话一样，不必每个请求都写一次。
    private static readonly TimeSpan SeenPrecision = TimeSpan.FromMinutes(1);

    /// <summary>准许一个令牌，答复它的标识；由持有的人领取。</summary>
    public Task<Outcome<Guid>> Issue(PersonId by, IssueToken command, CommandKey? key, CancellationToken cancel) => acts.Perform<Guid>(
        new PermittedAct(by, "token.issue", Permission.ManagePeople, command.Unit) { Key = key },
        async scope =>
        {
            if (await PersonQueries.Actor(scope.Db, command.Person, scope.Today, cancel) is not { } holder) return new Refusal("没有这个人员。");
            if (Fault(command, holder, scope.Tree.At(scope.Today)) is { } refusal) return refusal;
            var row = new ApiTokenRow
            {
                Id = Guid.CreateVersion7(scope.Act.Now), Unit = command.Unit.Value, Person = command.Person.Value, Name = command.Name.Trim(),
                Scopes = string.Join(',', command.Scopes.Select(one => TokenScopeEntry.Of(one).Code)), IssuedBy = by.Value, IssuedAt = scope.Act.Now, ValidUntil = command.ValidUntil,
            };
            scope.Db.ApiTokens.Add(row);
            scope.Record(new Subject("token", row.Id), new { name = row.Name, person = row.Person, scopes = row.Scopes, validUntil = row.ValidUntil });
            return row.Id;
        },
        cancel);

    /// <summary>持有的人领取：令牌的原文只在这时给出一次。</summary>
    public async Task<Outcome<string>> Claim(PersonId by, Guid id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await db.ApiTokens.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Person == by.Value, cancel) is not { } found) return new Refusal("没有给您的这个令牌。");
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var done = await database.Acts.Perform<bool>(
            new Act("token.claim", Data.Acts.Actor.Person(by.Value), new ChainId(found.Unit)),
            async scope =>
            {
                var row = await scope.Db.ApiTokens.SingleAsync(one => one.Id == id, cancel);
                if (row.Fingerprint is not null) return new Refusal("这个令牌已经领取过，原文不再显示；丢了的，请系统管理员收回，另外准许一个。");
                if (Lapse(row, scope.Today) is { } lapse) return lapse;
                row.Fingerprint = database.Secrets.Fingerprint(Purpose(id), secret);
                scope.Record(new Subject("token", id), new { name = row.Name });
                return true;
            },
            cancel);
        return done.Refusal is { } refusal ? refusal : $"{Prefix}{id:N}_{secret}";
    }

    /// <summary>收回：持有的人自己，或者这个单位的系统管理员。即刻不起作用。</summary>
    public async Task<Outcome<bool>> Revoke(PersonId by, Guid id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await db.ApiTokens.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } found) return new Refusal("没有这个令牌。");
        return found.Person == by.Value
            ? await database.Acts.Perform<bool>(new Act("token.revoke", Data.Acts.Actor.Person(by.Value), new ChainId(found.Unit)), scope => Revoke(scope, id, cancel), cancel)
            : await acts.Perform<bool>(new PermittedAct(by, "token.revoke", Permission.ManagePeople, new UnitId(found.Unit)), scope => Revoke(scope.Act, id, cancel), cancel);
    }

    /// <summary>凭令牌的原文找：不对的、没有领取的、收回了的、过了期的、人离任了的为空。一天里头一次用的留一条记录。</summary>
    /// <param name="network">从哪个网段来的；不知道的为空。</param>
    public async Task<LiveToken?> Find(string text, string? network, CancellationToken cancel)
    {
        if (!TryParse(text, out var id, out var secret)) return null;
        await using var db = database.CreateContext();
        if (await db.ApiTokens.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { Fingerprint: { } fingerprint } row) return null;
        var now = clock.GetUtcNow();
        if (!database.Secrets.Matches(Purpose(id), secret, fingerprint) || Lapse(row, LegalTime.DateOf(now)) is not null) return null;
        if (await PersonQueries.Actor(db, new PersonId(row.Person), LegalTime.DateOf(now), cancel) is not { } holder || !holder.Person.Service.Covers(LegalTime.DateOf(now))) return null;
        await Use(db, row, now, network, cancel);
        return new LiveToken(id, new PersonId(row.Person), new UnitId(row.Unit), row.Name, ScopesOf(row));
    }

    /// <summary>自己持有的，和（系统管理员）所管的各单位的，新的在前。</summary>
    public async Task<IReadOnlyList<TokenLine>> List(CurrentPerson who, CancellationToken cancel)
    {
        var managed = who.UnitsWith(Permission.ManagePeople).Select(unit => unit.Value).ToList();
        await using var db = database.CreateContext();
        var found = await (
            from row in db.ApiTokens.AsNoTracking()
            join person in db.People.AsNoTracking() on row.Person equals person.Id
            where row.Person == who.Id.Value || managed.Contains(row.Unit)
            orderby row.IssuedAt descending, row.Id
            select new { Row = row, person.Name }).ToListAsync(cancel);
        return
        [
            .. found.Select(one => new TokenLine(
                one.Row.Id, one.Row.Name, new PersonId(one.Row.Person), one.Name, who.Tree.Find(new UnitId(one.Row.Unit))?.Latest.Name ?? "", ScopesOf(one.Row), one.Row.ValidUntil,
                one.Row.Fingerprint is not null, one.Row.RevokedAt, one.Row.LastUsedAt)),
        ];
    }

    private async Task Use(GongkaiDbContext db, ApiTokenRow row, DateTimeOffset now, string? network, CancellationToken cancel)
    {
        if (row.LastUsedAt is { } last && LegalTime.DateOf(last) == LegalTime.DateOf(now))
        {
            if (now - last >= SeenPrecision) await db.ApiTokens.Where(one => one.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedAt, now), cancel);
            return;
        }

        await database.Acts.Perform<bool>(
            new Act("token.use", Data.Acts.Actor.Person(row.Person), new ChainId(row.Unit)),
            async scope =>
            {
                var current = await scope.Db.ApiTokens.SingleAsync(one => one.Id == row.Id, cancel);
                if (current.LastUsedAt is { } seen && LegalTime.DateOf(seen) == scope.Today) return new Refusal("今天已经记过。");
                current.LastUsedAt = scope.Now;
                scope.Record(new Subject("token", row.Id), new { name = row.Name, network });
                return true;
            },
            cancel);
    }

    private static async Task<Outcome<bool>> Revoke(ActScope scope, Guid id, CancellationToken cancel)
    {
        var row = await scope.Db.ApiTokens.SingleAsync(one => one.Id == id, cancel);
        if (row.RevokedAt is not null) return new Refusal("这个令牌已经收回。");
        row.RevokedAt = scope.Now;
        scope.Record(new Subject("token", id), new { name = row.Name });
        return true;
    }

    private static Refusal? Fault(IssueToken command, Gongkai.Organisations.Access.Actor holder, UnitsOnDate units)
    {
        if (string.IsNullOrWhiteSpace(command.Name) || command.Name.Trim().Length > LongestName) return new Refusal($"令牌要有名称，不超过 {LongestName} 个字，写明给哪个程序用。");
        if (command.Scopes.IsDefaultOrEmpty) return new Refusal("至少选一个范围。");
        if (command.ValidUntil < units.Date) return new Refusal("有效期不能到过去的日子。");
        if (command.ValidUntil > units.Date.AddDays(LongestDays)) return new Refusal($"有效期至多 {LongestDays} 天，到期再准许。");
        foreach (var scope in command.Scopes.Select(TokenScopeEntry.Of))
            if (!AccessDecisions.Decide(holder, scope.Needed, command.Unit, units).Succeeded)
                return new Refusal($"{holder.Person.Name}在{units.NameOf(command.Unit)}没有“{scope.Needed.Caption()}”的权限，不能持有“{scope.Caption}”的令牌。");
        return null;
    }

    private static Refusal? Lapse(ApiTokenRow row, DateOnly today) => row switch
    {
        { RevokedAt: not null } => new Refusal("这个令牌已经收回。"),
        _ when row.ValidUntil < today => new Refusal("这个令牌已经过期。"),
        _ => null,
    };

    private static bool TryParse(string text, out Guid id, out string secret)
    {
        secret = "";
        id = default;
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length is <= 36 or > 100 || text[Prefix.Length + IdLength] != '_') return false;
        secret = text[(Prefix.Length + IdLength + 1)..];
        return Guid.TryParseExact(text.AsSpan(Prefix.Length, IdLength), "N", out id);
    }

    private static ImmutableArray<TokenScope> ScopesOf(ApiTokenRow row)
    {
        var codes = row.Scopes.Split(',');
        return [.. TokenScopeEntry.All.Where(entry => codes.Contains(entry.Code)).Select(entry => entry.Scope)];
    }

    private static string Purpose(Guid id) => $"api-token/{id:N}";
}

/// <summary>准许一个令牌。</summary>
/// <param name="Unit">在哪个单位之内。</param>
/// <param name="Person">由谁持有。</param>
/// <param name="Name">叫什么。</param>
/// <param name="Scopes">哪些范围，至少一个。</param>
/// <param name="ValidUntil">到哪一天为止（含）。</param>
public sealed record IssueToken(UnitId Unit, PersonId Person, string Name, ImmutableArray<TokenScope> Scopes, DateOnly ValidUntil);

/// <summary>正在用的令牌。</summary>
/// <param name="Id">标识。</param>
/// <param name="Person">持有的人。</param>
/// <param name="Unit">在哪个单位之内。</param>
/// <param name="Name">叫什么。</param>
/// <param name="Scopes">哪些范围。</param>
public sealed record LiveToken(Guid Id, PersonId Person, UnitId Unit, string Name, ImmutableArray<TokenScope> Scopes);

/// <summary>令牌清单的一行。</summary>
/// <param name="ValidUntil">到哪一天为止（含）。</param>
/// <param name="IsClaimed">持有的人领取了。</param>
/// <param name="RevokedAt">何时收回的；没有收回的为空。</param>
/// <param name="LastUsedAt">最近一次使用；没有用过的为空。</param>
public sealed record TokenLine(
    Guid Id, string Name, PersonId Person, string PersonName, string UnitName, ImmutableArray<TokenScope> Scopes, DateOnly ValidUntil, bool IsClaimed, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt)
{
    /// <summary>还起作用，或者还可以领取。</summary>
    public bool IsOpen(DateOnly today) => RevokedAt is null && ValidUntil >= today;
}
