using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Services.SigningIn;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Cli.Tests.User;

public sealed class ResetCommandTests
{
    [Theory, OnSqlite]
    public async Task A_one_time_password_is_printed_opens_the_door_and_is_recorded(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        await city.Somebody(Role.Handler, city.Culture, "jingban");

        var run = await CommandLine.Run("user", "reset", "jingban", "--data", city.Settings.Folder);

        (run.ExitCode, run.Error).ShouldBe((0, "一次性口令只显示这一次，二十四小时之内有效。\n"));
        var signIn = new SignInServices(city.Database, city.Services, TimeProvider.System);
        var signedIn = await signIn.Desk.WithPassword("jingban", run.Output.Trim(), SignInOrigin.Unknown, CancellationToken.None);
        signedIn.Value.ShouldBeOfType<SignedIn>().MustChangePassword.ShouldBeTrue();
        await using var db = city.Database.CreateContext();
        (await db.AuditRecords.SingleAsync(record => record.Act == "password.reset")).Changes!.ShouldNotContain(run.Output.Trim());
    }

    [Theory, OnSqlite]
    public async Task A_name_that_nobody_has_is_one_sentence(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);

        var run = await CommandLine.Run("user", "reset", "nobody", "--data", city.Settings.Folder);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain("没有登录名为“nobody”的人员");
    }
}
