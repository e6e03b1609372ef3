using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules.Publication;

/// <summary>J 组：汇总与发布。凭一两份文件可判的只有 PB-02 与 PB-04，其余要汇总或发布的记录。</summary>
internal static class PublicationRules
{
    private const string Members = "各成员单位的年报";
    private const string Column = "政府信息公开专栏的发布记录";

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "AG-01",
            Severity = Severity.Error,
            NeedsRegister = Members,
            Sentence = "政府的汇总报告，三张表每一格都等于各成员单位同一格之和。",
            Basis = Sources.Regulation + "第四十九条",
            Examples = ["成立：成员新收 16+10，汇总26。", "不成立：成员新收 16+10，汇总25。"],
            Check = OfGovernments(Members),
        },
        new Rule
        {
            Id = "AG-02",
            Severity = Severity.Error,
            NeedsRegister = "应当报送年报的单位名录",
            Sentence = "应当报送年报的单位都已报送。",
            Basis = Sources.Regulation + "第四十九条",
            Examples = ["成立：应报32家，已报32家。", "不成立：应报32家，已报31家。"],
            Check = OfGovernments("应当报送年报的单位名录"),
        },
        new Rule
        {
            Id = "AG-03",
            Severity = Severity.Warning,
            NeedsRegister = "派出机构与垂直管理单位的隶属关系",
            Sentence = "派出机构、垂直管理单位的数据不重复汇总。",
            Basis = Sources.Regulation + "第三条、第四十九条",
            Examples = ["成立：税务局由上级税务机关汇总，本级政府不再计入。", "不成立：税务局既计入本级政府，又计入上级税务机关。"],
            Check = OfGovernments("派出机构与垂直管理单位的隶属关系"),
        },
        new Rule
        {
            Id = "AG-04",
            Severity = Severity.Warning,
            NeedsRegister = "各成员单位的上年年报",
            Sentence = "汇总报告的上年结转，等于各成员单位上年结转下年度之和；机构调整造成的差额应当说明。",
            Basis = Sources.Forms + "表三",
            Examples = ["成立：成员上年结转下年度共3件，汇总上年结转3件。", "不成立：成员上年结转下年度共3件，汇总上年结转5件，没有说明。"],
            Check = OfGovernments("各成员单位的上年年报"),
        },
        new Rule
        {
            Id = "PB-01",
            Severity = Severity.Error,
            NeedsRegister = Column,
            Sentence = "年度报告发布在政府信息公开专栏的“政府信息公开年报”里，链接可以打开。",
            Basis = Sources.Regulation + "第四十九条",
            Examples = ["成立：专栏里可以打开。", "不成立：专栏里没有，或者链接失效。"],
            Check = Registers.Await(Column),
        },
        new Rule
        {
            Id = "PB-02",
            Severity = Severity.Warning,
            Sentence = "同一年度报告的网页与附件（docx、pdf），各格数字一致。",
            Basis = Sources.Regulation + "第六条：及时、准确地公开政府信息",
            Examples = ["成立：网页新收16件，附件新收16件。", "不成立：网页新收16件，附件新收61件。"],
            Check = VersionsAgree,
        },
        new Rule
        {
            Id = "PB-03",
            Severity = Severity.Warning,
            NeedsRegister = Column,
            Sentence = "年度报告发布以后有改动的，附更正说明。",
            Basis = Sources.Regulation + "第六条：及时、准确地公开政府信息",
            Examples = ["成立：更正了一格，页尾有更正说明。", "不成立：页面数字变了，没有说明。"],
            Check = Registers.Await(Column),
        },
        new Rule
        {
            Id = "PB-04",
            Severity = Severity.Warning,
            Sentence = "三张表以可以检索、可以复制的文字发布，不只发布图片。",
            Basis = Sources.Regulation + "第二十四条：公开平台应当具备信息检索、查阅、下载等功能",
            Examples = ["成立：网页里是表格。", "不成立：网页里是表格的照片，要用光学识别才能读。"],
            Check = TablesAreText,
        },
    ];

    /// <summary>部门和乡镇的报告不是汇总报告，谈不上汇总对不对。</summary>
    private static Func<CheckContext, IEnumerable<Verdict>> OfGovernments(string register) =>
        context => context.Body.Level is BodyLevel.Department or BodyLevel.Town ? [] : [Registers.NotGiven(register)];

    private static List<Verdict> VersionsAgree(CheckContext context)
    {
        var report = context.Report;
        List<Verdict>? verdicts = null;
        var compared = false;
        foreach (var other in context.Peers)
        {
            if (report.Agency is null || report.Year is null || other.Agency != report.Agency || other.Year != report.Year) continue;
            compared = true;
            var differing = Differences(report, other);
            if (differing.Count == 0) continue;
            var first = differing[0];
            var name = CellNames.Path(report.Table(first.Table)!.Form, first);
            var more = differing.Count > 1 ? $"等{differing.Count}格" : "";
            (verdicts ??= []).Add(new Broken($"同一报告的两个文件数字不一致：{name}一为{CellOf(report, first)}，一为{CellOf(other, first)}{more}", [.. differing]));
        }

        return verdicts ?? (compared ? [] : [Verdict.NotAssessable("没有给同一报告的另一个文件")]);
    }

    private static List<CellPath> Differences(AnnualReport report, AnnualReport other)
    {
        List<CellPath> differing = [];
        foreach (var kind in (ReadOnlySpan<TableKind>)[TableKind.Disclosure, TableKind.Requests, TableKind.Review])
        {
            if (report.Table(kind) is not { } one || other.Table(kind) is not { } two || one.Form != two.Form) continue;
            for (var index = 0; index < one.Cells.Length; index++)
            {
                var (mine, theirs) = (one.Cells[index], two.Cells[index]);

                // 有一边读不准，就不能说两边不一致。
                if (mine.State == CellState.Unread || theirs.State == CellState.Unread) continue;
                if (mine.State != theirs.State || mine.Value != theirs.Value || (mine.State == CellState.Raw && mine.Printed != theirs.Printed)) differing.Add(one.PathAt(index));
            }
        }

        return differing;
    }

    private static string CellOf(AnnualReport report, CellPath path) =>
        report.Table(path.Table)!.Find(path.Row!, path.Column!)!.Value switch
        {
            { State: CellState.Blank } => "空白",
            var cell => cell.ToString(),
        };

    private static IEnumerable<Verdict> TablesAreText(CheckContext context)
    {
        var report = context.Report;
        if (report.Notes.Any(note => note.Code == NoteCodes.Ocr)) return [Verdict.Broken("文件没有文字层，三张表只有图片，不可检索、不可复制")];
        return report.Disclosure is null && report.Requests is null && report.Review is null ? [Verdict.NotAssessable("没有找到三张表")] : [];
    }
}
