using System.Collections.Immutable;
using System.Globalization;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Rules.Similarity;

/// <summary>I 组：雷同。去数字、标点、空白后取五字片段，算包含度。</summary>
internal static class SimilarityRules
{
    private const double YearlyLimit = 0.70;
    private const double PeerLimit = 0.30;
    private const int ShortestPassage = 80;

    // 太短的文字（“无”“没有其他事项”）谈不上雷同。
    private const int FewestShingles = 60;

    // 相同的八十字里至少有这么多个片段：少于它就不必逐字去找。
    private const int ShinglesOfPassage = 30;

    private static readonly Bilingual Basis = ("国办公开办函〔2021〕30号（不得内容雷同、敷衍塞责）；《政府信息公开条例》第四十七条",
        "“国办公开办函〔2021〕30号” (no copied or perfunctory text); Regulation on Government Information Disclosure, Article 47");

    public static ImmutableArray<Rule> All { get; } =
    [
        new()
        {
            Id = "SM-01",
            Severity = Severity.Warning,
            Sentence = ("第一、五部分与本机关上年报告的包含度低于70%。", "Less than 70% of sections 1 and 5 is contained in the body's report of the year before."),
            Basis = Basis,
            Examples = [("成立：两年的正文各写各的事，包含度21%。", "Holds: the texts of the two years differ, containment 21%."), ("不成立：只换了年份和数字，包含度96%。", "Broken: only the year and the figures were changed, containment 96%.")],
            Check = Yearly,
        },
        new()
        {
            Id = "SM-02",
            Severity = Severity.Warning,
            Sentence = ("正文与其他机关同一年度报告的包含度低于30%。", "Less than 30% of the text is contained in another body's report of the same year."),
            Basis = Basis,
            Examples = [("成立：五份实际报告两两不超过8.9%。", "Holds: no two of five real reports share more than 8.9%."), ("不成立：只换了机关名称，包含度88%。", "Broken: only the body's name was changed, containment 88%.")],
            Check = Peers,
        },
        new()
        {
            Id = "SM-03",
            Severity = Severity.Warning,
            Sentence = ("正文与其他机关的报告没有80字以上相同的段落；引用法规原文、文件名称、统一格式的不算。",
                "The text shares no passage of 80 characters or more with another body's report; quotations of laws, names of documents and the standard form do not count."),
            Basis = Basis,
            Examples = [("成立：都引用了条例第二十六条原文。", "Holds: both quote Article 26 of the regulation."), ("不成立：改进措施整段相同，共152字。", "Broken: the paragraph on improvements is the same, 152 characters.")],
            Check = Passages,
        },
        new()
        {
            Id = "SM-04",
            Severity = Severity.Warning,
            Sentence = ("三张表里不为零的数字与上年报告不会完全相同。", "The figures of the three tables that are not zero are not all the same as the year before."),
            Basis = Basis,
            Examples = [("成立：两年的数字有所不同。", "Holds: the figures of the two years differ."), ("不成立：三张表的数字与上年一字不差。", "Broken: not a figure of the three tables differs from last year.")],
            Check = Figures,
        },
    ];

    private static IEnumerable<Verdict> Yearly(CheckContext context)
    {
        if (context.Previous is not { } previous) return [Verdict.NotAssessable(Say("没有给上年报告", "the report of the year before was not given"))];
        var (own, last) = (ReportWording.Of(context.Report).Yearly, ReportWording.Of(previous).Yearly);
        if (Math.Min(own.Count, last.Count) < FewestShingles) return [Verdict.NotAssessable(Say("第一、五部分的文字太短，不足以比较", "sections 1 and 5 are too short to be compared"))];
        var containment = own.Containment(last);
        return containment >= YearlyLimit ? [new Broken(Say($"与上年报告雷同{Percent(containment)}", $"{Percent(containment)} the same as the report of the year before"), []) { Where = Say("第一、五部分", "sections 1 and 5") }] : [];
    }

    private static IEnumerable<Verdict> Peers(CheckContext context)
    {
        var peers = Others(context);
        if (peers.Count == 0) return [Verdict.NotAssessable(Say("没有其他机关同年的报告可比", "there is no other body's report of the same year to compare"))];
        var own = ReportWording.Of(context.Report).Body;
        if (own.Count < FewestShingles) return [Verdict.NotAssessable(Say("正文太短，不足以比较", "the text is too short to be compared"))];
        return peers
            .Select(peer => (Peer: peer, Wording: ReportWording.Of(peer).Body))
            .Where(other => other.Wording.Count >= FewestShingles)
            .Select(other => (other.Peer, Containment: own.Containment(other.Wording)))
            .Where(other => other.Containment >= PeerLimit)
            .Select(other => new Broken(Say($"与{Name(other.Peer)}报告雷同{Percent(other.Containment)}", $"{Percent(other.Containment)} the same as the report of “{Name(other.Peer)}”"), []) { Where = Say("第一、五、六部分", "sections 1, 5 and 6") });
    }

    private static IEnumerable<Verdict> Passages(CheckContext context)
    {
        var peers = Others(context);
        if (peers.Count == 0) return [Verdict.NotAssessable(Say("没有其他机关同年的报告可比", "there is no other body's report of the same year to compare"))];
        return peers.SelectMany(peer => Copied(context.Report, peer));
    }

    private static IEnumerable<Verdict> Copied(AnnualReport report, AnnualReport peer)
    {
        var (own, other) = (ReportWording.Of(report), ReportWording.Of(peer));
        if (own.Body.Containment(other.Body) * Math.Min(own.Body.Count, other.Body.Count) < ShinglesOfPassage) yield break;
        foreach (var passage in CopiedPassages.Find(own.Text, other.Text, ShortestPassage))
        {
            var text = own.Text.Source[passage.LeftStart..passage.LeftEnd];
            if (Boilerplate.CountOwn(Normalisation.Apply(text)) < ShortestPassage) continue;
            yield return new Broken(Say($"与{Name(peer)}报告有大段相同文字，共{passage.Length}字", $"shares a long passage of {passage.Length} characters with the report of “{Name(peer)}”"), []) { Where = Say(Excerpt(text), $"“{Excerpt(text)}”") };
        }
    }

    private static IEnumerable<Verdict> Figures(CheckContext context)
    {
        // 只有一两个数的小单位，两年相同并不奇怪。
        const int FewestValues = 3;
        if (context.Previous is not { } previous) return [Verdict.NotAssessable(Say("没有给上年报告", "the report of the year before was not given"))];
        var own = Values(context.Report);
        if (own.Count < FewestValues || !own.SetEquals(Values(previous))) return [];
        foreach (var kind in Enum.GetValues<TableKind>())
            if (context.Report.Table(kind) is { } table && previous.Table(kind) is { } last && table.Form == last.Form && !SameCells(table, last)) return [];
        return [new Broken(Say($"三张表里不为零的数字（{string.Join("、", own.Order().Take(6).Select(value => value.ToString("0.####", CultureInfo.InvariantCulture)))}{(own.Count > 6 ? "……" : "")}）与上年完全相同",
            $"the figures of the three tables that are not zero ({Join('、', own.Order().Take(6).Select(value => value.ToString("0.####", CultureInfo.InvariantCulture)))}{(own.Count > 6 ? " …" : "")}) are all the same as the year before"), [])];
    }

    private static HashSet<decimal> Values(AnnualReport report)
    {
        var values = new HashSet<decimal>();
        foreach (var kind in Enum.GetValues<TableKind>())
            if (report.Table(kind) is { } table)
                foreach (var cell in table.Cells)
                    if (cell.IsNumber && cell.Value != 0) values.Add(cell.Value);
        return values;
    }

    private static bool SameCells(ReportTable left, ReportTable right)
    {
        for (var index = 0; index < left.Cells.Length; index++)
            if ((left.Cells[index].Number ?? 0) != (right.Cells[index].Number ?? 0)) return false;
        return true;
    }

    private static List<AnnualReport> Others(CheckContext context) =>
        [.. context.Peers.Where(peer => !ReferenceEquals(peer, context.Report) && peer.Year == context.Report.Year && peer.Agency != context.Report.Agency)];

    private static string Name(AnnualReport report) => report.Agency ?? report.Title ?? Say("另一机关", "another body");

    private static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + "%";

    private static string Excerpt(string text)
    {
        const int Limit = 60;
        var line = text.ReplaceLineEndings("");
        return line.Length <= Limit ? line : line[..Limit] + "……";
    }
}
