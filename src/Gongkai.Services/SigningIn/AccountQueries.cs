using Gongkai.Data;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.SigningIn;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Services.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.SigningIn;

/// <summary>取出账号；登录的记录记在本人所在单位的链上。</summary>
internal static class AccountQueries
{
    /// <summary>要改的一行，连同备用码；没有的为空。</summary>
    public static Task<AccountRow?> Row(GongkaiDbContext db, PersonId person, CancellationToken cancel) =>
        db.Accounts.Include(row => row.RecoveryCodes).SingleOrDefaultAsync(row => row.Person == person.Value, cancel);

    /// <summary>本人所在单位的链；没有这个人的，系统的链。</summary>
    public static async Task<ChainId> ChainOf(GongkaiDbContext db, PersonId id, CancellationToken cancel) =>
        await PersonQueries.Find(db, id, cancel) is { } person ? ChainOf(person) : ChainId.System;

    public static ChainId ChainOf(Person person) => new(HomeUnits.Of(person)[0].Value);

    public static SignInFailures Failures(this AccountRow row) => new(row.Failures, row.FailingSince, row.LockedUntil);

    public static void Take(this AccountRow row, SignInFailures failures) =>
        (row.Failures, row.FailingSince, row.LockedUntil) = (failures.Count, failures.Since, failures.LockedUntil);
}
