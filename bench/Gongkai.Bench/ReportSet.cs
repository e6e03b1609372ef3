using System.Text;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Testing.Builders;

namespace Gongkai.Bench;

/// <summary>一组各不相同的年报，长短与真实的年报相当，写成各种格式。</summary>
internal sealed class ReportSet
{
    private readonly AnnualReport[] _reports;

    private ReportSet(AnnualReport[] reports) => _reports = reports;

    public static ReportSet Create(int count) => new([.. Enumerable.Range(0, count).Select(seed => FullProse.Extend(ReportGenerator.Create(seed), seed))]);

    public IReadOnlyList<AnnualReport> Reports => _reports;

    public byte[][] Texts() => [.. _reports.Select(report => Encoding.UTF8.GetBytes(Text(report)))];

    /// <summary>网页照政府网站的编辑器常见的样子：每段、每格都带样式。</summary>
    public byte[][] Pages() => [.. _reports.Select(report => Encoding.UTF8.GetBytes(Page(report)))];

    public byte[][] Documents() => [.. _reports.Select(report => ReportWriter.Write(report, ReportFormat.Docx).Value)];

    public byte[][] Workbooks() => [.. _reports.Select(report => ReportWriter.Write(report, ReportFormat.Xlsx).Value)];

    private static string Text(AnnualReport report) => Compose(report, "", "\n", (table, text) =>
    {
        foreach (var row in table.Form.Rows)
            text.Append(row.Caption.Official).Append('\t').AppendJoin('\t', table.Row(row).ToArray()).Append('\n');
    });

    private static string Page(AnnualReport report) =>
        "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>年报</title></head><body>" +
        Compose(report, "<p style=\"line-height:28pt;text-indent:32pt\"><span style=\"font-size:16pt;font-family:仿宋_GB2312\">", "</span></p>", (table, text) =>
        {
            text.Append("<table border=\"1\" cellspacing=\"0\">");
            foreach (var row in table.Form.Rows)
            {
                text.Append("<tr><td style=\"border:1px solid\"><p><span style=\"font-size:10.5pt\">").Append(row.Caption.Official).Append("</span></p></td>");
                foreach (var cell in table.Row(row)) text.Append("<td style=\"border:1px solid\"><p align=\"center\"><span style=\"font-size:10.5pt\">").Append(cell).Append("</span></p></td>");
                text.Append("</tr>");
            }

            text.Append("</table>");
        }) + "</body></html>";

    private static string Compose(AnnualReport report, string open, string close, Action<ReportTable, StringBuilder> appendTable)
    {
        var text = new StringBuilder();
        Line($"{report.Agency}{report.Year}年政府信息公开工作年度报告");
        Line(report.Preamble);
        foreach (var section in report.Sections)
        {
            Line(section.Title);
            foreach (var paragraph in section.Paragraphs) Line(paragraph.Text);
            if (section.Number == 2) appendTable(report.Disclosure!, text);
            if (section.Number == 3) appendTable(report.Requests!, text);
            if (section.Number == 4) AppendReview(report.Review!);
        }

        return text.ToString();

        void Line(string line) => text.Append(open).Append(line).Append(close);

        void AppendReview(ReportTable review)
        {
            Line("行政复议 行政诉讼 未经复议直接起诉 复议后起诉");
            Line(string.Join(' ', review.Form.Rows.SelectMany(row => row.Columns.Select(column => column.Caption.Official))));
            Line(string.Join(' ', review.Cells.ToArray()));
        }
    }
}
