using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Word;

/// <summary>走一遍正文（document.xml）：段落、表格、内容控件、修订。</summary>
internal sealed class BodyReader
{
    private readonly XmlCursor _xml;
    private readonly FlowBudget _budget;
    private readonly ParagraphReader _paragraphs;
    private PieceList _target;

    public BodyReader(XmlCursor xml, FlowBudget budget, Styles styles, Numbering numbering)
    {
        _xml = xml;
        _budget = budget;
        _target = new PieceList(budget);
        _paragraphs = new ParagraphReader(xml, this, styles, numbering);
    }

    /// <summary>没有读入的东西。</summary>
    public OmissionCounts Counts { get; } = new();

    public PieceList Read()
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
            if (_xml.IsWord() && _xml.Name == "body")
                Blocks();
        _paragraphs.EndLine();
        return _target;
    }

    public void AddLine(string line, LineShape shape) => _target.AddLine(line, shape);

    public void AddAll(PieceList pieces) => _target.AddAll(pieces);

    /// <summary>把 <paramref name="read"/> 读出的各块收在一处，例如一个单元格里。</summary>
    public PieceList Collect(Action read)
    {
        var outer = _target;
        _target = new PieceList(_budget);
        read();
        _paragraphs.EndLine();
        (var collected, _target) = (_target, outer);
        return collected;
    }

    public void EmitTable(IReadOnlyList<PlacedCell> cells) => TableFlow.Emit(cells, _target, _budget);

    /// <summary>读当前元素里的各块。</summary>
    public void Blocks()
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);) Block();
    }

    /// <summary>读当前这一块。</summary>
    public void Block()
    {
        if (!_xml.IsWord())
        {
            if (_xml.Name == "AlternateContent") FirstAlternative(Blocks);
            return;
        }

        switch (_xml.Name)
        {
            case "p":
                _paragraphs.Read();
                break;
            case "tbl":
                _paragraphs.EndLine();
                new TableReader(_xml, this).Read();
                break;
            case "sdt":
                ContentControl.Read(_xml, Blocks);
                break;
            case "customXml":
                Blocks();
                break;
            case "ins" or "moveTo":
                Counts.Revisions++;
                Blocks();
                break;
            case "del" or "moveFrom":
                Counts.Revisions++;
                break;
            case "altChunk":
                Counts.Embedded++;
                break;
        }
    }

    /// <summary>同一内容的新旧几种写法（mc:AlternateContent），只读第一种。</summary>
    public void FirstAlternative(Action read)
    {
        var first = true;
        for (var depth = _xml.Enter(); _xml.Next(depth); first = false)
            if (first)
                read();
    }
}
