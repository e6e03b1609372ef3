using Gongkai.Testing;

namespace Gongkai.Cli.Tests.Reports;

/// <summary>五个种子用 report check 查出的全部话，文字与 JSON，与金样逐字相同。</summary>
public sealed class SeedFindingTests
{
    [SharedTheory]
    [InlineData("seed-000", 1)]
    [InlineData("seed-001", 1)]
    [InlineData("seed-002", 0)]
    [InlineData("seed-003", 1)]
    [InlineData("seed-004", 0)]
    public async Task A_seed_gives_what_its_golden_files_say(string seed, int exitCode)
    {
        var file = Path.Combine(Repository.Shared!, "seeds", $"{seed}.txt");

        var text = await CommandLine.Run("report", "check", file, "--verbose");
        var json = await CommandLine.Run("report", "check", file, "--json");

        (text.ExitCode, json.ExitCode).ShouldBe((exitCode, exitCode), text.Error + json.Error);
        Golden.Matches(WithoutFolder(text.Output), $"{seed}.check.txt");
        Golden.Matches(WithoutFolder(json.Output), $"{seed}.check.json");
    }

    private static string WithoutFolder(string output) => output.Replace(Repository.Shared! + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
