using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules.Publication;

/// <summary>J 组：汇总与发布。凭一两份文件可判的只有 PB-02 与 PB-04，其余要汇总或发布的记录。</summary>
internal static class PublicationRules
{
    private static readonly Bilingual Members = ("各成员单位的年报", "the reports of the member bodies");
    private static readonly Bilingual Column = ("政府信息公开专栏的发布记录", "the publication record of the disclosure column");

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "AG-01",
            Severity = Severity.Error,
            NeedsRegister = Members,
            Sentence = ("政府的汇总报告，三张表每一格都等于各成员单位同一格之和。", "In a government's aggregated report each cell of the three tables is the sum of that cell over its members."),
            Basis = Sources.Regulation + ("第四十九条", ", Article 49"),
            Examples = [("成立：成员新收 16+10，汇总26。", "Holds: members 16+10 newly received, 26 together."), ("不成立：成员新收 16+10，汇总25。", "Broken: members 16+10 newly received, 25 together.")],
            Check = OfGovernments(Members),
        },
        new Rule
        {
            Id = "AG-02",
            Severity = Severity.Error,
            NeedsRegister = ("应当报送年报的单位名录", "the list of the bodies that have to report"),
            Sentence = ("应当报送年报的单位都已报送。", "Every body that has to report has reported."),
            Basis = Sources.Regulation + ("第四十九条", ", Article 49"),
            Examples = [("成立：应报32家，已报32家。", "Holds: 32 have to report, 32 have."), ("不成立：应报32家，已报31家。", "Broken: 32 have to report, 31 have.")],
            Check = OfGovernments(("应当报送年报的单位名录", "the list of the bodies that have to report")),
        },
        new Rule
        {
            Id = "AG-03",
            Severity = Severity.Warning,
            NeedsRegister = ("派出机构与垂直管理单位的隶属关系", "the affiliation of agencies dispatched and of bodies under vertical management"),
            Sentence = ("派出机构、垂直管理单位的数据不重复汇总。", "The figures of dispatched agencies and bodies under vertical management are not counted twice."),
            Basis = Sources.Regulation + ("第三条、第四十九条", ", Articles 3 and 49"),
            Examples = [("成立：税务局由上级税务机关汇总，本级政府不再计入。", "Holds: the tax bureau is counted by its superior tax authority and not by the local government."), ("不成立：税务局既计入本级政府，又计入上级税务机关。", "Broken: the tax bureau is counted by the local government and by its superior tax authority.")],
            Check = OfGovernments(("派出机构与垂直管理单位的隶属关系", "the affiliation of agencies dispatched and of bodies under vertical management")),
        },
        new Rule
        {
            Id = "AG-04",
            Severity = Severity.Warning,
            NeedsRegister = ("各成员单位的上年年报", "the members' reports of the year before"),
            Sentence = ("汇总报告的上年结转，等于各成员单位上年结转下年度之和；机构调整造成的差额应当说明。",
                "What the aggregated report carries over from the previous year is the sum of what its members carried over; differences through reorganisation are explained."),
            Basis = Sources.Forms + ("表三", ", Table 3"),
            Examples = [("成立：成员上年结转下年度共3件，汇总上年结转3件。", "Holds: the members carried over 3 together, the aggregate carries over 3 from last year."), ("不成立：成员上年结转下年度共3件，汇总上年结转5件，没有说明。",
                "Broken: the members carried over 3 together, the aggregate carries over 5 from last year, without explanation.")],
            Check = OfGovernments(("各成员单位的上年年报", "the members' reports of the year before")),
        },
        new Rule
        {
            Id = "PB-01",
            Severity = Severity.Error,
            NeedsRegister = Column,
            Sentence = ("年度报告发布在政府信息公开专栏的“政府信息公开年报”里，链接可以打开。", "The annual report stands under “政府信息公开年报” in the disclosure column, and its link opens."),
            Basis = Sources.Regulation + ("第四十九条", ", Article 49"),
            Examples = [("成立：专栏里可以打开。", "Holds: it opens from the column."), ("不成立：专栏里没有，或者链接失效。", "Broken: it is not in the column, or the link is dead.")],
            Check = Registers.Await(Column),
        },
        new Rule
        {
            Id = "PB-02",
            Severity = Severity.Warning,
            Sentence = ("同一年度报告的网页与附件（docx、pdf），各格数字一致。", "The web page and the attachments (docx, pdf) of one annual report agree in every cell."),
            Basis = Sources.Regulation + ("第六条：及时、准确地公开政府信息", ", Article 6: government information is disclosed in time and accurately"),
            Examples = [("成立：网页新收16件，附件新收16件。", "Holds: 16 newly received on the web page, 16 in the attachment."), ("不成立：网页新收16件，附件新收61件。", "Broken: 16 newly received on the web page, 61 in the attachment.")],
            Check = VersionsAgree,
        },
        new Rule
        {
            Id = "PB-03",
            Severity = Severity.Warning,
            NeedsRegister = Column,
            Sentence = ("年度报告发布以后有改动的，附更正说明。", "Changes made after publication come with a correction notice."),
            Basis = Sources.Regulation + ("第六条：及时、准确地公开政府信息", ", Article 6: government information is disclosed in time and accurately"),
            Examples = [("成立：更正了一格，页尾有更正说明。", "Holds: one cell was corrected, and a correction notice stands at the foot of the page."), ("不成立：页面数字变了，没有说明。", "Broken: figures on the page changed without a word.")],
            Check = Registers.Await(Column),
        },
        new Rule
        {
            Id = "PB-04",
            Severity = Severity.Warning,
            Sentence = ("三张表以可以检索、可以复制的文字发布，不只发布图片。", "The three tables are published as text that can be searched and copied, not as pictures only."),
            Basis = Sources.Regulation + ("第二十四条：公开平台应当具备信息检索、查阅、下载等功能", ", Article 24: disclosure platforms can search, show and download information"),
            Examples = [("成立：网页里是表格。", "Holds: the web page has tables."), ("不成立：网页里是表格的照片，要用光学识别才能读。", "Broken: the web page has pictures of tables, which only OCR can read.")],
            Check = TablesAreText,
        },
    ];

    /// <summary>部门和乡镇的报告不是汇总报告，谈不上汇总对不对。</summary>
    private static Func<CheckContext, IEnumerable<Verdict>> OfGovernments(Bilingual register) =>
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
            var more = differing.Count > 1 ? Say($"等{differing.Count}格", $", {differing.Count} cells in all") : "";
            (verdicts ??= []).Add(new Broken(Say($"同一报告的两个文件数字不一致：{name}一为{CellOf(report, first)}，一为{CellOf(other, first)}{more}",
                $"two files of the same report differ: {name} is {CellOf(report, first)} in one and {CellOf(other, first)} in the other{more}"), [.. differing]));
        }

        return verdicts ?? (compared ? [] : [Verdict.NotAssessable(Say("没有给同一报告的另一个文件", "no other file of the same report was given"))]);
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
            { State: CellState.Blank } => Say("空白", "blank"),
            var cell => cell.ToString(),
        };

    private static IEnumerable<Verdict> TablesAreText(CheckContext context)
    {
        var report = context.Report;
        if (report.Notes.Any(note => note.Code == NoteCodes.Ocr)) return [Verdict.Broken(Say("文件没有文字层，三张表只有图片，不可检索、不可复制",
            "the file has no text layer: the three tables are pictures only and can be neither searched nor copied"))];
        return report.Disclosure is null && report.Requests is null && report.Review is null ? [Verdict.NotAssessable(Say("没有找到三张表", "the three tables were not found"))] : [];
    }
}
