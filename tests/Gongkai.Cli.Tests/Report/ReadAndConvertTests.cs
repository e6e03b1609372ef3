using System.Text.Json;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Testing.Builders;

namespace Gongkai.Cli.Tests.Report;

public sealed class ReadAndConvertTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gongkai-").FullName;
    private readonly AnnualReport _report = ReportGenerator.Create(31, new ReportShape { Year = 2024, Size = ReportSize.Medium });
    private readonly string _source;

    public ReadAndConvertTests()
    {
        _source = PathOf("年报.md");
        Save(_report);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Read_writes_canonical_JSON_on_standard_output_and_nothing_else()
    {
        var run = await CommandLine.Run("report", "read", _source);

        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        CanonicalJsonReader.Read(run.Output).Value.ShouldSayTheSameAs(_report);
    }

    [Fact]
    public async Task Read_writes_Markdown_when_asked()
    {
        var run = await CommandLine.Run("report", "read", _source, "--format", "md");
        run.Output.ShouldBe(await File.ReadAllTextAsync(_source));
    }

    [Fact]
    public async Task Read_tells_its_doubts_on_standard_error()
    {
        Save(WithUnread());
        var run = await CommandLine.Run("report", "read", _source);
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBe("requests.granted.naturalPerson：读不准，没有取数。\n");
    }

    [Theory]
    [InlineData("没有.txt", "找不到文件。")]
    [InlineData("空.txt", "文件是空的。")]
    public async Task What_cannot_be_read_is_one_sentence_and_exit_code_2(string name, string sentence)
    {
        if (name == "空.txt") await File.WriteAllTextAsync(PathOf(name), "");
        var run = await CommandLine.Run("report", "read", PathOf(name));
        run.ShouldBe(new CommandRun(2, "", $"{PathOf(name)}：{sentence}\n"));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("html")]
    public async Task Convert_writes_beside_the_source_and_says_that_it_was_read_back(string format)
    {
        var run = await CommandLine.Run("report", "convert", _source, "--to", format);

        var written = PathOf($"年报.{format}");
        run.ShouldBe(new CommandRun(0, $"已写 {written}，读回来核对一致。\n", ""));
        (await CommandLine.Run("report", "read", written)).Output.ShouldBe((await CommandLine.Run("report", "read", _source)).Output);
    }

    [Fact]
    public async Task Convert_tells_what_it_did_as_JSON()
    {
        var target = PathOf("另.html");
        var run = await CommandLine.Run("report", "convert", _source, "--to", "html", "-o", target, "--json");

        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("file").GetString().ShouldBe(_source);
        json.RootElement.GetProperty("written").GetString().ShouldBe(target);
        json.RootElement.GetProperty("format").GetString().ShouldBe("html");
        json.RootElement.GetProperty("readBack").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("unread").GetInt32().ShouldBe(0);
        File.Exists(target).ShouldBeTrue();
    }

    [Fact]
    public async Task Convert_never_overwrites_its_own_input_even_by_force_or_through_a_link()
    {
        var link = PathOf("链接.md");
        File.CreateSymbolicLink(link, _source);
        foreach (var target in new[] { _source, link })
        {
            var run = await CommandLine.Run("report", "convert", _source, "--to", "md", "-o", target, "--force");
            run.ShouldBe(new CommandRun(2, "", $"{target} 就是原件，不能覆盖：请用 -o 另写一个名字。\n"));
        }

        (await CommandLine.Run("report", "convert", _source, "--to", "md")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Convert_keeps_an_existing_file_unless_forced()
    {
        var target = PathOf("年报.json");
        await File.WriteAllTextAsync(target, "原来的");

        (await CommandLine.Run("report", "convert", _source, "--to", "json"))
            .ShouldBe(new CommandRun(2, "", $"{target}：文件已经存在，没有覆盖。要覆盖请加 --force。\n"));
        (await File.ReadAllTextAsync(target)).ShouldBe("原来的");

        (await CommandLine.Run("report", "convert", _source, "--to", "json", "--force")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Convert_warns_of_cells_that_must_be_filled_in_before_publishing()
    {
        Save(WithUnread());
        var run = await CommandLine.Run("report", "convert", _source, "--to", "html");
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldContain("有 1 格读不准，写作“〔读不准〕”，发布之前请对照原件补上。");
    }

    [Fact]
    public async Task Convert_refuses_a_format_that_it_does_not_know()
    {
        var run = await CommandLine.Run("report", "convert", _source, "--to", "wps");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--to 只能是 json、html、docx、xlsx、md、pdf");
    }

    private AnnualReport WithUnread() => _report with
    {
        Requests = _report.Requests!.With(cells => cells[_report.Requests!.Form.Row("granted")!.Offset] = Cell.Unread()),
    };

    private void Save(AnnualReport report) => File.WriteAllBytes(_source, ReportWriter.Write(report, ReportFormat.Markdown).Value);

    private string PathOf(string name) => Path.Combine(_directory, name);
}
