using System.Text.Json;
using Gongkai.Testing;
using Gongkai.Testing.Samples;

namespace Gongkai.Cli.Tests.Samples;

/// <summary>gongkai scan --clean：样例里藏的东西在副本里没有了，原件不动。</summary>
public sealed class SampleCleanTests
{
    private static string Poisoned { get; } = SampleSource.All.Single(source => source.FileName.StartsWith("08", StringComparison.Ordinal)).FilePath;

    [Fact]
    public async Task A_poisoned_sample_is_cleaned_and_its_copy_scans_clean()
    {
        using var folder = new TemporaryFolder();
        var (target, before) = (Path.Combine(folder.Path, "公开.docx"), File.ReadAllBytes(Poisoned));

        var run = await CommandLine.Run("scan", Poisoned, "--clean", target, "--json");

        run.ExitCode.ShouldBe(0, run.Output);
        using var json = JsonDocument.Parse(run.Output);
        var item = json.RootElement[0];
        item.EnumerateObject().Select(property => property.Name).ShouldBe(["file", "cleaned", "findings"]);
        item.GetProperty("cleaned").EnumerateObject().Select(property => property.Name).ShouldBe(["file", "sha256", "originalSha256", "removed"]);
        File.ReadAllBytes(Poisoned).ShouldBe(before);
        (await CommandLine.Run("scan", target)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Several_go_into_a_folder_and_what_cannot_be_cleaned_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        var page = folder.Write("页.html", "<html><body>正文</body></html>");
        var target = Path.Combine(folder.Path, "副本");

        var run = await CommandLine.Run("scan", Poisoned, page, "--clean", target);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("不能做净化副本");
        Directory.GetFiles(target).Select(Path.GetFileName).ShouldBe([Path.GetFileName(Poisoned)]);
    }

    [Fact]
    public async Task The_original_is_never_written_over()
    {
        using var folder = new TemporaryFolder();
        var copy = Path.Combine(folder.Path, "a.docx");
        File.Copy(Poisoned, copy);

        (await CommandLine.Run("scan", copy, "--clean", copy)).ExitCode.ShouldBe(2);
        File.ReadAllBytes(copy).ShouldBe(File.ReadAllBytes(Poisoned));
    }
}
