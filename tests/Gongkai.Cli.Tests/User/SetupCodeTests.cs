using Gongkai.Data;
using Gongkai.Testing;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Cli.Tests.User;

public sealed class SetupCodeTests
{
    [Fact]
    public async Task An_empty_folder_gets_its_database_and_the_same_code_each_time()
    {
        using var folder = new TemporaryFolder();

        var first = await CommandLine.Run("user", "setup-code", "--data", folder.Path);
        var again = await CommandLine.Run("user", "setup-code", "--data", folder.Path);

        (first.ExitCode, again.ExitCode).ShouldBe((0, 0));
        first.Output.Trim().ShouldMatch("^([A-Z2-7]{4} ?-?)+$");
        again.Output.ShouldBe(first.Output);
        first.Error.ShouldContain("/console/setup");
        first.Error.ShouldContain("gongkai.keys");
    }

    [Theory, OnSqlite]
    public async Task A_site_that_is_set_up_has_no_code(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);

        var run = await CommandLine.Run("user", "setup-code", "--data", city.Settings.Folder);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain("已经设置过了");
    }
}
