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
    public void No_figure_in_the_text_differs_from_its_record()
    {
        var figures = (from known in Gen.ListOf(Gen.Elements(ProseDraft.Metrics.ToArray())) from numbers in Gen.Choose(0, 9999).ListOf(known.Count) select (known, numbers)).ToArbitrary();
        Prop.ForAll(figures, given =>
        {
            var records = given.known.Zip(given.numbers).GroupBy(pair => pair.First).ToDictionary(group => group.Key, group => group.First().Second.ToString(CultureInfo.InvariantCulture));
            var drafted = ProseDraft.Of(records);
            foreach (var text in drafted.Select(section => section.Text))
                foreach (Match number in Number().Matches(text)) records.Values.ShouldContain(number.Value, text);
        }).QuickCheckThrowOnFailure();
    }

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
