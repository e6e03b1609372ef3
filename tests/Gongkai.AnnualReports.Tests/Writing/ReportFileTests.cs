using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests.Writing;

public sealed class ReportFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gongkai-").FullName;
    private readonly AnnualReport _report = ReportGenerator.Create(9, new ReportShape { Year = 2024 });

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_report_is_saved_once_it_was_read_back_and_nothing_else_is_left_behind()
    {
        var saved = await ReportFile.SaveAsync(_report, ReportFormat.Markdown, PathOf("报告.md"), overwrite: false);

        saved.Value.ShouldSayTheSameAs(_report);
        Directory.GetFileSystemEntries(_directory).ShouldBe([PathOf("报告.md")]);
    }

    [Fact]
    public async Task An_existing_file_is_kept_unless_overwriting_was_asked_for()
    {
        await File.WriteAllTextAsync(PathOf("a.json"), "原来的");

        (await ReportFile.SaveAsync(_report, ReportFormat.Json, PathOf("a.json"), overwrite: false)).Refusal!.Reason.ShouldBe("文件已经存在，没有覆盖");
        (await File.ReadAllTextAsync(PathOf("a.json"))).ShouldBe("原来的");

        (await ReportFile.SaveAsync(_report, ReportFormat.Json, PathOf("a.json"), overwrite: true)).Succeeded.ShouldBeTrue();
        (await File.ReadAllTextAsync(PathOf("a.json"))).ShouldStartWith("{");
    }

    [Fact]
    public async Task What_does_not_read_back_the_same_is_not_saved()
    {
        // “12”是数字，写成原文就读不回原文。
        var wrong = _report with { Requests = _report.Requests!.With(cells => cells[0] = Cell.Raw("12")) };

        var saved = await ReportFile.SaveAsync(wrong, ReportFormat.Markdown, PathOf("a.md"), overwrite: false);

        saved.Refusal!.Reason.ShouldBe("写成 md 再读回来，与原来的不一样：requests.newlyReceived.naturalPerson 应为“12”，读回来是12");
        Directory.GetFileSystemEntries(_directory).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_directory_that_does_not_exist_is_one_sentence() =>
        (await ReportFile.SaveAsync(_report, ReportFormat.Json, Path.Combine(_directory, "没有", "a.json"), overwrite: false))
            .Refusal!.Reason.ShouldBe("要写到的目录不存在");

    [Fact]
    public async Task A_target_that_is_a_directory_is_one_sentence() =>
        (await ReportFile.SaveAsync(_report, ReportFormat.Json, _directory, overwrite: true)).Refusal!.Reason.ShouldBe("这是一个目录，不是文件");

    [Fact]
    public async Task A_cancelled_save_leaves_nothing_behind()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            () => ReportFile.SaveAsync(_report, ReportFormat.Markdown, PathOf("a.md"), overwrite: false, cancelled.Token));

        Directory.GetFileSystemEntries(_directory).ShouldBeEmpty();
    }

    private string PathOf(string name) => Path.Combine(_directory, name);
}
