using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Rules;

/// <summary>跨年的规则所用的上年报告。</summary>
internal static class PreviousYear
{
    /// <summary>上年报告为什么不能用；能用时为空。</summary>
    public static string? WhyUnusable(CheckContext context)
    {
        if (context.Previous is not { } previous) return Say("没有给上年报告", "the report of the year before was not given");
        return context.Report.Year is { } year && previous.Year is { } before && before != year - 1
            ? Say($"给的上年报告是{before}年度的，不是{year - 1}年度的", $"the previous report given is of {before}, not of {year - 1}")
            : null;
    }

    /// <summary>同上，并要求两年的表用同一种格式：格式不同，口径不可比。</summary>
    public static string? WhyIncomparable(CheckContext context, TableKind kind)
    {
        if (WhyUnusable(context) is { } why) return why;
        if (context.Report.Table(kind) is not { } now) return Say($"没有找到{TableKeys.Name(kind)}", $"{TableKeys.Name(kind)} was not found");
        if (context.Previous!.Table(kind) is not { } before) return Say($"上年报告没有找到{TableKeys.Name(kind)}", $"{TableKeys.Name(kind)} of the previous report was not found");
        return now.Form.Form == before.Form.Form
            ? null
            : Say($"{TableKeys.Name(kind)}上年用的是{before.Form.Form}年格式，与本年不可比",
                $"{TableKeys.Name(kind)} of the previous year is in the {before.Form.Form} form, which cannot be compared with this year's");
    }

    /// <summary>上年的数为什么取不到；都取到时为空。</summary>
    public static string? WhyUnknown(params ReadOnlySpan<Figure> figures) =>
        Figure.WhyUnknown(figures) is { } why ? Say($"上年报告{why}", $"previous report: {why}") : null;
}
