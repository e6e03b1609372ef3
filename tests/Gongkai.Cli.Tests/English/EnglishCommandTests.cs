using System.CommandLine;
using System.Text.Json;
using Gongkai.AnnualReports.Rules;
using Gongkai.Cli.Frame;
using Gongkai.Law.Wording;
using Gongkai.Services.Importing;
using Gongkai.Testing;

namespace Gongkai.Cli.Tests.English;

/// <summary>把各命令用 <c>--lang en</c> 走一遍：引号之外没有汉字，所给的文件名除外。</summary>
public sealed class EnglishCommandTests
{
    private static readonly string Samples = Repository.PathOf("samples");

    private static string[] Reports => [.. Directory.GetFiles(Samples).Where(file => !file.EndsWith(".pdf", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Help_of_every_command_is_English()
    {
        foreach (var command in CommandsInEnglish())
        {
            var words = CommandPath.Of(command).Split(' ')[1..];
            await Speaks([.. words, "--help"]);
        }
    }

    [Fact]
    public async Task The_rules_are_listed_and_explained_in_English()
    {
        await Speaks("rules", "list");
        await Speaks("rules", "list", "--json");
        await Speaks("rules", "explain", "X-1");
        foreach (var rule in RuleCatalogue.All) await Speaks("rules", "explain", rule.Id);
    }

    [Fact]
    public async Task Reports_are_checked_compared_merged_and_scanned_in_English()
    {
        string[] files = [.. Reports, .. Corpus.Seeds];
        await Speaks(["report", "check", "--verbose", .. files]);
        await Speaks(["report", "check", "--verbose", files[1], "--previous", files[0], "--level", "government", "--region", "410800"]);
        await Speaks("report", "compare", files[0], files[1]);
        await Speaks("report", "compare", files[0], files[^1]);
        await Speaks("report", "compare", files[0], files[1], "--format", "html");
        await Speaks(["scan", .. files]);
        foreach (var file in files) EnglishText.LinesWithChinese((await CommandLine.Run("report", "read", file, "--lang", "en")).Error, [file, "12-市统计局2020.json"]).ShouldBeEmpty(file);
    }

    [Fact]
    public async Task What_reports_are_turned_into_is_told_in_English()
    {
        using var folder = new TemporaryFolder();
        foreach (var target in (string[])["a.docx", "a.xlsx", "a.html", "a.json", "a.md"])
        {
            await Speaks("report", "convert", Reports[0], "--to", target[2..], "-o", Path.Combine(folder.Path, target));
            await Speaks("report", "convert", Reports[0], "--to", target[2..], "-o", Path.Combine(folder.Path, target));
        }

        await Speaks("report", "merge", Reports[0], Reports[1]);
        EnglishText.LinesWithChinese((await CommandLine.Run("report", "merge", Reports[0], Corpus.Seeds is [var seed, ..] ? seed : Reports[2], "--lang", "en")).Error, Reports).ShouldBeEmpty();
        var run = await Speaks("report", "batch", Samples, "--out", Path.Combine(folder.Path, "out"));
        run.Error.ShouldContain("Results in");
        var findings = await File.ReadAllTextAsync(Path.Combine(folder.Path, "out", "findings.csv"));
        findings.ShouldContain("Regulation on Government Information Disclosure");
        findings.ShouldNotContain("条例》第");
    }

    [Fact]
    public async Task Findings_in_JSON_are_English_and_Chinese_remains_the_default()
    {
        var english = await CommandLine.Run(["report", "check", "--json", "--lang", "en", .. Reports]);
        using var json = JsonDocument.Parse(english.Output);
        foreach (var file in json.RootElement.EnumerateArray())
        {
            var texts = file.GetProperty("findings").EnumerateArray().SelectMany(finding => new[] { finding.GetProperty("message"), finding.GetProperty("basis"), finding.GetProperty("where") })
                .Concat(file.GetProperty("notAssessable").EnumerateArray().Select(entry => entry.GetProperty("why")));
            foreach (var text in texts) EnglishText.LinesWithChinese(text.GetString() ?? "").ShouldBeEmpty();
        }

        (await CommandLine.Run("report", "check", "--json", Reports[0])).Output.ShouldContain("没有给上年报告");
    }

    [Fact]
    public async Task Calendars_deadlines_and_fees_are_English()
    {
        for (var year = 2018; year <= 2027; year++) await Speaks("calendar", $"{year}");
        foreach (var day in (string[])["2025-01-26", "2025-01-28", "2025-02-08", "2025-02-10", "2030-01-01", "x"]) await Speaks("calendar", "check", day);
        await Speaks("calendar");
        string[] received = ["deadline", "--received", "2025-01-24"];
        await Speaks([.. received, "--consult", "2025-02-06..2025-02-20", "--extend", "20", "--delayed-until", "2025-06-30"]);
        await Speaks([.. received, "--consult", "2025-02-06..", "--json"]);
        await Speaks([.. received, "--correction-received", "2025-02-10", "--fee-paid", "2025-03-10"]);
        await Speaks([.. received, "--correction-notice-sent", "2025-03-10", "--extension-notified", "2025-05-01", "--extend", "5"]);
        await Speaks([.. received, "--extension-approved", "2025-05-01", "--extend", "5"]);
        await Speaks([.. received, "--extend", "50"]);
        await Speaks([.. received, "--correction-received", "2024-01-01"]);
        await Speaks([.. received, "--fee-paid", "2024-01-01"]);
        await Speaks([.. received, "--consult", "2025-03-06..2025-02-20"]);
        await Speaks([.. received, "--consult", "2024-03-06..2024-03-20", "--consult", "2026-01-01..2026-01-05"]);
        await Speaks("deadline", "--received", "1900-01-01");
        await Speaks("deadline", "--received", "2018-01-24");
        foreach (var line in (string[])["{", "[]", "{\"id\":1}", "{\"x\":1}", "{\"received\":1}", "{\"received\":\"2025-01-24\",\"extensionDays\":\"a\",\"consultations\":3}", "{\"received\":\"2025-01-24\",\"consultations\":[1]}", "{\"received\":\"2018-01-24\"}"])
        {
            var run = await CommandLine.RunWithInput(line, "deadline", "--batch", "-", "--lang", "en");
            EnglishText.LinesWithChinese(run.Output + run.Error).ShouldBeEmpty(line);
        }

        foreach (var fee in (string[][])[["--items", "41"], ["--items", "10", "--earlier", "31"], ["--pages", "201"], ["--items", "-1"], ["--pages", "1", "--on", "2019-01-01"], ["--items", "1", "--pages", "1"], []]) await Speaks(["fee", .. fee]);
    }

    [Fact]
    public async Task Data_are_kept_in_English()
    {
        using var folder = new TemporaryFolder();
        var (data, backup) = (Path.Combine(folder.Path, "data"), Path.Combine(folder.Path, "b.gongkai"));
        foreach (var verb in (string[])["verify", "rotate-keys"]) await Speaks("db", verb, "--data", data);
        await Speaks("db", "migrate", "--data", data);
        await Speaks("db", "migrate", "--data", data);
        await Speaks("db", "backup", backup, "--data", data);
        await Speaks("db", "backup", backup, "--data", data);
        await Speaks("db", "restore", backup, "--data", data);
        await Speaks("db", "restore", backup, "--data", data, "--force");
        await Speaks("db", "restore", folder.Write("x", "x"), "--data", data);
        await Speaks("db", "restore", "none", "--data", data);
        await Speaks("db", "verify", "--data", data);
        await Speaks("db", "verify", "--data", data, "--heads", folder.Write("heads.json", "{}"));
        await Speaks("db", "rotate-keys", "--data", data);
        await Speaks("user", "reset", "nobody", "--data", data);
        await Speaks("doctor", "--data", data);
        foreach (var kind in ImportKind.All)
        {
            var sheet = Path.Combine(folder.Path, $"{kind.Code}.xlsx");
            await Speaks("import", kind.Code, sheet, "--template");
            await Speaks("import", kind.Code, sheet, "--by", "nobody", "--dry-run", "--data", data);
            await Speaks("import", kind.Code, Path.Combine(folder.Path, "none.xlsx"), "--by", "nobody", "--data", data);
        }
    }

    private static async Task<CommandRun> Speaks(params string[] args)
    {
        var run = await CommandLine.Run([.. args, "--lang", "en"]);
        var names = args.Where(File.Exists).SelectMany(file => new[] { file, Path.GetFileName(file) });
        EnglishText.LinesWithChinese(run.Output, [.. names]).ShouldBeEmpty(string.Join(' ', args));
        EnglishText.LinesWithChinese(run.Error, [.. names]).ShouldBeEmpty(string.Join(' ', args));
        return run;
    }

    private static List<Command> CommandsInEnglish()
    {
        using var speaking = Speech.In(Language.English);
        return [.. Application.CreateRoot(new CommandFrame(TextWriter.Null, TextWriter.Null, TextReader.Null, TimeProvider.System)).Subcommands.SelectMany(WithSubcommands)];
    }

    private static IEnumerable<Command> WithSubcommands(Command command) => command.Subcommands.SelectMany(WithSubcommands).Prepend(command);
}
