using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Testing.Builders;

namespace Gongkai.Cli.Tests.Report;

public sealed class BatchTests : BatchFolder
{
    [Fact]
    public async Task Every_report_is_one_row_in_the_order_of_the_file_names()
    {
        Save("b.md", 2);
        Save("a.html", 1, format: ReportFormat.Html);
        Save("县区/c.json", 3, format: ReportFormat.Json);

        var run = await Batch("数据", "--json");

        run.ExitCode.ShouldBeOneOf(0, 1);
        using var summary = JsonDocument.Parse(run.Output);
        summary.RootElement.GetProperty("read").GetInt32().ShouldBe(3);
        Directory.GetFiles(PathOf("数据")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(Results);
        Rows("数据", "reports.csv").Select(row => row["file"]).ShouldBe(["a.html", "b.md", "县区/c.json"]);
        File.ReadAllLines(Path.Combine(PathOf("数据"), "reports.jsonl")).Length.ShouldBe(3);
    }

    [Fact]
    public async Task The_cells_are_those_of_the_reports_and_say_what_they_are()
    {
        var report = Save("a.md", 7, change: report => report with
        {
            Requests = report.Requests!.With(cells => (cells[0], cells[1], cells[2]) = (Cell.Blank(), Cell.Raw("若干"), Cell.Unread())),
        });

        await Batch("数据");

        var cells = Rows("数据", "cells.csv");
        cells.Count.ShouldBe(report.Disclosure!.Cells.Length + report.Requests!.Cells.Length + report.Review!.Cells.Length);
        cells.Where(row => row["table"] == "requests").Take(4).Select(row => $"{row["column"]} {row["state"]} {row["number"]}{row["text"]}").ShouldBe(
            ["naturalPerson blank ", "business text 若干", "research unread ", $"publicWelfare number {report.Requests.Cells[3].Value}"]);
        var wide = Rows("数据", "reports.csv").Single();
        wide["unread_cells"].ShouldBe("1");
        foreach (var row in cells.Where(row => row["state"] is "number" or "text"))
            wide[$"{row["table"]}.{row["row"]}.{row["column"]}"].ShouldBe(row["number"] + row["text"]);
    }

    [Fact]
    public async Task A_bad_file_is_listed_with_its_reason_and_does_not_stop_the_others()
    {
        Save("a.md", 1);
        Folder.Write("年报/b.docx", "PK不是压缩包");
        Folder.Write("年报/c.txt", "今天天气很好。");
        Folder.Write("年报/~$d.docx", "锁");
        Save("e.md", 2);

        var run = await Batch("数据");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("读不出 2 份");
        Rows("数据", "reports.csv").Select(row => row["file"]).ShouldBe(["a.md", "e.md"]);
        var errors = File.ReadAllLines(Path.Combine(PathOf("数据"), "errors.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        errors.Select(error => error.GetProperty("file").GetString()).ShouldBe(["b.docx", "c.txt"]);
        errors.ShouldAllBe(error => error.GetProperty("unreadable").GetString()!.Length > 5);
    }

    [Fact]
    public async Task Findings_are_the_same_as_those_of_report_check()
    {
        Save("a.md", 11, change: report => report with { Requests = report.Requests!.With(cells => cells[6] = Cell.Of(cells[6].Value + 1)) });

        await Batch("数据");
        var check = await CommandLine.Run("report", "check", Path.Combine(Source, "a.md"), "--json");

        var expected = JsonDocument.Parse(check.Output).RootElement[0].GetProperty("findings").EnumerateArray()
            .Select(finding => $"{finding.GetProperty("rule").GetString()} {finding.GetProperty("message").GetString()}").ToList();
        expected.ShouldContain(finding => finding.StartsWith("T3-", StringComparison.Ordinal));
        Rows("数据", "findings.csv").Select(row => $"{row["rule"]} {row["message"].TrimStart('\'')}").ShouldBe(expected);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+若干")]
    [InlineData("-无")]
    [InlineData("@SUM(1)")]
    [InlineData("＝1+1")]
    public async Task Text_that_looks_like_a_formula_is_disarmed_in_the_tables_and_kept_in_the_journal(string text)
    {
        Save("a.json", 5, change: report => report with { Requests = report.Requests!.With(cells => cells[0] = Cell.Raw(text.Replace(" ", "", StringComparison.Ordinal))) }, format: ReportFormat.Json);

        await Batch("数据");

        Rows("数据", "cells.csv").First(row => row["table"] == "requests")["text"].ShouldBe("'" + text.Replace(" ", "", StringComparison.Ordinal));
        (await File.ReadAllTextAsync(Path.Combine(PathOf("数据"), "reports.jsonl"))).ShouldNotContain("\"'");
    }

    [Fact]
    public async Task Negative_numbers_are_numbers_and_not_disarmed()
    {
        var report = ReportGenerator.Create(8, new ReportShape { Year = 2019, Size = ReportSize.Medium });
        Save("a.json", 8, change: _ => report with { Disclosure = report.Disclosure!.With(cells => cells[report.Disclosure!.Form.Row("licences")!.Offset + 1] = Cell.Of(-3)) }, format: ReportFormat.Json);
        await Batch("数据");
        Rows("数据", "cells.csv").Single(row => row["row"] == "licences" && row["column"] == "change")["number"].ShouldBe("-3");
    }

    [Fact]
    public async Task The_tables_begin_with_a_byte_order_mark_and_the_journals_do_not()
    {
        Save("a.md", 1);
        await Batch("数据");
        foreach (var name in Results)
            (await File.ReadAllBytesAsync(Path.Combine(PathOf("数据"), name))).AsSpan().StartsWith(Encoding.UTF8.Preamble).ShouldBe(name.EndsWith(".csv", StringComparison.Ordinal), name);
    }

    [Fact]
    public async Task Results_that_are_there_are_not_overwritten_unasked()
    {
        Save("a.md", 1);
        await Batch("数据");
        var again = await Batch("数据");
        again.ExitCode.ShouldBe(2);
        again.Error.ShouldContain("--resume");
    }

    [Fact]
    public async Task Results_inside_theSource_are_not_read_as_reports()
    {
        Save("a.md", 1);
        await CommandLine.Run("report", "batch", Source, "--out", Path.Combine(Source, "数据"));
        await CommandLine.Run("report", "batch", Source, "--out", Path.Combine(Source, "数据"), "--resume");
        Rows("年报/数据", "reports.csv").Count.ShouldBe(1);
        new FileInfo(Path.Combine(Source, "数据", "errors.jsonl")).Length.ShouldBe(0);
    }

    [Fact]
    public async Task Resuming_redoes_what_changed_adds_what_is_new_and_drops_what_is_gone()
    {
        for (var index = 0; index < 6; index++) Save($"{index}.md", index);
        await Batch("数据");
        Save("1.md", 40);
        File.Delete(Path.Combine(Source, "4.md"));
        Save("0a.md", 41);
        Folder.Write("年报/3.md", "坏了");

        await Batch("数据", "--resume");
        await Batch("从头");

        Same("数据", "从头");
        Rows("数据", "reports.csv").Select(row => row["file"]).ShouldBe(["0.md", "0a.md", "1.md", "2.md", "5.md"]);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("7")]
    public async Task The_number_of_jobs_changes_nothing_in_the_results(string jobs)
    {
        for (var index = 0; index < 20; index++) Save($"{index:00}.md", index);
        await Batch("数据", "--jobs", jobs);
        await Batch("从头");
        Same("数据", "从头");
    }

    [Fact]
    public async Task A_half_written_line_is_cut_off_and_done_again()
    {
        for (var index = 0; index < 5; index++) Save($"{index}.md", index);
        await Batch("从头");
        await Batch("数据");
        var journal = Path.Combine(PathOf("数据"), "reports.jsonl");
        var bytes = await File.ReadAllBytesAsync(journal);
        await File.WriteAllBytesAsync(journal, bytes[..(bytes.Length * 3 / 5)]);

        await Batch("数据", "--resume");

        Same("数据", "从头");
    }

    [Fact]
    public async Task Killed_in_the_middle_and_resumed_it_gives_the_same_bytes()
    {
        for (var index = 0; index < 400; index++) Save($"{index:000}.html", index % 40, format: ReportFormat.Html);
        Folder.Write("年报/200a.txt", "不是年报");
        var journal = Path.Combine(PathOf("数据"), "reports.jsonl");
        using (var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Gongkai.Cli.Commands.Report.Batch.BatchJournal).Assembly.Location, "report", "batch", Source, "--out", PathOf("数据")]) { RedirectStandardError = true, UseShellExecute = false })!)
        {
            var patience = Stopwatch.StartNew();
            while (!process.HasExited && patience.Elapsed < TimeSpan.FromSeconds(60) && (!File.Exists(journal) || new FileInfo(journal).Length < 200_000)) Thread.Yield();
            process.Kill();
            await process.WaitForExitAsync();
        }

        var done = (await File.ReadAllLinesAsync(journal)).Length;
        done.ShouldBeInRange(1, 399, "要在中途结束它，才验得出接着做");
        File.Exists(Path.Combine(PathOf("数据"), "reports.csv")).ShouldBeFalse();

        (await Batch("数据", "--resume")).ExitCode.ShouldBe(2);
        (await Batch("从头")).ExitCode.ShouldBe(2);
        Same("数据", "从头");
    }

    [Fact]
    public async Task Nothing_but_one_sentence_is_said_where_there_is_no_terminal()
    {
        Save("a.md", 1);
        var run = await Batch("数据");
        run.Output.ShouldBeEmpty();
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldStartWith("读了 1 份");
    }

    [Fact]
    public async Task Resuming_says_and_exits_what_one_run_would()
    {
        Save("a.md", 11, change: report => report with { Requests = report.Requests!.With(cells => cells[6] = Cell.Of(cells[6].Value + 1)) });
        var once = await Batch("数据", "--json");
        once.ExitCode.ShouldBe(1);

        var resumed = await Batch("数据", "--resume", "--json");

        resumed.ExitCode.ShouldBe(1);
        var summary = JsonDocument.Parse(resumed.Output).RootElement;
        (summary.GetProperty("withErrors").GetInt32(), summary.GetProperty("doneBefore").GetInt32()).ShouldBe((1, 1));
        resumed.Error.ShouldStartWith("读了 1 份，其中 1 份有错误，0 份连着上年报告查；读不出 0 份。其中此前已做 1 份。");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("300")]
    public async Task An_impossible_number_of_jobs_is_refused(string jobs) => (await Batch("数据", "--jobs", jobs)).ExitCode.ShouldBe(2);
}
