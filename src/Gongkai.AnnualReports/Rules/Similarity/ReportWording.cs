using System.Runtime.CompilerServices;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Rules.Similarity;

/// <summary>供比较雷同的文字：一份报告只算一次，同批检查几百份时反复使用。</summary>
internal sealed class ReportWording
{
    private static readonly ConditionalWeakTable<AnnualReport, ReportWording> Built = [];

    private readonly Lazy<ShingleSet> _yearly;
    private readonly Lazy<ShingleSet> _body;
    private readonly Lazy<NormalisedText> _text;

    private ReportWording(AnnualReport report)
    {
        _yearly = new(() => ShingleSet.Of(Sections(report, 1, 5)));
        _body = new(() => ShingleSet.Of(Sections(report, 1, 5, 6)));
        _text = new(() => NormalisedText.Of(Sections(report, 1, 5, 6)));
    }

    /// <summary>第一、五部分：年年都写的总体情况和问题改进，与上年比。</summary>
    public ShingleSet Yearly => _yearly.Value;

    /// <summary>第一、五、六部分：全部正文，与其他机关比。</summary>
    public ShingleSet Body => _body.Value;

    /// <summary>全部正文，找大段相同的文字。</summary>
    public NormalisedText Text => _text.Value;

    public static ReportWording Of(AnnualReport report) => Built.GetValue(report, static key => new ReportWording(key));

    private static string Sections(AnnualReport report, params int[] numbers) =>
        string.Join('\n', report.Sections.Where(section => numbers.Contains(section.Number)).Select(section => section.Text));
}
