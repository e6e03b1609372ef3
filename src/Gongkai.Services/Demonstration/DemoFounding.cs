using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Review;
using Gongkai.Services.Organisations;
using Gongkai.Services.Publication;
using Gongkai.Services.SigningIn;

namespace Gongkai.Services.Demonstration;

/// <summary>设立演示的城市：单位、内设机构、人员、账号、审查程序，一律经各项服务。</summary>
internal sealed class DemoFounding(Database database, OrganisationServices organisations, PublicationServices publication, DemoClock clock, CancellationToken cancel)
{
    private readonly Random _random = new(1);

    private DateOnly Today => LegalTime.Today(clock);

    /// <summary>设立，答复各单位的公开工作班子。</summary>
    public Task<Outcome<ImmutableDictionary<string, DemoTeam>>> Found() => database.Acts.Together<ImmutableDictionary<string, DemoTeam>>(
        async () =>
        {
            var (city, administrator) = await FoundCity();
            var units = new Dictionary<string, UnitId> { [DemoUnit.All[0].Key] = city };
            foreach (var unit in DemoUnit.All.Skip(1)) units[unit.Key] = await Establish(unit, units[unit.Superior!], administrator);
            await DesignateAuthority(city, units[DemoUnit.Authority.Key], administrator);
            var teams = new Dictionary<string, DemoTeam>();
            List<PersonId> people = [administrator];
            foreach (var unit in DemoUnit.All)
            {
                var team = await Staff(unit, units[unit.Key], administrator);
                teams[unit.Key] = team;
                people.AddRange(team.People.SelectMany(held => held).Distinct());
                if (unit.Plan != ReviewPlan.ThreeReviews)
                    Done(await publication.Reviews.SetPlan(team.Head, team.Unit, unit.Plan, Today, "人员少，按岗位实际设置。", cancel));
            }

            Done(await GiveAccounts(people));
            return teams.ToImmutableDictionary();
        },
        cancel);

    private async Task<Founded> FoundCity()
    {
        var first = DemoUnit.All[0];
        return Done(await organisations.Founding.Found(new FoundUnit(first.Facts, DemoUnit.Start, Name(), DemoCity.Administrator, DemoUnit.Regions), cancel));
    }

    private async Task<UnitId> Establish(DemoUnit unit, UnitId superior, PersonId administrator)
    {
        var command = new EstablishUnit(new UnitId(Guid.CreateVersion7(clock.GetUtcNow())), unit.Facts with { Superior = superior }, DemoUnit.Start, "机构设置文件（演示）");
        return Done(await organisations.Units.Establish(administrator, command, null, cancel));
    }

    private async Task DesignateAuthority(UnitId city, UnitId office, PersonId administrator)
    {
        await using var db = database.CreateContext();
        var unit = (await organisations.Trees.Load(db, cancel)).Find(city)!;
        Done(await organisations.Units.Change(administrator, new ChangeUnit(city, unit.Latest with { CompetentAuthority = office }, DemoUnit.Start, "指定主管部门"), unit.Version, null, cancel));
    }

    private async Task<DemoTeam> Staff(DemoUnit unit, UnitId id, PersonId administrator)
    {
        var disclosure = Done(await organisations.Offices.Open(administrator, id, "办公室", DemoUnit.Start, "内设机构设置（演示）", cancel));
        var business = Done(await organisations.Offices.Open(administrator, id, "业务科", DemoUnit.Start, "内设机构设置（演示）", cancel));
        Done(await organisations.Offices.Designate(administrator, id, disclosure, DemoUnit.Start, "指定为政府信息公开工作机构", cancel));
        List<(Role Role, PersonId Person)> held = [];
        foreach (var role in DemoRole.All)
            foreach (var loginName in role.LoginNames(unit))
            {
                var office = role.Role is Role.Handler or Role.OfficeHead ? business : disclosure;
                var command = new AddPerson(Name(), loginName, id, role.Role == Role.Auditor ? null : office, role.Role, Today);
                held.Add((role.Role, Done(await organisations.People.Add(administrator, command, null, cancel))));
            }

        return new DemoTeam(id, held.ToLookup(one => one.Role, one => one.Person));
    }

    // 口令人人相同，散列只算一次。
    private Task<Outcome<int>> GiveAccounts(List<PersonId> people)
    {
        var hash = new PasswordHashing().Hash(DemoCity.Password);
        return database.Acts.Perform<int>(
            new Act("demo.give-accounts", Data.Acts.Actor.System, ChainId.System) { Reason = "演示" },
            scope =>
            {
                foreach (var person in people)
                {
                    PasswordRegister.Create(scope, person, hash);
                    scope.Record(new Subject("account", person.Value), new { result = "demo" });
                }

                return Task.FromResult<Outcome<int>>(people.Count);
            },
            cancel);
    }

    private string Name() => DemoText.Fill("{姓}{名}", ImmutableDictionary<string, string>.Empty, _random);

    private static T Done<T>(Outcome<T> outcome) => outcome.Succeeded ? outcome.Value : throw new InvalidOperationException($"演示的城市没有设立成：{outcome.Refusal!.Reason}");
}
