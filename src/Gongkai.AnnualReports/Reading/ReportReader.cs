using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Flat;
using Gongkai.AnnualReports.Reading.Sections;
using Gongkai.AnnualReports.Reading.Tables;
using Gongkai.Documents;
using Gongkai.Law;
using Gongkai.Organisations.Agencies;

namespace Gongkai.AnnualReports.Reading;

/// <summary>读年报：任何格式的文件读成同一样的 <see cref="AnnualReport"/>。印着什么就是什么；读不准的留空并说明，从不猜。</summary>
public static class ReportReader
{
    /// <summary>表二头一块的表头，写法已归一。</summary>
    private const string DisclosureHead = "第二十条第(一)项";

    private static readonly string[] HeadCodes = ["title", "article-title", "published"];

    /// <summary>省级汇总的年报连同网页的导航不到十万字；再长这么多倍的不是一份年报，不必耗费时间与内存去找。</summary>
    private const int LongestReport = 600_000;

    /// <summary>读一个文件。</summary>
    /// <returns>报告；文件打不开、读不懂或者不是年报时，是一句说明。</returns>
    public static async Task<Outcome<AnnualReport>> ReadFileAsync(string path, ReadLimits limits, CancellationToken cancel = default)
    {
        var document = await DocumentReader.ReadFileAsync(path, limits, cancel);
        return document.Refusal is { } refusal ? refusal : Read(document.Value);
    }

    /// <summary>把读入的文件读成年报。</summary>
    public static Outcome<AnnualReport> Read(SourceDocument document)
    {
        if (LengthOf(document) > LongestReport) return new Refusal(Say($"文字太多：超过 {LongestReport / 10_000} 万字，不像一份年报",
            $"too much text: more than {LongestReport:N0} characters are not an annual report"));
        if (document.Format == SourceFormat.Json) return ReadCanonical(document);
        if (document.Format == SourceFormat.Xlsx) document = document with { Blocks = WorkbookOrder.Arrange(document.Blocks) };
        using var text = FlatTextBuilder.Build(document);
        var sections = SectionFinder.Find(text);
        var first = sections.Count > 0 ? sections[0].Start : text.Content.Length;
        var title = TitleReader.Read(text, first);
        var year = title?.Year ?? TitleReader.YearOfPeriod(text.Content);

        var disclosure = TableReader.Read(text, TableKind.Disclosure, DisclosureFrom(), Until(2), FormOf(year));
        var requests = TableReader.Read(text, TableKind.Requests, From(3), Until(3), disclosure?.Table.Form ?? FormOf(year));
        var review = ReviewReader.Read(text, From(4), Until(4), year);
        List<TableReading> tables = [.. new[] { disclosure, requests, review }.OfType<TableReading>()];
        if (!HasRows(disclosure) && !HasRows(requests) && (title is null || sections.Count < 2))
            return new Refusal(Say("这不是政府信息公开工作年度报告：没有找到标题、六个部分或统计表。", "this is not an annual report on government information disclosure: no title, sections or tables were found."));

        var signature = SignatureReader.Read(text, sections.Count > 0 ? sections[^1].End : 0);
        var printedAgency = title?.Agency ?? signature?.Signature.Agency;
        var agency = printedAgency is null ? null : AgencyNames.Formalise(printedAgency, text.Content);
        var wrapped = document.Format is SourceFormat.Text or SourceFormat.Pdf or SourceFormat.Ofd or SourceFormat.Scanned;
        var report = new AnnualReport
        {
            Title = title?.Printed,
            Agency = agency?.Name,
            Year = year,
            Disclosure = disclosure?.ToTable(),
            Requests = requests?.ToTable(),
            Review = review?.ToTable(),
            Preamble = string.Join('\n', ProseReader.Read(text, title?.End ?? 0, first, wrapped, tables: false).Select(paragraph => paragraph.Text)),
            Sections = [.. sections.Select(section => ReadSection(text, section, signature?.Start ?? text.Content.Length, wrapped))],
            Signature = signature?.Signature,
            PublishedOn = SignatureReader.PublishedOn(text.Content) ?? PublishedInHead(document),
            Notes = [.. AgencyNotes(agency), .. FormNotes(year, disclosure, requests), .. Doubts(document), .. tables.SelectMany(table => table.Notes)],
            Printed = new PrintedForm(
                [.. sections.Select(section => LabelOf(text, section)), .. tables.SelectMany(table => table.Labels)],
                [.. tables.SelectMany(table => table.Surplus)],
                [.. tables.SelectMany(table => table.MissingRows)],
                review?.LeafColumns),
        };
        if (document.Format == SourceFormat.Scanned) report = RecognisedRows.Verify(report);
        return report with { Notes = [.. report.Notes, .. UnreadCells.Unexplained(report)] };

        // 没有第二部分的标题时，总体情况里的“行政许可决定26件”不是表：从表头的条文项读起。
        int DisclosureFrom()
        {
            var from = From(2);
            if (sections.Exists(section => section.Number == 2)) return from;
            var head = text.Content.IndexOf(DisclosureHead, from, Math.Max(0, Until(2) - from), StringComparison.Ordinal);
            return head < 0 ? from : head;
        }

        int From(int number) => sections.Find(section => section.Number == number)?.End ?? sections.FindLast(section => section.Number < number)?.End ?? 0;
        int Until(int number) => sections.Find(section => section.Number == number)?.Until ?? sections.Find(section => section.Number > number)?.Start ?? text.Content.Length;
    }

    /// <summary>真有一张表：至少两行读到了数。别的文章里也会有“规章”两个字。</summary>
    private static bool HasRows(TableReading? reading)
    {
        const int Least = 2;
        var rows = 0;
        if (reading?.ToTable() is not { } table) return false;
        foreach (var row in table.Form.Rows)
            if (IsRead(table.Row(row)) && ++rows == Least) return true;
        return false;
    }

    private static bool IsRead(ReadOnlySpan<Cell> row)
    {
        foreach (ref readonly var cell in row)
            if (cell.State != CellState.Unread) return true;
        return false;
    }

    private static long LengthOf(SourceDocument document) => document.Blocks.Sum(block => block switch
    {
        TextLine line => line.Text.Length,
        TableBlock table => table.Cells.Sum(cell => (long)cell.Text.Length),
        PlacedPage page => page.Words.Sum(word => (long)word.Text.Length),
        _ => 0,
    });

    private static FormId? FormOf(int? year) => year is { } reported ? FormCatalogue.ForYear(reported)?.Id : null;

    private static Outcome<AnnualReport> ReadCanonical(SourceDocument document)
    {
        var read = CanonicalJsonReader.Read(string.Join('\n', document.Blocks.OfType<TextLine>().Select(line => line.Text)));
        if (read.Refusal is not null || document.Remarks.Count == 0) return read;
        return read.Value with { Notes = [.. read.Value.Notes, .. Doubts(document)] };
    }

    /// <summary>读入时的备注；网页头部说的标题和日期是内容，不是疑问。</summary>
    private static IEnumerable<Note> Doubts(SourceDocument document) =>
        document.Remarks.Where(remark => !HeadCodes.Contains(remark.Code)).Select(remark => new Note(remark.Code, null, remark.Message, null));

    /// <summary>正文没有印发布日期时，用网页头部的（<c>PubDate</c>）。</summary>
    private static DateOnly? PublishedInHead(SourceDocument document) =>
        document.Remarks.FirstOrDefault(remark => remark.Code == "published") is { } published
            ? SignatureReader.PublishedOn($"发布日期:{Folding.Of(published.Message)}")
            : null;

    private static ReportSection ReadSection(FlatText text, FoundSection section, int signature, bool wrapped) =>
        new(
            section.Number,
            text.Original(section.Start, section.End).Trim(),
            ProseReader.Read(text, section.End, Math.Min(section.Until, signature), wrapped, section.Number is 2 or 3 or 4),
            text.PlaceAt(section.Start));

    private static PrintedLabel LabelOf(FlatText text, FoundSection section) =>
        new(
            LabelRole.Section,
            section.Heading.Pattern.Key!,
            text.Original(section.Start, section.End).Trim(),
            section.Heading.Pattern.Official,
            section.Heading.Match,
            text.PlaceAt(section.Start));

    private static IEnumerable<Note> AgencyNotes(FormalName? agency) =>
        agency?.Reason is { } reason ? [new Note("agency-completed", null, Say($"机关全称由原文推得：{reason}。", $"the body's full name was inferred from the text: {reason}."), null)] : [];

    private static IEnumerable<Note> FormNotes(int? year, TableReading? disclosure, TableReading? requests)
    {
        if (disclosure is not null && requests is not null && disclosure.Table.Form != requests.Table.Form)
            yield return new Note("hybrid-form", null, Say($"表二用的是{disclosure.Table.Form}年格式，表三用的是{requests.Table.Form}年格式。",
                $"Table 2 is in the {disclosure.Table.Form} form, Table 3 in the {requests.Table.Form} form."), null);
        else if (year is { } reported && FormCatalogue.ForYear(reported) is { } form && (disclosure ?? requests) is { } table && table.Table.Form != form.Id)
            yield return new Note("hybrid-form", null, Say($"{reported}年度应当用{form.Id}年格式，印的是{table.Table.Form}年格式。",
                $"{reported} should use the {form.Id} form; printed is the {table.Table.Form} form."), null);
    }
}
