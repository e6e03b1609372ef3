using System.Collections.Immutable;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Rules.Structure;

/// <summary>部分标题、行名、列名的写法：只差格式的作提示，字词有出入的须说明。</summary>
internal static class LabelWording
{
    // 表三左边竖排的组名；文本里常有几个字夹进它右边的行名，那是版面，不是写错。
    private const string RequestsGroup = "三、本年度办理结果";

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "ST-02",
            Severity = Severity.Warning,
            Sentence = ("六个部分的标题与统一格式一致（通行的变体只作提示）。", "The titles of the six sections are those of the form (common variants are a notice only)."),
            Basis = Sources.Forms,
            Examples = [("成立：五、存在的主要问题及改进情况。", "Holds: “五、存在的主要问题及改进情况”."), ("不成立（提示）：五、存在问题及改进情况。", "Broken (notice): “五、存在问题及改进情况”.")],
            Check = context => Deviations(context, LabelRole.Section, label => Say($"标题“{label.Printed}”与统一格式不一致，应为“{label.Official}”",
                $"the title “{label.Printed}” differs from the form; it should be “{label.Official}”")),
        },
        new Rule
        {
            Id = "ST-05",
            Severity = Severity.Warning,
            Sentence = ("三张表的列名与统一格式一致（只差单位、括号的只作提示）。", "The column names of the three tables are those of the form (a difference in unit or brackets only is a notice)."),
            Basis = Sources.Forms,
            Examples = [("成立：社会公益组织。", "Holds: “社会公益组织”."), ("不成立：社会组织。", "Broken: “社会组织”.")],
            Check = context => Deviations(context, LabelRole.Column, label => Say($"列名“{label.Printed}”与统一格式“{label.Official}”不一致",
                $"the column name “{label.Printed}” differs from the form's “{label.Official}”")),
        },
        new Rule
        {
            Id = "ST-07",
            Severity = Severity.Warning,
            Sentence = ("三张表的行名与统一格式一致（只差格式的只作提示）。", "The row names of the three tables are those of the form (a difference in typography only is a notice)."),
            Basis = Sources.Forms,
            Examples = [("成立：5.属于三类内部事务信息。", "Holds: “5.属于三类内部事务信息”."), ("不成立：5.属于三类内部事务息。", "Broken: “5.属于三类内部事务息”.")],
            Check = context => Deviations(context, LabelRole.Row, label => label.Match == LabelMatch.Safe
                ? Say($"行名“{label.Printed}”与统一格式“{label.Official}”不一致", $"the row name “{label.Printed}” differs from the form's “{label.Official}”")
                : Say($"行名“{label.Printed}”疑为“{label.Official}”之误", $"the row name “{label.Printed}” is probably a slip for “{label.Official}”")),
        },
    ];

    private static List<Verdict> Deviations(CheckContext context, LabelRole role, Func<PrintedLabel, string> message)
    {
        List<Verdict>? verdicts = null;
        var labels = context.Report.Printed.Labels;
        for (var index = 0; index < labels.Count; index++)
        {
            var label = labels[index];
            if (label.Role != role || label.Match == LabelMatch.Exact || IsRepeated(labels, index) || (role == LabelRole.Row && IsInterleaved(label))) continue;
            (verdicts ??= []).Add(new Broken(message(label), role == LabelRole.Row && CellPath.Parse(label.Key) is { } path ? [path] : [])
            {
                Severity = label.Match == LabelMatch.Safe ? Severity.Notice : null,
            }.At(label.Place));
        }

        if (verdicts is not null) return verdicts;
        return labels.Count == 0 ? [Verdict.NotAssessable(Say("没有印出来的标签可以对照", "there are no printed labels to compare"))] : [];
    }

    /// <summary>去掉夹进来的组名几字，就是统一的行名。</summary>
    private static bool IsInterleaved(PrintedLabel label)
    {
        var (printed, official) = (Normalisation.Apply(label.Printed), Normalisation.Apply(label.Official));
        if (printed.Length <= official.Length) return false;
        Span<char> extra = stackalloc char[printed.Length - official.Length];
        var (next, length) = (0, 0);
        foreach (var character in printed)
        {
            if (next < official.Length && official[next] == character) next++;
            else if (length < extra.Length) extra[length++] = character;
            else return false;
        }

        return next == official.Length && RequestsGroup.AsSpan().Contains(extra, StringComparison.Ordinal);
    }

    /// <summary>同一个列名在几个块里出现，只说一次。</summary>
    private static bool IsRepeated(IReadOnlyList<PrintedLabel> labels, int index)
    {
        for (var before = 0; before < index; before++)
            if (labels[before].Role == labels[index].Role && labels[before].Printed == labels[index].Printed && labels[before].Official == labels[index].Official) return true;
        return false;
    }
}
