using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Rules.Structure;

/// <summary>报告的标题。</summary>
internal static class TitleWording
{
    public static Rule Rule { get; } = new()
    {
        Id = "ST-08",
        Severity = Severity.Warning,
        Sentence = ("标题写作“机关全称＋年度＋政府信息公开工作年度报告”；通行的变体、省去上级区划的只作提示，空格和换行不论。",
            "The title is the body's full name, the year and “政府信息公开工作年度报告”; common variants and a name without its superior region are a notice only, spaces and line breaks are ignored."),
        Basis = Sources.Forms,
        Examples = [("成立：澄浦市文化和旅游局2023年政府信息公开工作年度报告。", "Holds: “澄浦市文化和旅游局2023年政府信息公开工作年度报告”."), ("不成立：澄浦市文化和旅游局2023年度政府信息公开工作报告。", "Broken: “澄浦市文化和旅游局2023年度政府信息公开工作报告”.")],
        Check = TitleIsStandard,
    };

    private static IEnumerable<Verdict> TitleIsStandard(CheckContext context)
    {
        var report = context.Report;
        if (report.Title is not { } printed) return [Verdict.NotAssessable(Say("没有读到标题", "the title was not read"))];
        if (report.Year is not { } year) return [Verdict.NotAssessable(Say("报告年度读不准", "the report's year could not be read for certain"))];
        var title = Normalisation.Apply(printed);
        var agency = Normalisation.Apply(report.Agency ?? "");

        string[] standard = [$"{year}年政府信息公开工作年度报告", $"{year}年度政府信息公开工作年度报告"];
        if (standard.Any(ending => Is(title, agency, ending))) return [];
        string[] variants = [$"{year}年政府信息公开年度报告", $"{year}年度政府信息公开年度报告", $"政府信息公开工作{year}年度报告", $"政府信息公开工作{year}年年度报告", $"政府信息公开{year}年度报告"];
        var safe = variants.Any(ending => Is(title, agency, ending)) || IsYearFirst(title, agency, year) || standard.Any(ending => IsShortened(title, agency, ending));
        return
        [
            new Broken(Say($"标题“{title}”不规范，应为“{report.Agency}{standard[0]}”", $"the title “{title}” is not the standard one; it should be “{report.Agency}{standard[0]}”"), []) { Severity = safe ? Severity.Notice : null },
        ];
    }

    /// <summary>年度写在机关前面：2023年澄浦市文化和旅游局政府信息公开工作年度报告。</summary>
    private static bool IsYearFirst(string title, string agency, int year) =>
        agency.Length > 0 && (title == $"{year}年{agency}政府信息公开工作年度报告" || title == $"{year}年度{agency}政府信息公开工作年度报告");

    /// <summary>标题省去了机关名称里的上级区划：全称是某市某区人民政府，标题只写某区人民政府。</summary>
    private static bool IsShortened(string title, string agency, string ending) =>
        title.EndsWith(ending, StringComparison.Ordinal)
        && title.Length > ending.Length
        && agency.AsSpan().EndsWith(title.AsSpan(0, title.Length - ending.Length), StringComparison.Ordinal);

    /// <summary>标题正好是机关加这个结尾；机关读不准时，只看结尾，前面得有字。</summary>
    private static bool Is(string title, string agency, string ending) =>
        title.EndsWith(ending, StringComparison.Ordinal)
        && (agency.Length > 0 ? title.Length == agency.Length + ending.Length && title.StartsWith(agency, StringComparison.Ordinal) : title.Length > ending.Length);
}
