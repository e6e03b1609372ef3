using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Services.Acting;
using Gongkai.Services.Organisations;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;
using Subject = Gongkai.Data.Acts.Subject;

namespace Gongkai.Services.Tests.Organisations;

public sealed class DelegationRegisterTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task While_the_head_is_away_the_substitute_acts_and_both_are_recorded(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var (head, substitute) = (await city.Somebody(Role.DeputyLeader, city.Culture), await city.Somebody(Role.Handler, city.Culture));
        InventedCity.Done(await city.Services.Delegations.Give(head, Wanted(city, head, substitute), null, None));

        var done = await Sign(city, substitute);

        InventedCity.Done(done).ShouldBe("以分管领导的身份（代某甲1）");
        await using var db = city.Database.CreateContext();
        var record = await db.AuditRecords.SingleAsync(record => record.Act == "report.sign");
        (record.ActorId, record.OnBehalfOf).ShouldBe((substitute.Value, head.Value));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_delegation_ends_when_it_is_revoked_and_by_itself(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var (head, substitute) = (await city.Somebody(Role.DeputyLeader, city.Culture), await city.Somebody(Role.Handler, city.Culture));
        var id = InventedCity.Done(await city.Services.Delegations.Give(head, Wanted(city, head, substitute), null, None));

        InventedCity.Done(await city.Services.Delegations.Revoke(head, id, None));
        (await Sign(city, substitute)).Succeeded.ShouldBeFalse();

        InventedCity.Done(await city.Services.Delegations.Give(head, Wanted(city, head, substitute), null, None));
        (await Sign(city, substitute)).Succeeded.ShouldBeTrue();
        city.Clock.Advance(TimeSpan.FromDays(8));
        (await Sign(city, substitute)).Succeeded.ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_delegates_for_another_except_the_administrator(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var (head, substitute) = (await city.Somebody(Role.DeputyLeader, city.Culture), await city.Somebody(Role.Handler, city.Culture));

        var refused = await city.Services.Delegations.Give(substitute, Wanted(city, head, substitute), null, None);
        var allowed = await city.Services.Delegations.Give(city.Administrator, Wanted(city, head, substitute), null, None);

        refused.Refusal!.Reason.ShouldContain("系统管理员办理");
        allowed.Succeeded.ShouldBeTrue();
    }

    private static GiveDelegation Wanted(InventedCity city, PersonId head, PersonId substitute) =>
        new(head, substitute, city.Culture, Role.DeputyLeader, city.Today, city.Today.AddDays(7), "出差");

    private static Task<Outcome<string>> Sign(InventedCity city, PersonId by) => city.Services.Acts.Perform<string>(
        new PermittedAct(by, "report.sign", Permission.SignReport, city.Culture),
        scope =>
        {
            scope.Record(new Subject("report", "2025"));
            return Task.FromResult<Outcome<string>>(scope.Grounds.Sentence);
        },
        None);
}
