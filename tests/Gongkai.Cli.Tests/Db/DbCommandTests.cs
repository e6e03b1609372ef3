using System.Text.Json;
using Gongkai.Testing;
using Gongkai.Testing.Databases;

namespace Gongkai.Cli.Tests.Db;

public sealed class DbCommandTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Migrate_backup_wipe_restore_and_verify_from_the_command_line(Gongkai.Data.Engine engine)
    {
        await using var site = await TestDatabase.CreateEmpty(engine);
        await using var other = await TestDatabase.CreateEmpty(engine);
        var (first, second) = (site.Configure(), other.Configure());
        var backup = Path.Combine(first, "b.gongkai");

        (await CommandLine.Run("db", "migrate", "--data", first)).Output.ShouldStartWith("新建了数据库");
        (await CommandLine.Run("db", "migrate", "--data", first)).Output.ShouldContain("不必升级");
        (await CommandLine.Run("db", "backup", backup, "--data", first)).Error.ShouldContain("密钥文件");
        File.Copy(Path.Combine(first, "gongkai.keys"), Path.Combine(second, "gongkai.keys"));
        var restored = await CommandLine.Run("db", "restore", backup, "--data", second);
        var verified = await CommandLine.Run("db", "verify", "--data", second);

        (restored.ExitCode, restored.Error).ShouldBe((0, ""));
        restored.Output.ShouldStartWith("已恢复");
        // 恢复本身是一条记录。
        (verified.ExitCode, verified.Output).ShouldBe((0, "审计链 1 条，记录 1 条，全部对得上。\n"));
        (await CommandLine.Run("db", "restore", backup, "--data", second)).ExitCode.ShouldBe(2);
        (await CommandLine.Run("db", "restore", backup, "--data", second, "--force")).Output.ShouldContain("挪到了");
    }

    [Fact]
    public async Task Heads_written_out_show_that_the_data_was_set_back()
    {
        using var folder = new TemporaryFolder();
        var backup = Path.Combine(folder.Path, "b.gongkai");
        await CommandLine.Run("db", "migrate", "--data", folder.Path);
        await CommandLine.Run("db", "backup", backup, "--data", folder.Path);
        await CommandLine.Run("db", "restore", backup, "--data", folder.Path, "--force");
        var heads = folder.Write("heads.json", (await CommandLine.Run("db", "verify", "--data", folder.Path, "--json")).Output);
        (await CommandLine.Run("db", "verify", "--data", folder.Path, "--heads", heads)).ExitCode.ShouldBe(0);

        // 再退回到备份，重写了抄出去的那一条。
        (await CommandLine.Run("db", "restore", backup, "--data", folder.Path, "--force")).ExitCode.ShouldBe(0);
        var run = await CommandLine.Run("db", "verify", "--data", folder.Path, "--heads", heads, "--json");

        run.ExitCode.ShouldBe(1);
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("problems")[0].GetProperty("fault").GetString().ShouldBe("rewritten");
    }

    [Fact]
    public async Task Rotated_keys_still_verify_and_restore_what_was_written_before()
    {
        using var folder = new TemporaryFolder();
        var backup = Path.Combine(folder.Path, "b.gongkai");
        await CommandLine.Run("db", "migrate", "--data", folder.Path);
        await CommandLine.Run("db", "backup", backup, "--data", folder.Path);

        var run = await CommandLine.Run("db", "rotate-keys", "--data", folder.Path);

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe("换好了：数据密钥 0 把、动态口令与网页密钥 0 件改用新的密钥。\n");
        run.Error.ShouldContain("另存一份");
        (await CommandLine.Run("db", "verify", "--data", folder.Path)).ExitCode.ShouldBe(0);
        (await CommandLine.Run("db", "restore", backup, "--data", folder.Path, "--force")).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("rotate-keys")]
    [InlineData("backup", "x.gongkai")]
    public async Task Where_there_is_no_data_nothing_is_made(params string[] command)
    {
        using var folder = new TemporaryFolder();

        var run = await CommandLine.Run(["db", .. command, "--data", folder.Path]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("里没有数据库");
        File.Exists(Path.Combine(folder.Path, "gongkai.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_settings_file_that_cannot_be_read_is_one_sentence()
    {
        using var folder = new TemporaryFolder();
        folder.Write("gongkai.json", "{ 不是 JSON");

        var run = await CommandLine.Run("db", "migrate", "--data", folder.Path);

        (run.ExitCode, run.Error).ShouldBe((2, $"{Path.Combine(folder.Path, "gongkai.json")} 读不懂：不是正确的 JSON。\n"));
    }
}

file static class Configuring
{
    /// <summary>把引擎写进数据目录的 gongkai.json，答复数据目录。</summary>
    public static string Configure(this TestDatabase test)
    {
        if (test.Settings.Postgres is { } postgres)
            File.WriteAllText(Path.Combine(test.Settings.Folder, "gongkai.json"), JsonSerializer.Serialize(new { Database = new { Postgres = postgres } }));
        return test.Settings.Folder;
    }
}
