using System.Text.Json;
using Gongkai.Cli.Commands.Doctor;
using Gongkai.Testing;
using Gongkai.Testing.Mailing;

namespace Gongkai.Cli.Tests.Doctor;

public sealed class DoctorCommandTests
{
    [Fact]
    public async Task Every_check_is_listed_with_what_was_found_or_what_to_do()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandLine.Run("doctor", "--data", folder.Path, "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        var checks = json.RootElement.GetProperty("checks").EnumerateArray().ToList();
        checks.Select(check => check.GetProperty("id").GetString()).ShouldBe(
            ["dotnet", "culture", "timezone", "pdftotext", "pdftoppm", "qpdf", "soffice", "tesseract", "fonts", "sqlite", "postgresql", "data", "temp", "mail"]);
        foreach (var check in checks)
        {
            check.EnumerateObject().Select(property => property.Name).ShouldBe(["id", "name", "needed", "status", "found", "remedy"]);
            var fine = check.GetProperty("status").GetString() == "fine";
            if (fine) check.GetProperty("remedy").GetString().ShouldBeNull();
            (check.GetProperty(fine ? "found" : "remedy").GetString() ?? "").ShouldNotBeEmpty(check.ToString());
        }

        var needed = checks.All(check => !check.GetProperty("needed").GetBoolean() || check.GetProperty("status").GetString() == "fine");
        json.RootElement.GetProperty("fine").GetBoolean().ShouldBe(needed);
        run.ExitCode.ShouldBe(needed ? 0 : 1);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_missing_something_needed()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandLine.Run("doctor", "--data", Path.Combine(folder.Write("文件", "x"), "数据"));

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("缺少  数据目录可写");
        run.Output.ShouldContain("不是目录");
        run.Output.ShouldContain("缺少必需的东西");
    }

    [Fact]
    public void A_folder_not_made_yet_is_fine_when_it_can_be_made()
    {
        using var folder = new TemporaryFolder();

        FolderChecks.Data(Path.Combine(folder.Path, "还没有", "数据")).Status.ShouldBe(HealthStatus.Fine);
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Mail_that_is_set_is_tried_and_nothing_is_sent()
    {
        using var folder = new TemporaryFolder();
        var server = TestMailServer.Start();
        await using (server)
        {
            Write(server.Port);
            (await Run()).ShouldContain($"正常  邮件（提醒、给申请人的通知）：127.0.0.1:{server.Port}，连得上");
            server.Received.ShouldBeEmpty();
        }

        (await Run()).ShouldContain($"连不上邮件服务器 127.0.0.1:{server.Port}。");
        folder.Write("gongkai.json", """{ "Mail": { "Host": "mail.example" } }""");
        (await Run()).ShouldContain("设置 Mail:From");

        async Task<string> Run() => (await CommandLine.Run("doctor", "--data", folder.Path)).Output;

        void Write(int port) => folder.Write("gongkai.json", JsonSerializer.Serialize(new { Mail = TestMailServer.Values(port).ToDictionary(one => one.Key["Mail:".Length..], one => one.Value) }));
    }

    [Fact]
    public void Only_what_is_needed_decides()
    {
        var optional = HealthCheck.Missing("x", "可有可无", needed: false, "装上就好");

        Checkup.IsFine([optional]).ShouldBeTrue();
        Checkup.IsFine([optional, optional with { Needed = true }]).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_any_program_on_the_path_the_needed_ones_are_named_with_their_package()
    {
        using var folder = new TemporaryFolder();
        var run = await ProgramProcess.Run(["doctor", "--data", folder.Path], environment: new() { ["PATH"] = folder.Path });

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("缺少  pdftotext");
        run.Output.ShouldContain("apt-get install -y --no-install-recommends poppler-utils");
        run.Output.ShouldContain("可选  soffice");
    }
}
