using Gongkai.Data;
using Gongkai.Services.Organisations;
using Gongkai.Services.SigningIn;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.SigningIn;

public sealed class FirstRunTests
{
    private const int Iterations = 1_000;

    [Theory, OnSqlite, OnPostgres]
    public async Task The_token_makes_the_first_body_and_its_administrator_once(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        var signIn = Services(test);
        (await signIn.FirstRun.IsNeeded(Door.None)).ShouldBeTrue();

        var founded = InventedCity.Done(await signIn.FirstRun.Begin(signIn.FirstRun.Token.ToLowerInvariant(), InventedCity.FirstUnit(), Door.Password, Door.None));

        (await signIn.FirstRun.IsNeeded(Door.None)).ShouldBeFalse();
        var signedIn = InventedCity.Done(await signIn.Desk.WithPassword("guanliyuan", Door.Password, SignInOrigin.Unknown, Door.None));
        signedIn.ShouldBeOfType<SignedIn>().Person.ShouldBe(founded.Administrator);
        (await signIn.FirstRun.Begin(signIn.FirstRun.Token, InventedCity.FirstUnit(), Door.Password, Door.None)).Refusal!.Reason.ShouldContain("已经设立过");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_wrong_token_or_a_weak_password_makes_nothing(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        var signIn = Services(test);

        (await signIn.FirstRun.Begin("AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", InventedCity.FirstUnit(), Door.Password, Door.None)).Refusal!.Reason.ShouldContain("设置码不对");
        (await signIn.FirstRun.Begin(signIn.FirstRun.Token, InventedCity.FirstUnit(), "123456", Door.None)).Refusal.ShouldNotBeNull();

        (await signIn.FirstRun.IsNeeded(Door.None)).ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_node_prints_the_same_token_and_another_installation_another(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await using var other = await TestDatabase.Create(engine);

        Services(test).FirstRun.Token.ShouldBe(Services(test).FirstRun.Token);
        Services(test).FirstRun.Token.ShouldNotBe(Services(other).FirstRun.Token);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_who_set_up_at_once_make_one_body(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        var signIn = Services(test);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => signIn.FirstRun.Begin(signIn.FirstRun.Token, InventedCity.FirstUnit(), Door.Password, Door.None))));

        answers.Count(answer => answer.Succeeded).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Web_keys_are_sealed_in_the_database_and_shared_by_the_nodes(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);

        await Services(test).WebKeys.Add("key-1", "<key>机密</key>", Door.None);

        Services(test).WebKeys.All().ShouldBe(["<key>机密</key>"]);
        await using var db = test.Database.CreateContext();
        System.Text.Encoding.UTF8.GetString(db.WebKeys.Single().Content).ShouldNotContain("机密");
    }

    private static SignInServices Services(TestDatabase test) =>
        new(test.Database, new OrganisationServices(test.Database, test.Clock), test.Clock, new PasswordHashing(Iterations));
}
