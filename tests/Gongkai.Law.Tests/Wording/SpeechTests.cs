using Gongkai.Law.Calendar;
using Gongkai.Law.Citations;
using Gongkai.Law.Wording;

namespace Gongkai.Law.Tests.Wording;

public sealed class SpeechTests
{
    [Fact]
    public void Chinese_is_spoken_unless_English_is_asked_for_and_after_it_again()
    {
        Speech.Say("中", "E").ShouldBe("中");
        using (Speech.In(Language.English)) Speech.Say("中", "E").ShouldBe("E");
        Speech.Say("中", "E").ShouldBe("中");
    }

    [Fact]
    public void What_fills_the_language_that_is_not_spoken_is_never_asked_for()
    {
        var asked = new List<string>();
        Speech.Say($"{Ask("中")}", $"{Ask("E")}").ShouldBe("中");
        using (Speech.In(Language.English)) Speech.Say($"{Ask("中")}", $"{Ask("E")}").ShouldBe("E");
        asked.ShouldBe(["中", "E"]);

        string Ask(string language)
        {
            asked.Add(language);
            return language;
        }
    }

    [Fact]
    public async Task The_language_goes_along_with_the_work_and_does_not_spill_into_other_work()
    {
        var gate = new TaskCompletionSource();
        var english = Task.Run(async () =>
        {
            using var speaking = Speech.In(Language.English);
            await gate.Task;
            return await Task.Run(() => Speech.Say("中", "E"));
        });
        var chinese = Task.Run(async () =>
        {
            await gate.Task;
            return Speech.Say("中", "E");
        });
        gate.SetResult();
        (await english).ShouldBe("E");
        (await chinese).ShouldBe("中");
    }

    [Fact]
    public void A_bilingual_text_is_said_in_the_language_of_the_moment_and_put_together_in_both()
    {
        Bilingual text = new Bilingual("《条例》", "Regulation") + ("第五十条", ", Article 50");
        $"{text}".ShouldBe("《条例》第五十条");
        using var speaking = Speech.In(Language.English);
        $"{text}".ShouldBe("Regulation, Article 50");
        Speech.Join('；', ["a", "b"]).ShouldBe("a; b");
        Speech.Join('、', ["a", "b"]).ShouldBe("a, b");
    }

    [Theory]
    [InlineData("第三十三条第二款", "Administrative Reconsideration Law, Article 33, paragraph 2")]
    [InlineData("第十条", "Administrative Reconsideration Law, Article 10")]
    [InlineData("第二十三条第一款第四项", "Administrative Reconsideration Law, Article 23, paragraph 1, item 4")]
    [InlineData(null, "Administrative Reconsideration Law")]
    public void An_article_is_cited_in_English(string? article, string cited)
    {
        using var speaking = Speech.In(Language.English);
        LegalDocuments.ReconsiderationLaw.Article(article).ToString().ShouldBe(cited);
    }

    [Fact]
    public void Every_document_and_every_holiday_has_its_English_name()
    {
        LegalDocuments.All.Where(document => document.English.Length == 0).ShouldBeEmpty();
        using var speaking = Speech.In(Language.English);
        var days = Enumerable.Range(0, 8 * 365).Select(offset => WorkingCalendar.National.Day(new DateOnly(2019, 1, 1).AddDays(offset)));
        days.Where(day => day.SpokenName?.Contains('“', StringComparison.Ordinal) == true).ShouldBeEmpty();
    }
}
