using System.Text;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;
using Gongkai.Documents.Word;

namespace Gongkai.Documents.Inspection;

/// <summary>走一遍一个部件里的文字：每段文字在哪里、看不看得见、是不是修订。</summary>
internal sealed class WordStory(WordLooks looks, string caption, FlowBudget budget)
{
    /// <summary>一处最多并成这么长，再长就另起一处。</summary>
    private const int LongestMerged = 2_000;

    private readonly StringBuilder _paragraph = new();
    private Spot _spot;
    private int _paragraphs;
    private int _tables;
    private bool _dark;
    private string? _style;
    private (ChangeKind Kind, string Author)? _change;

    /// <summary>所在：段（表外）或表、行、列，从 1 起。</summary>
    private readonly record struct Spot(int Table, int Row, int Column);

    public List<HiddenText> Hidden { get; } = [];

    public List<TrackedChange> Changes { get; } = [];

    /// <summary>有字的各段，含看不见的与插入的，不含删去的。</summary>
    public List<AsideText> Paragraphs { get; } = [];

    public void Read(XmlCursor xml) => Children(xml);

    private string Where => caption + (_spot.Table > 0 ? Say($"表{_spot.Table}第{_spot.Row}行第{_spot.Column}列", $" table {_spot.Table} row {_spot.Row} column {_spot.Column}") : Say($"第{_paragraphs + 1}段", $" paragraph {_paragraphs + 1}"));

    private void Children(XmlCursor xml)
    {
        for (var depth = xml.Enter(); xml.Next(depth);) Visit(xml);
    }

    private void Visit(XmlCursor xml)
    {
        switch (xml.Name)
        {
            case "p":
                Paragraph(xml);
                break;
            case "tbl":
                Table(xml);
                break;
            case "tr":
                _spot = _spot with { Row = _spot.Row + 1, Column = 0 };
                Children(xml);
                break;
            case "tc":
                _spot = _spot with { Column = _spot.Column + 1 };
                Shaded(xml);
                break;
            case "tcPr":
                Shade(xml);
                break;
            case "trPr":
                RowProperties(xml);
                break;
            case "ins" or "moveTo":
                Change(xml, xml.Name == "ins" ? ChangeKind.Inserted : ChangeKind.Moved);
                break;
            case "del" or "moveFrom":
                Change(xml, xml.Name == "del" ? ChangeKind.Deleted : ChangeKind.Moved);
                break;
            case "r":
                Run(xml);
                break;
            // 同一内容的旧写法；域的代码。
            case "Fallback" or "instrText" or "delInstrText":
                break;
            default:
                if (xml.Name.EndsWith("PrChange", StringComparison.Ordinal)) Formatted(xml);
                else Children(xml);
                break;
        }
    }

    private void Paragraph(XmlCursor xml)
    {
        var (style, dark) = (_style, _dark);
        _style = null;
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "pPr") ParagraphProperties(xml);
            else Visit(xml);
        }

        if (_paragraph.ToString() is var text && !string.IsNullOrWhiteSpace(text))
        {
            budget.Spend(1);
            Paragraphs.Add(new AsideText(Where, text));
            if (_spot.Table == 0) _paragraphs++;
        }

        _paragraph.Clear();
        (_style, _dark) = (style, dark);
    }

    private void ParagraphProperties(XmlCursor xml)
    {
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "pStyle") _style = xml.Value();
            else if (xml.Name == "shd") _dark |= RunLook.IsShade(xml);
            else if (xml.Name.EndsWith("PrChange", StringComparison.Ordinal)) Formatted(xml);
        }
    }

    private void Table(XmlCursor xml)
    {
        var outer = _spot;
        _spot = new Spot(++_tables, 0, 0);
        Shaded(xml);
        _spot = outer;
    }

    /// <summary>底色只管到这个元素为止。</summary>
    private void Shaded(XmlCursor xml)
    {
        var outer = _dark;
        Children(xml);
        _dark = outer;
    }

    private void Shade(XmlCursor xml)
    {
        for (var depth = xml.Enter(); xml.Next(depth);)
            if (xml.Name == "shd") _dark |= RunLook.IsShade(xml);
    }

    private void RowProperties(XmlCursor xml)
    {
        for (var depth = xml.Enter(); xml.Next(depth);)
            if (xml.Name is "ins" or "del")
                Add(new TrackedChange(Where, xml.Name == "ins" ? ChangeKind.Inserted : ChangeKind.Deleted, xml.WordAttribute("author") ?? "", Say("整行", "the whole row")));
    }

    private void Change(XmlCursor xml, ChangeKind kind)
    {
        var outer = _change;
        _change = (kind, xml.WordAttribute("author") ?? "");
        Children(xml);
        _change = outer;
    }

    private void Formatted(XmlCursor xml) => Reformatted(xml.WordAttribute("author") ?? "");

    private void Reformatted(string author) => Add(new TrackedChange(Where, ChangeKind.Formatted, author, ""));

    private void Run(XmlCursor xml)
    {
        var (direct, style, text) = (default(RunLook), default(string), "");
        for (var depth = xml.Enter(); xml.Next(depth);)
            switch (xml.Name)
            {
                case "rPr":
                    direct = RunLook.Read(xml, out style);
                    break;
                case "t" or "delText":
                    text += xml.Text();
                    break;
                case "tab":
                    text += "\t";
                    break;
                case "drawing" or "pict" or "object" or "AlternateContent":
                    Nested(xml);
                    break;
            }

        if (direct.ReformattedBy is { } author) Reformatted(author);
        if (text.Length == 0) return;
        if (_change is var (kind, by)) Add(new TrackedChange(Where, kind, by, text));
        if (_change?.Kind != ChangeKind.Deleted) _paragraph.Append(text);
        if (!string.IsNullOrWhiteSpace(text) && looks.Of(direct, style, _style).Hidden(_dark) is { } how) Add(new HiddenText(Where, how, text));
    }

    /// <summary>文本框里是完整的段落：先放下手里这一段。</summary>
    private void Nested(XmlCursor xml)
    {
        var held = _paragraph.ToString();
        _paragraph.Clear();
        Children(xml);
        _paragraph.Clear().Append(held);
    }

    /// <summary>同一段里紧接着的同一种修订、同一种隐藏，是一处：Word 会把一句话拆成许多段。</summary>
    private void Add(TrackedChange change)
    {
        budget.Step();
        if (Changes is [.., var last] && last.Where == change.Where && last.Kind == change.Kind && last.Author == change.Author && last.Text.Length < LongestMerged)
            Changes[^1] = last with { Text = last.Text + change.Text };
        else
        {
            budget.Spend(1);
            Changes.Add(change);
        }
    }

    private void Add(HiddenText hidden)
    {
        budget.Step();
        if (Hidden is [.., var last] && last.Where == hidden.Where && last.How == hidden.How && last.Text.Length < LongestMerged) Hidden[^1] = last with { Text = last.Text + hidden.Text };
        else
        {
            budget.Spend(1);
            Hidden.Add(hidden);
        }
    }
}
