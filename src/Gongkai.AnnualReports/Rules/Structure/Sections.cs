using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Rules.Structure;

/// <summary>六个部分。</summary>
internal static class Sections
{
    private static readonly string[] Numerals = ["", "一", "二", "三", "四", "五", "六"];

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "ST-01",
            Severity = Severity.Error,
            NeverWaived = true,
            Sentence = ("年度报告有六个部分，标题齐全，顺序不乱。", "The annual report has six sections, with all their titles, in their order."),
            Basis = Sources.Article50 + ("；", "; ") + Sources.Forms,
            Examples = [("成立：一至六部分依次都有。", "Holds: sections 1 to 6 are all there, one after the other."), ("不成立：没有“四、政府信息公开行政复议、行政诉讼情况”。", "Broken: section 4, “四、政府信息公开行政复议、行政诉讼情况”, is missing.")],
            Check = SectionsAreComplete,
        },
    ];

    private static IEnumerable<Verdict> SectionsAreComplete(CheckContext context)
    {
        var sections = context.Report.Sections;
        var form = FormCatalogue.ForYear(context.Report.Year ?? int.MaxValue) ?? FormCatalogue.Form2021;
        foreach (var expected in form.Sections)
        {
            if (context.Report.Section(expected.Number) is null)
                yield return Verdict.Broken(Say($"缺少第{Numerals[expected.Number]}部分“{expected.Caption}”", $"section {expected.Number} “{expected.Caption}” is missing"));
        }

        for (var index = 1; index < sections.Count; index++)
        {
            var (before, after) = (sections[index - 1], sections[index]);
            if (after.Number > before.Number) continue;
            var what = after.Number == before.Number ? Say($"第{Numerals[after.Number]}部分出现两次", $"section {after.Number} occurs twice") : Say($"第{Numerals[after.Number]}部分排在第{Numerals[before.Number]}部分之后，顺序错误",
                $"section {after.Number} stands after section {before.Number}: the order is wrong");
            yield return new Broken(what, []).At(after.Place);
        }
    }
}
