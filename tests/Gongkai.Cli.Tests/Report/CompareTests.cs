using System.Text.Json;
using AngleSharp.Html.Parser;
using Gongkai.AnnualReports.Model;
using Gongkai.Testing;
using Gongkai.Testing.Builders;

namespace Gongkai.Cli.Tests.Report;

public sealed class CompareTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_report_compared_with_itself_differs_nowhere()
    {
        var file = Save("a.json", ReportBuilder.Clean2021());
        var run = await CommandLine.Run("report", "compare", file, file);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("表三：比较 175 格，全部相同。");
        run.Output.ShouldContain("一、总体情况：100.0%");
    }

    [Fact]
    public async Task Cells_that_differ_are_named_with_both_values_and_the_change_and_the_exit_code_is_0()
    {
        var (old, @new) = (Save("旧.json", ReportBuilder.Previous2021()), Save("新.json", ReportBuilder.Clean2021().Set("requests.granted.total", Cell.Raw("若干")).Set("requests.partlyGranted.total", Cell.Blank())));
        var run = await CommandLine.Run("report", "compare", old, @new);

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("  行政许可·本年处理决定数量：31 → 26（-5）\n");
        run.Output.ShouldContain("  行政规范性文件·现行有效件数：12 → 14（+2）\n");
        run.Output.ShouldContain("  （一）予以公开·总计：6 → 若干\n");
        run.Output.ShouldContain("  （二）部分公开（区分处理的，只计这一情形，不计其他情形）·总计：1 → 空白\n");
    }

    [Fact]
    public async Task What_could_not_be_read_is_not_compared_and_counted_apart()
    {
        var (old, @new) = (Save("旧.json", ReportBuilder.Previous2021()), Save("新.json", ReportBuilder.Clean2021().Set("requests.granted", Cell.Unread())));
        using var json = JsonDocument.Parse((await CommandLine.Run("report", "compare", old, @new, "--json")).Output);

        var requests = json.RootElement.GetProperty("tables")[1];
        requests.GetProperty("unread").GetArrayLength().ShouldBe(7);
        requests.GetProperty("compared").GetInt32().ShouldBe(168);
        requests.GetProperty("differences").EnumerateArray().ShouldAllBe(difference => !difference.GetProperty("cell").GetString()!.StartsWith("requests.granted."));
    }

    [Fact]
    public async Task Two_forms_are_compared_where_they_mean_the_same_and_a_word_says_where_not()
    {
        var (old, @new) = (Save("旧.json", ReportBuilder.Clean2019().Set("requests.other.total", 5)), Save("新.json", ReportBuilder.Clean2021().Set("requests.otherRemaining.total", 4).Set("requests.otherFeeOverdue.total", 3)));
        var run = await CommandLine.Run("report", "compare", old, @new);

        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("表二：2019年格式统计项目与增减，2021年格式统计件数，口径不同，不可比。");
        run.Output.ShouldContain("  （六）其他处理（合计）·总计：5 → 7（+2）\n");
        run.Output.ShouldContain("结转衔接：不可判（两份报告不是相邻的年度（2020、2023））。");
    }

    [Theory]
    [InlineData(1, "结转衔接：上年“结转下年度”与本年“上年结转”各列一致。")]
    [InlineData(3, "上年结转·总计：上年结转下年度 1，本年上年结转 3")]
    public async Task What_was_carried_out_is_held_against_what_was_carried_in(int carriedIn, string sentence)
    {
        var (old, @new) = (Save("旧.json", ReportBuilder.Previous2021()), Save("新.json", ReportBuilder.Clean2021().Set("requests.carriedIn.total", carriedIn)));
        (await CommandLine.Run("report", "compare", old, @new)).Output.ShouldContain(sentence);
    }

    [Fact]
    public async Task Copied_passages_are_quoted()
    {
        const string Copied = "本局把信息公开贯穿场馆建设运营和服务全过程，逐项列明责任科室与完成时限，按季度通报进展情况。";
        var (old, @new) = (Save("旧.json", ReportBuilder.Previous2021().Append(5, Copied)), Save("新.json", ReportBuilder.Clean2021().Append(5, Copied)));
        using var json = JsonDocument.Parse((await CommandLine.Run("report", "compare", old, @new, "--json")).Output);

        var section = json.RootElement.GetProperty("sections").EnumerateArray().Single(item => item.GetProperty("number").GetInt32() == 5);
        section.GetProperty("passages").EnumerateArray().ShouldHaveSingleItem().GetString()!.ShouldContain("逐项列明责任科室与完成时限");
        section.GetProperty("containment").GetDouble().ShouldBeInRange(0.2, 0.6);
        json.RootElement.GetProperty("sections").EnumerateArray().Single(item => item.GetProperty("number").GetInt32() == 2).GetProperty("containment").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_page_says_the_same_escapes_what_it_quotes_and_needs_nothing_else()
    {
        var (old, @new) = (Save("旧.json", ReportBuilder.Previous2021().Agency("<b>局</b>")), Save("新.json", ReportBuilder.Clean2021()));
        var run = await CommandLine.Run("report", "compare", old, @new, "--format", "html");

        run.ExitCode.ShouldBe(0);
        using var page = new HtmlParser().ParseDocument(run.Output);
        page.QuerySelectorAll("script, link, img, b").ShouldBeEmpty();
        page.DocumentElement.GetAttribute("lang").ShouldBe("zh-CN");
        page.QuerySelectorAll("h2").Select(heading => heading.TextContent).ShouldBe(["表二", "表三", "表四", "结转衔接", "文字雷同"]);
        page.QuerySelectorAll("tbody tr").ShouldContain(row => row.TextContent == "行政许可·本年处理决定数量3126-5");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_one_sentence_and_exit_code_2()
    {
        var run = await CommandLine.Run("report", "compare", Save("旧.json", ReportBuilder.Previous2021()), Path.Combine(_folder.Path, "没有.docx"));
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldBe($"{Path.Combine(_folder.Path, "没有.docx")}：找不到文件。\n");
    }

    private string Save(string name, ReportBuilder report) => _folder.Write(name, CanonicalJson.ToText(report.Build()));
}
