using AngleSharp.Dom;
using Gongkai.Documents.Flow;

namespace Gongkai.Documents.Html;

/// <summary>按阅读顺序走遍网页，断成行与表。深度在解析时已经有界，走的时候仍然一层一层地数。</summary>
internal sealed class HtmlWalker(FlowBudget budget, bool includeHidden)
{
    private readonly LineBuilder _line = new();
    private PieceList _target = new(budget);
    private int _depth;
    private int _preformatted;

    /// <summary>因不显示而没有读的文字，共多少字。</summary>
    public int HiddenLength { get; private set; }

    /// <summary>有文字而不显示的地方，共多少处。</summary>
    public int HiddenPlaces { get; private set; }

    public PieceList Walk(INode root)
    {
        Children(root);
        EndLine();
        return _target;
    }

    private void Children(INode parent)
    {
        budget.Enter(++_depth);
        var children = parent.ChildNodes;
        for (var at = 0; at < children.Length; at++)
        {
            budget.Step();
            switch (children[at])
            {
                case IText text:
                    Text(text.Data);
                    break;
                case IElement element:
                    Element(element);
                    break;
            }
        }

        _depth--;
    }

    private void Element(IElement element)
    {
        var kind = TagKinds.Of(element.LocalName);
        if (kind == TagKind.Dropped) return;
        if (!includeHidden && Visibility.IsHidden(element))
        {
            var length = element.TextContent.AsSpan().Trim().Length;
            HiddenLength += length;
            HiddenPlaces += length > 0 ? 1 : 0;
            return;
        }

        switch (kind)
        {
            case TagKind.LineBreak:
                EndLine();
                break;
            case TagKind.Table:
                EndLine();
                Table(element);
                break;
            case TagKind.Block:
                EndLine();
                Children(element);
                EndLine();
                break;
            case TagKind.Preformatted:
                EndLine();
                _preformatted++;
                Children(element);
                EndLine();
                _preformatted--;
                break;
            default:
                Children(element);
                break;
        }
    }

    private void Text(string text)
    {
        if (_preformatted == 0)
        {
            _line.AppendCollapsed(text);
            return;
        }

        var first = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!first) EndLine();
            first = false;
            _line.Append(line);
        }
    }

    private void EndLine()
    {
        if (_line.Take() is { } line) _target.AddLine(line);
    }

    // 标题（caption）与放错地方的内容在表格之前读出。
    private void Table(IElement table)
    {
        var grid = new SpanGrid(budget);
        var loose = false;
        foreach (var child in table.ChildNodes)
        {
            if (child is not IElement element) continue;
            if (!includeHidden && Visibility.IsHidden(element)) Element(element);
            else if (element.LocalName is "tbody" or "thead" or "tfoot")
            {
                if (loose) grid.EndGroup();
                loose = false;
                foreach (var row in element.ChildNodes)
                    if (row is IElement { LocalName: "tr" } cells)
                        Row(cells, grid);
                grid.EndGroup();
            }
            else if (element.LocalName == "tr")
            {
                Row(element, grid);
                loose = true;
            }
            else Element(element);
        }

        EndLine();
        TableFlow.Emit(grid.Finish(), _target, budget);
    }

    private void Row(IElement row, SpanGrid grid)
    {
        if (!includeHidden && Visibility.IsHidden(row))
        {
            Element(row);
            return;
        }

        grid.BeginRow();
        var cells = row.ChildNodes;
        for (var at = 0; at < cells.Length; at++)
            if (cells[at] is IElement { LocalName: "td" or "th" } cell)
                grid.Add(SpanOf(cell, "rowspan"), SpanOf(cell, "colspan"), Cell(cell));
    }

    // 不显示的单元格仍然占着它的格子，否则后面的数会错到前一列去。
    private PieceList Cell(IElement cell)
    {
        var outer = _target;
        _target = new PieceList(budget);
        Element(cell);
        EndLine();
        (var content, _target) = (_target, outer);
        return content;
    }

    // 浏览器读到第一个不是数字的字为止；没有数字的当作 1。
    private static int SpanOf(IElement cell, string attribute)
    {
        var value = cell.GetAttribute(attribute).AsSpan().TrimStart();
        var span = 0;
        var digits = 0;
        while (digits < value.Length && char.IsAsciiDigit(value[digits]) && span < 1_000_000)
            span = (span * 10) + (value[digits++] - '0');
        return digits == 0 ? 1 : span;
    }
}
