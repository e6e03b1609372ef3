using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents;

namespace Gongkai.Testing.Builders;

/// <summary>造年报：从一份各条规则都成立的报告开始，改动一处或几处。机关与地名都是虚构的。</summary>
public sealed class ReportBuilder
{
    private readonly Dictionary<TableKind, ReportTable?> _tables = [];
    private readonly List<ReportSection> _sections = [];
    private string? _agency;
    private string? _title;
    private int? _year;
    private string _preamble = "";
    private Signature? _signature;
    private DateOnly? _publishedOn;
    private List<Note> _notes = [];
    private PrintedForm _printed = PrintedForm.Empty;

    /// <summary>澄浦市文化和旅游局2023年度报告，2021年格式；各条规则都成立。</summary>
    public static ReportBuilder Clean2021() => CleanReports.Of(FormCatalogue.Form2021, previous: false);

    /// <summary>澄浦市文化和旅游局2020年度报告，2019年格式；只有一条提示：采购总金额带了单位（不带则单位不明）。</summary>
    public static ReportBuilder Clean2019() => CleanReports.Of(FormCatalogue.Form2019, previous: false);

    /// <summary><see cref="Clean2021"/> 的上年报告（2022年度），与之衔接。</summary>
    public static ReportBuilder Previous2021() => CleanReports.Of(FormCatalogue.Form2021, previous: true);

    /// <summary><see cref="Clean2019"/> 的上年报告（2019年度），与之衔接。</summary>
    public static ReportBuilder Previous2019() => CleanReports.Of(FormCatalogue.Form2019, previous: true);

    /// <summary>从一份已有的报告开始。</summary>
    public static ReportBuilder From(AnnualReport report)
    {
        var builder = new ReportBuilder
        {
            _agency = report.Agency,
            _title = report.Title,
            _year = report.Year,
            _preamble = report.Preamble,
            _signature = report.Signature,
            _publishedOn = report.PublishedOn,
            _notes = [.. report.Notes],
            _printed = report.Printed,
        };
        foreach (var kind in Enum.GetValues<TableKind>()) builder._tables[kind] = report.Table(kind);
        builder._sections.AddRange(report.Sections);
        return builder;
    }

    public AnnualReport Build() => new()
    {
        Title = _title,
        Agency = _agency,
        Year = _year,
        Disclosure = _tables.GetValueOrDefault(TableKind.Disclosure),
        Requests = _tables.GetValueOrDefault(TableKind.Requests),
        Review = _tables.GetValueOrDefault(TableKind.Review),
        Preamble = _preamble,
        Sections = [.. _sections],
        Signature = _signature,
        PublishedOn = _publishedOn,
        Notes = [.. _notes],
        Printed = _printed,
    };

    public ReportBuilder Title(string? title)
    {
        _title = title;
        return this;
    }

    public ReportBuilder Agency(string? agency)
    {
        _agency = agency;
        return this;
    }

    public ReportBuilder Year(int? year)
    {
        _year = year;
        return this;
    }

    public ReportBuilder Preamble(string preamble)
    {
        _preamble = preamble;
        return this;
    }

    public ReportBuilder SignedBy(string? agency, DateOnly? date)
    {
        var printed = agency + (date is { } day ? $"{day.Year}年{day.Month}月{day.Day}日" : "");
        _signature = agency is null && date is null ? null : new Signature(agency, date, printed, new Place(Line: 200));
        return this;
    }

    public ReportBuilder Published(DateOnly? date)
    {
        _publishedOn = date;
        return this;
    }

    public ReportBuilder Note(Note note)
    {
        _notes.Add(note);
        return this;
    }

    /// <summary>改印出来的标签、多出的格子、缺少的行。</summary>
    public ReportBuilder Printed(Func<PrintedForm, PrintedForm> change)
    {
        _printed = change(_printed);
        return this;
    }

    /// <summary>换一张表，或者拿掉它。</summary>
    public ReportBuilder Table(TableKind kind, ReportTable? table)
    {
        _tables[kind] = table;
        return this;
    }

    public ReportBuilder Set(string path, decimal value) => Set(path, Cell.Of(value));

    /// <summary>改格子：地址可以是一格（<c>requests.granted.total</c>）、一行（<c>requests.granted</c>）或一张表（<c>requests</c>）。出处不变。</summary>
    public ReportBuilder Set(string path, Cell cell)
    {
        var changed = 0;
        foreach (var kind in Enum.GetValues<TableKind>())
        {
            if (_tables.GetValueOrDefault(kind) is not { } table) continue;
            _tables[kind] = table.With(cells =>
            {
                foreach (var (row, column) in table.Form.Rows.SelectMany(row => row.Columns, (row, column) => (row, column)))
                {
                    if (!Covers(path, table.PathOf(row, column).ToString())) continue;
                    var index = row.Offset + column.Index;
                    cells[index] = cell with { Place = cell.Place == default ? cells[index].Place : cell.Place };
                    changed++;
                }
            });
        }

        return changed > 0 ? this : throw new ArgumentException($"没有格子 {path}。", nameof(path));
    }

    /// <summary>逐列填一行。</summary>
    public ReportBuilder SetRow(string path, params ReadOnlySpan<decimal> values)
    {
        var parts = path.Split('.');
        var kind = Enum.GetValues<TableKind>().First(kind => TableKeys.Of(kind) == parts[0]);
        var row = _tables[kind]!.Form.Row(parts[1]) ?? throw new ArgumentException($"没有行 {path}。", nameof(path));
        for (var column = 0; column < row.Columns.Length; column++) Set($"{path}.{row.Columns[column].Key}", values[column]);
        return this;
    }

    /// <summary>写（或换掉）一个部分；标题为空时保留原来的，原来没有的用格式的标题。</summary>
    public ReportBuilder Section(int number, string? title, params ReadOnlySpan<string> paragraphs)
    {
        var existing = _sections.FindIndex(section => section.Number == number);
        var heading = title ?? (existing >= 0 ? _sections[existing].Title : FormCatalogue.Form2021.Sections[number - 1].Caption.Official);
        var lines = new List<ReportParagraph>();
        foreach (var text in paragraphs) lines.Add(new ReportParagraph(text, new Place(Line: (number * 20) + lines.Count + 1)));
        var section = new ReportSection(number, heading, lines, new Place(Line: number * 20));
        if (existing >= 0) _sections[existing] = section;
        else _sections.Insert(_sections.TakeWhile(other => other.Number < number).Count(), section);
        return this;
    }

    public ReportBuilder RemoveSection(int number)
    {
        if (_sections.RemoveAll(section => section.Number == number) == 0) throw new ArgumentException($"没有第{number}部分。", nameof(number));
        return this;
    }

    /// <summary>在标题、引言、各部分和落款里，把一段文字换成另一段；一处也没有就是测试写错了。</summary>
    public ReportBuilder Replace(string old, string replacement)
    {
        var changed = false;
        string Swap(string text)
        {
            changed |= text.Contains(old, StringComparison.Ordinal);
            return text.Replace(old, replacement, StringComparison.Ordinal);
        }

        _title = _title is null ? null : Swap(_title);
        _agency = _agency?.Replace(old, replacement, StringComparison.Ordinal);
        _preamble = Swap(_preamble);
        if (_signature is { } signature) _signature = signature with { Agency = signature.Agency is null ? null : Swap(signature.Agency), Printed = Swap(signature.Printed) };
        for (var index = 0; index < _sections.Count; index++)
        {
            var section = _sections[index];
            _sections[index] = new ReportSection(
                section.Number,
                Swap(section.Title),
                [.. section.Paragraphs.Select(paragraph => paragraph with { Text = Swap(paragraph.Text) })],
                section.Place);
        }

        return changed ? this : throw new ArgumentException($"正文里没有“{old}”。", nameof(old));
    }

    /// <summary>在一个部分末尾加一段。</summary>
    public ReportBuilder Append(int number, string paragraph)
    {
        var section = _sections.Find(section => section.Number == number) ?? throw new ArgumentException($"没有第{number}部分。", nameof(number));
        return Section(number, section.Title, [.. section.Paragraphs.Select(existing => existing.Text), paragraph]);
    }

    private static bool Covers(string path, string cell) =>
        cell.StartsWith(path, StringComparison.Ordinal) && (cell.Length == path.Length || cell[path.Length] == '.');
}
