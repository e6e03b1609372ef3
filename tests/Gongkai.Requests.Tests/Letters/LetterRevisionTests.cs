using Gongkai.Requests.Letters;

namespace Gongkai.Requests.Tests.Letters;

/// <summary>单位改写文书：少了救济一段、必有的项，有了不认得的项，不收，并说出是哪一项。</summary>
public sealed class LetterRevisionTests
{
    private static readonly LetterTemplate Standard = LetterTemplates.Find("InternalAffairs")!;

    private static string Text => string.Join('\n', Standard.Paragraphs);

    [Fact]
    public void What_is_compulsory_cannot_be_lost()
    {
        Refused(Text.Replace("{救济}", "", StringComparison.Ordinal)).ShouldStartWith("少了救济一段");
        Refused(Text.Replace("\n{救济}", "{救济}", StringComparison.Ordinal)).ShouldStartWith("少了救济一段", Case.Sensitive, "救济自成一段。");
        Refused(Text.Replace("{案号}", "一号", StringComparison.Ordinal)).ShouldBe("少了必有的项：{案号}。");
        Refused(Text + "\n{金额}").ShouldStartWith("“{金额}”不是这种文书能填的项");
        Refused(Text + "\n{案号").ShouldStartWith("花括号不成对");
        Refused("").ShouldStartWith("正文要写");
        Refused(Text + "\n" + new string('长', 1001)).ShouldContain("不超过 1000 个字");
        LetterRevision.Of(Standard, "{案号}的答复", Text).Refusal!.Reason.ShouldStartWith("标题要写");
        LetterRevision.Of(Standard, " ", Text).Refusal!.Reason.ShouldStartWith("标题要写");
    }

    [Fact]
    public void What_was_covered_must_have_its_place_in_a_partial_answer()
    {
        var partly = LetterTemplates.Find("PartlyGranted")!;
        var text = string.Join('\n', partly.Paragraphs);
        LetterRevision.Of(partly, partly.Title, text.Replace("{遮盖说明?}", "", StringComparison.Ordinal)).Refusal!.Reason.ShouldStartWith("少了遮盖说明");
        LetterRevision.Of(partly, partly.Title, text).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void What_keeps_them_may_say_what_it_likes()
    {
        var revised = LetterRevision.Of(Standard, " 答复书 ", $"您好。您的查询码是{{查询码}}。\r\n{Text}\n\n 特此答复。 ").Value;

        (revised.Title, revised.Paragraphs[0], revised.Paragraphs[^1], revised.For).ShouldBe(("答复书", "您好。您的查询码是{查询码}。", "特此答复。", Standard.For));
        revised.Fields.ShouldContain("查询码");
    }

    [Fact]
    public void Every_letter_can_be_kept_as_it_is_and_seen_with_the_examples()
    {
        foreach (var template in LetterTemplates.All)
        {
            var kept = LetterRevision.Of(template, template.Title, string.Join('\n', template.Paragraphs));
            kept.Refusal.ShouldBeNull(template.Id);
            Letter.Compose(kept.Value, new LetterHeading("云泽市文化和旅游局", "1", "申请人", new DateOnly(2026, 3, 3)), LetterExamples.Fields).Refusal.ShouldBeNull(template.Id);
        }
    }

    [Fact]
    public void A_paragraph_that_may_be_missing_is_written_only_when_there_is_something_to_say()
    {
        var partly = LetterTemplates.Find("PartlyGranted")!;
        var heading = new LetterHeading("云泽市文化和旅游局", "1", "申请人", new DateOnly(2026, 3, 3));

        Letter.Compose(partly, heading, LetterExamples.Fields).Value.Paragraphs.ShouldContain(LetterExamples.Fields["遮盖说明"]);
        Letter.Compose(partly, heading, LetterExamples.Fields.Remove("遮盖说明")).Value.Paragraphs.ShouldAllBe(paragraph => !paragraph.Contains("遮盖", StringComparison.Ordinal));
    }

    private static string Refused(string text) => LetterRevision.Of(Standard, Standard.Title, text).Refusal!.Reason;
}
