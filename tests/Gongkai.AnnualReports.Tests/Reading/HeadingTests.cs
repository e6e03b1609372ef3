using System.Text;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.Documents;

namespace Gongkai.AnnualReports.Tests.Reading;

/// <summary>标题与六个部分的标题：折行、残缺、夹在一起的，也认得出，认不出的不误认。</summary>
public sealed class HeadingTests
{
    [Fact]
    public void A_wrapped_title_goes_before_the_first_sentence_that_says_the_same()
    {
        var report = Read("岚川市水利局\n2023年政府信息公开工作年度报告\n现公布岚川市水利局2023年政府信息公开工作年度报告，欢迎监督。\n一、总体情况\n工作平稳。\n");
        report.Title.ShouldBe("岚川市水利局2023年政府信息公开工作年度报告");
        report.Agency.ShouldBe("岚川市水利局");
    }

    [Fact]
    public void A_title_glued_to_the_text_after_it_is_still_found() =>
        Read("岚川市水利局2023年政府信息公开工作年度报告根据条例编制。\n一、总体情况\n工作平稳。\n").Title.ShouldBe("岚川市水利局2023年政府信息公开工作年度报告");

    [Theory]
    [InlineData("一、总体情")]
    [InlineData("一、体情况")]
    [InlineData("一、总情况")]
    public void A_short_heading_that_lost_a_character_is_the_heading_all_the_same(string heading) =>
        Read($"岚川市水利局2023年政府信息公开工作年度报告\n{heading}\n工作平稳。\n").Sections.ShouldContain(section => section.Number == 1 && section.Title == heading);

    [Fact]
    public void A_damaged_heading_glued_to_the_next_one_ends_where_that_begins() =>
        Read("岚川市水利局2023年政府信息公开工作年度报告\n一、总体情况\n工作平稳。\n四、政府信息公开行政复议、行诉情况五、存在的主要问题及改进情况\n解读偏少。\n六、其他需要报告的事项\n无。\n", rest: "")
            .Sections.Select(section => section.Number).ShouldBe([1, 4, 5, 6]);

    private static AnnualReport Read(string text, string rest = "五、存在的主要问题及改进情况\n解读偏少。\n六、其他需要报告的事项\n无。\n") =>
        ReportReader.Read(DocumentReader.Read(Encoding.UTF8.GetBytes(text + rest), "a.txt", ReadLimits.Default, CancellationToken.None).Value).Value;
}
