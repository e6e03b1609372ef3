using System.Globalization;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.Testing.Builders;

/// <summary>与表一致的正文：五个方面、存在问题与改进、信息处理费、落款。</summary>
internal sealed class GeneratedProse(Random random, InventedBody body, int year, ReportTable disclosure, ReportTable requests, ReportTable review)
{
    private static readonly string[] Topics = ["规划计划", "财政预决算", "行政许可", "行政处罚", "民生实事", "重大项目"];

    public string Preamble() =>
        $"根据《中华人民共和国政府信息公开条例》，编制{year}年度政府信息公开工作年度报告。报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。";

    public ReportSection[] Sections(Form form) =>
    [
        .. form.Sections.Select(section => new ReportSection(
            section.Number,
            section.Caption.Official,
            [.. Paragraphs(section.Number).Select(text => new ReportParagraph(text, default))],
            default)),
    ];

    public Signature Signature()
    {
        var latest = body.Level == InventedLevel.Government ? new DateOnly(year + 1, 3, 28) : new DateOnly(year + 1, 1, 28);
        var date = latest.AddDays(-random.Next(0, 15));
        return new Signature(body.Name, date, $"{body.Name}{date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}", default);
    }

    private IEnumerable<string> Paragraphs(int section) => section switch
    {
        1 => Overview(),
        5 => Problems(),
        6 => Others(),
        _ => [],
    };

    private IEnumerable<string> Overview()
    {
        var website = random.Next(50, 3_000);
        var media = random.Next(10, 900);
        yield return $"（一）主动公开。{year}年，{body.Self}通过各类渠道公开政府信息{website + media}条，其中门户网站{website}条，政务新媒体{media}条，"
            + $"重点公开了{Topics[random.Next(Topics.Length)]}等信息。";
        if (disclosure.Find("normativeDocuments", "issued") is { Value: > 0 } issued) yield return $"全年制发行政规范性文件{issued.Value}件。";
        yield return $"（二）依申请公开。{Requests()}{Review()}";
        yield return $"（三）政府信息管理。{body.Self}严格执行信息发布审查制度，定期清理已公开的文件，对目录实行动态更新。";
        yield return $"（四）政府信息公开平台建设。{body.Self}优化网站专栏设置，规范栏目名称，保障群众方便查阅。";
        yield return body.Level == InventedLevel.Department
            ? $"（五）监督保障。{body.Self}明确专人负责政府信息公开工作，全年组织业务培训{random.Next(1, 6)}次。"
            : $"（五）监督保障。{body.Self}将政府信息公开纳入工作考核，主动接受社会评议，全年未发生责任追究情形，责任追究结果为0人次，组织业务培训{random.Next(1, 6)}次。";
    }

    private string Requests()
    {
        var received = Total("newlyReceived");
        var carriedIn = Total("carriedIn");
        var start = received == 0 ? "全年未收到政府信息公开申请" : $"全年新收政府信息公开申请{received}件";
        if (received == 0 && carriedIn == 0) return start + "。";
        return $"{start}，上年结转{carriedIn}件；办结{Total("totalProcessed")}件，结转下年度继续办理{Total("carriedOut")}件。";
    }

    private string Review()
    {
        var reconsidered = review.Find("reconsideration", "total")!.Value.Value;
        var sued = review.Find("directLitigation", "total")!.Value.Value + review.Find("litigationAfterReconsideration", "total")!.Value.Value;
        return reconsidered + sued == 0
            ? "未发生因政府信息公开引起的行政复议和行政诉讼。"
            : $"因政府信息公开引起的行政复议{reconsidered}件，行政诉讼{sued}件。";
    }

    private IEnumerable<string> Problems()
    {
        yield return "存在的主要问题：一是政策解读形式不够丰富，图表和视频解读偏少；二是部分栏目更新不够及时。上年度指出的问题已经整改到位。";
        yield return $"改进情况：{year + 1}年，{body.Self}将加强政策解读，完善栏目更新提醒制度，组织业务培训，不断提高公开质量和服务水平。";
    }

    private IEnumerable<string> Others()
    {
        yield return $"依据《政府信息公开信息处理费管理办法》，{year}年{body.Self}未收取信息处理费。";
        yield return "其他无需要报告的事项。";
    }

    private decimal Total(string row) => requests.Find(row, "total")!.Value.Value;
}
