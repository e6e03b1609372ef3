using System.Globalization;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Text;

/// <summary>正文的数与表的数相比：不符是错，有疑问的不符只是不可判，相符不说话。</summary>
internal static class TextAgainstTable
{
    /// <summary>数的通常写法：去掉尾随的零。</summary>
    public static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>正文里写的数：约数带“余”，金额带单位，没有印数字的写“未/无”。</summary>
    public static string Said(ProseFigure figure) => figure.Exactness switch
    {
        Exactness.Denied => Say("没有", "none"),
        Exactness.Approximate => Say($"{Number(figure.Value)}余{figure.Unit}", $"more than {Number(figure.Value)}{UnitInEnglish(figure.Unit)}"),
        _ => Say($"{Number(figure.Value)}{figure.Unit}", $"{Number(figure.Value)}{UnitInEnglish(figure.Unit)}"),
    };

    /// <summary>量词在英文里不说，只有钱、百分比和人数的单位要说。</summary>
    private static string UnitInEnglish(string unit) => unit switch
    {
        "%" => "%",
        "元" => " yuan",
        "万元" => " × 10,000 yuan",
        "亿元" => " × 100,000,000 yuan",
        "人" or "人次" => " people",
        _ => "",
    };

    public static string Name(ProseFigure figure) => string.Join(Say("及", " and "), figure.Indicators.Select(IndicatorNames.Of));

    /// <summary>正文里读出的数，挑出要比的，逐个去比；没有话说的不算。</summary>
    public static List<Verdict> Each(CheckContext context, Func<ProseFigure, bool> chosen, Func<CheckContext, ProseFigure, Verdict?> compare)
    {
        List<Verdict>? verdicts = null;
        foreach (var figure in context.Facts.Figures)
            if (chosen(figure) && compare(context, figure) is { } verdict) (verdicts ??= []).Add(verdict);
        return verdicts ?? [];
    }

    /// <summary>比较一个数。</summary>
    /// <param name="agrees">相符的判法；为空时要求相等。</param>
    /// <param name="message">不符时的话。</param>
    public static Verdict? Compare(CheckContext context, ProseFigure figure, Func<PrintedSum, bool>? agrees, Func<PrintedSum, string> message)
    {
        if (PrintedSum.Of(context.Report, figure.Indicators.AsSpan()) is not { } printed)
            return Verdict.NotAssessable(Say($"正文写了{Name(figure)}{Said(figure)}，表里没有读到相应的格子",
                $"the text gives {Name(figure)} {Said(figure)}, but the cells for it were not read in the table"));
        if (agrees?.Invoke(printed) ?? printed.Agrees(figure.Value)) return null;
        // 空着的格子不是零：正文的数比已知各格之和还小，才一定不符。
        if (!printed.Whole && figure.Value >= printed.Known)
            return Verdict.NotAssessable(Say($"表中“{Name(figure)}”空着或读不准，无法与正文的{Said(figure)}比较",
                $"{Name(figure)} is blank or uncertain in the table and cannot be compared with {Said(figure)} of the text"));
        if (Doubt(context, figure) is { } doubt)
            return Verdict.NotAssessable(Say($"正文的{Name(figure)}{Said(figure)}与表不同，但{doubt}", $"{Name(figure)} {Said(figure)} of the text differs from the table, but {doubt}"));
        return Broken(context, figure, message(printed), printed);
    }

    /// <summary>为什么不能据以报错；为空就是可以。</summary>
    public static Bilingual? Doubt(CheckContext context, ProseFigure figure) =>
        figure.Doubt
        ?? (figure.Exactness == Exactness.Approximate ? Doubts.Approximate
            : figure.Wide && !IsGovernment(context) ? Doubts.WholeSystem
            : null);

    public static Broken Broken(CheckContext context, ProseFigure figure, string message, PrintedSum printed) =>
        new(message, printed.Cells) { Where = Where(context, figure) };

    public static string Where(CheckContext context, ProseFigure figure) => context.Prose.Where(figure.Start, figure.Length);

    // 各级政府的报告本来就汇总所辖各部门；级别不明时看机关的名称。
    private static bool IsGovernment(CheckContext context) => context.Body.Level switch
    {
        BodyLevel.Department => false,
        null => context.Report.Agency is { } agency && (agency.EndsWith("政府", StringComparison.Ordinal) || agency.EndsWith("管委会", StringComparison.Ordinal) || agency.EndsWith("管理委员会", StringComparison.Ordinal)),
        _ => true,
    };
}
