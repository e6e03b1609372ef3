using System.IO.Compression;
using Gongkai.Requests.Archiving;
using Gongkai.Testing;

namespace Gongkai.Cli.Tests.Cases;

/// <summary><c>gongkai cases archive verify</c>：对得上 0，对不上 1，读不出 2。</summary>
public sealed class ArchiveVerifyTests
{
    [Fact]
    public async Task A_package_is_verified_without_a_database()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "case.zip");
        var writer = new ArchiveWriter();
        writer.Add("application.txt", "申请", "内容"u8);
        writer.Finish("2026-0001", "云泽市文化广播局", DateTimeOffset.UnixEpoch);
        using (var file = File.Create(path)) await writer.Write(file, CancellationToken.None);

        (await CommandLine.Run("cases", "archive", "verify", path)).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(0), run => run.Output.ShouldContain("1 个文件全部对得上"));
        (await CommandLine.Run("cases", "archive", "verify", path, "--json")).Output.ShouldContain("\"listHash\"");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update)) zip.GetEntry("application.txt")!.Delete();
        (await CommandLine.Run("cases", "archive", "verify", path)).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(1), run => run.Output.ShouldContain("少了 application.txt"));
        (await CommandLine.Run("cases", "archive", "verify", folder.Write("x.zip", "不是"))).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(2), run => run.Error.ShouldContain("不是归档包"));
        (await CommandLine.Run("cases", "archive", "verify", "none.zip", "--lang", "en")).Error.ShouldContain("There is no file");
    }
}
