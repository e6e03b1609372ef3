using System.Text;
using Gongkai.Documents;
using Gongkai.Documents.Inspection;
using Gongkai.Documents.Layout;
using Gongkai.Scanning.FileDetectors;

namespace Gongkai.Scanning.Reading;

/// <summary>
/// 把读入的文件接成一篇供检测的文字，每段记着出处：正文一行一段，表格一格一段（制表符隔开、一行一行），
/// 后面接上正文之外的（页眉页脚、批注、修订删去的、隐藏的）。
/// 被版面折断的汉字接起来，断开的标志（“此件不／公开”）才看得见；数字由数字段去接。
/// </summary>
internal sealed class DocumentText
{
    /// <summary>这么多列以上的表不再补齐空格：只有电子表格会这样宽。</summary>
    private const int MostPaddedColumns = 64;

    /// <summary>不足这么多字的行，不像是被版面折断的。</summary>
    private const int WrappedLength = 16;

    /// <summary>读正文时已经读了的：白字、小字、隐藏的行列，被盖住的字；别的看不见的要另外接上。</summary>
    private static readonly HiddenHow[] ReadWithTheBody =
        [HiddenHow.White, HiddenHow.Tiny, HiddenHow.WebHidden, HiddenHow.Row, HiddenHow.Column, HiddenHow.Format, HiddenHow.Covered];

    private readonly StringBuilder _text = new();
    private readonly List<(int Start, string Place)> _segments = [];

    public static ScanText Of(SourceDocument? document, FileTraces traces)
    {
        var text = new DocumentText();
        if (document is not null) text.Add(document);
        foreach (var aside in traces.Asides) text.Line(aside.Text, aside.Where);
        foreach (var comment in traces.Comments) text.Line(comment.Text, comment.Where);
        foreach (var change in traces.Changes.Where(change => change.Kind == ChangeKind.Deleted)) text.Line(change.Text, Say($"{change.Where}（删去的）", $"{change.Where} (deleted)"));
        foreach (var hidden in traces.Hidden.Where(hidden => !ReadWithTheBody.Contains(hidden.How))) text.Lines(hidden.Text, Say($"{hidden.Where}（隐藏的）", $"{hidden.Where} (hidden)"));
        foreach (var property in traces.Properties.Where(IsProse)) text.Line(property.Value, Say($"文件属性“{property.Name}”", $"file property “{property.Name}”"));
        var source = text._text.ToString();
        return ScanText.Of(source, TextPlaces.Segments(source, text._segments));
    }

    private void Add(SourceDocument document)
    {
        var wrapped = document.Format is SourceFormat.Text or SourceFormat.Pdf or SourceFormat.Ofd or SourceFormat.Scanned;
        foreach (var block in document.Blocks)
            switch (block)
            {
                case TextLine line:
                    Line(line.Text, line.Place.ToString(), wrapped);
                    break;
                case TableBlock table:
                    Table(table);
                    break;
                case PlacedPage page:
                    foreach (var (index, line) in PageLines.Of(page).Index()) Line(line.Text, new Place(Page: page.Number, Line: index + 1).ToString(), wrapped);
                    break;
            }
    }

    private void Line(string text, string place, bool wrapped = false)
    {
        if (wrapped && ContinuesLast(text)) _text.Length--;
        Mark(place);
        _text.Append(text).Append('\n');
    }

    private void Lines(string text, string place)
    {
        foreach (var line in text.Split('\n')) Line(line, place);
    }

    /// <summary>属性的值里给人看的：日期、编号之类软件自己写的，只会误报。</summary>
    private static bool IsProse(FileProperty property) =>
        property.Part is not "history" && !MetadataDetector.IsOfSoftware(property) && !LocationDetector.IsLocation(property)
        && !property.Name.EndsWith("ID", StringComparison.Ordinal) && !property.Name.Contains("Date", StringComparison.OrdinalIgnoreCase)
        && property.Name is not ("created" or "modified" or "lastPrinted" or "instanceID" or "documentID" or "parameters" or "when" or "Characters" or "CharactersWithSpaces" or "MakerNote" or "SourceModified");

    /// <summary>上一行以汉字结束、够长，这一行以汉字开头：是一句话折成了两行。</summary>
    private bool ContinuesLast(string text)
    {
        var length = _text.Length - 1;
        if (length < WrappedLength || text.Length == 0 || !IsIdeograph(text[0]) || !IsIdeograph(_text[length - 1])) return false;
        for (var back = 1; back <= WrappedLength; back++)
            if (_text[length - back] is '\n' or '\t' or '|') return false;
        return true;
    }

    private static bool IsIdeograph(char character) => character is >= '\u4e00' and <= '\u9fff';

    /// <summary>一行里各格用制表符隔开；前面空着的列也占一格，列才对得齐。</summary>
    private void Table(TableBlock table)
    {
        _text.Append('\n');
        var padded = table.Columns <= MostPaddedColumns;
        for (int index = 0, row = 0; index < table.Cells.Count; row = table.Cells[Math.Min(index, table.Cells.Count - 1)].Row)
        {
            var column = 0;
            for (; index < table.Cells.Count && table.Cells[index].Row == row; index++)
            {
                var cell = table.Cells[index];
                for (; padded && column < cell.Column; column++) _text.Append('\t');
                if (!padded && column > 0) _text.Append('\t');
                Mark((table.Place with { Row = cell.Row + 1, Column = cell.Column + 1 }).ToString());
                _text.Append(cell.Text.ReplaceLineEndings(" "));
                if (!padded) column++;
            }

            _text.Append('\n');
        }

        _text.Append('\n');
    }

    private void Mark(string place) => _segments.Add((_text.Length, place));
}
