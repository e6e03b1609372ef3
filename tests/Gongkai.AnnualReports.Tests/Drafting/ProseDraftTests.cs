using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Gongkai.AnnualReports.Drafting;

namespace Gongkai.AnnualReports.Tests.Drafting;

/// <summary>由登记写年报的文字：写出的每个数都是登记里的，没有登记的不写。</summary>
public sealed partial class ProseDraftTests
{
    [Fact]
    public void No_figure_in_the_text_differs_from_its_record() =>
        Prop.ForAll(GeneratedYears.Records, records =>
        {
            foreach (var section in ProseDraft.Of(records))
            {
                // 样子由测试自己读：每个数的前后文只能是它那一项的，数就是登记的那个数。
                var stated = StatedFigures.Of(section.Number, section.Text).ToList();
                foreach (var (metric, number) in stated) number.ShouldBe(records[metric], $"{metric}：{section.Text}");
                Number().Count(section.Text).ShouldBe(stated.Count, $"没有来历不明的数：{section.Text}");
                ProseFigures.Disagreements(section.Number, section.Text, records).ShouldBeEmpty();
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_figure_typed_over_is_marked_and_only_that_one() =>
        Prop.ForAll(GeneratedYears.Records, Gen.Choose(0, 10_000).ToArbitrary(), (records, choice) =>
        {
            foreach (var section in ProseDraft.Of(records))
            {
                var numbers = Number().Matches(section.Text);
                if (numbers.Count == 0) continue;
                var number = numbers[choice % numbers.Count];
                var metric = StatedFigures.Of(section.Number, section.Text).ElementAt(choice % numbers.Count).Metric;
                var typed = (long.Parse(number.Value, CultureInfo.InvariantCulture) + 1 + choice).ToString("#,0", CultureInfo.InvariantCulture);
                var text = string.Concat(section.Text.AsSpan(0, number.Index), typed, section.Text.AsSpan(number.Index + number.Length));

                var marked = ProseFigures.Disagreements(section.Number, text, records).ShouldHaveSingleItem(text);
                (marked.Metric, marked.Recorded).ShouldBe((metric, decimal.Parse(records[metric], CultureInfo.InvariantCulture)));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData("开展培训 ３ 次，参加４５人次。", "trainings")]
    [InlineData("开展培训2次，参加 46 人次。", "trainingPeople")]
    [InlineData("开展政务公开日等活动 1 次，参加 45 人次。", "openDays")]
    [InlineData("没有撤回已经公开的信息。", "withdrawn")]
    public void Full_width_figures_missing_records_and_denials_are_marked_too(string text, string metric) =>
        ProseFigures.Disagreements(1, text, new Dictionary<string, string> { ["trainings"] = "2", ["trainingPeople"] = "45", ["openDayPeople"] = "45", ["withdrawn"] = "4" })
            .Select(one => one.Metric).ShouldBe([metric]);

    [Fact]
    public void What_is_not_recorded_is_not_written_and_is_said_to_be_missing()
    {
        var nothing = ProseDraft.Of(new Dictionary<string, string>());
        nothing.ShouldAllBe(section => section.Text.Length == 0);
        nothing.Sum(section => section.Missing.Length).ShouldBeGreaterThan(15);

        var some = ProseDraft.Of(new Dictionary<string, string> { ["trainings"] = "2", ["trainingPeople"] = "45", ["accountability"] = "0" });
        some[0].Paragraphs.ShouldHaveSingleItem().ShouldBe("（五）监督保障。开展培训 2 次，参加 45 人次。本年度没有因政府信息公开工作被追究责任的情形。");
    }

    [Fact]
    public void Zero_is_said_as_none_and_not_as_a_rate()
    {
        ProseDraft.Of(new Dictionary<string, string> { ["mailboxReceived"] = "0", ["mailboxReplied"] = "0" })[0].Text.ShouldContain("没有收到群众来信、留言、咨询。");
        ProseDraft.Of(new Dictionary<string, string> { ["fees"] = "0" })[2].Text.ShouldBe("本年度没有收取信息处理费。");
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
