using System.Text;
using AngleSharp.Dom;
using Gongkai.Documents.Flow;

namespace Gongkai.Documents.Html.Cleaning;

/// <summary>一边走，一边写：写出来的每一个标签、每一个属性都由这里写，来稿里的字只作为文字转义后写出。</summary>
internal sealed class CleanWriter(FlowBudget budget)
{
    private const string LineBreak = "<br>";

    private readonly StringBuilder _html = new();
    private readonly StringBuilder _line = new();
    private readonly List<string> _paragraphs = [];
    private readonly SortedDictionary<string, int> _removed = new(StringComparer.Ordinal);
    private readonly Stack<OpenTag> _open = new();

    public void Write(IElement body)
    {
        Children(body, 0);
        CloseRunning();
    }

    public CleanedHtml ToCleaned() => new(
        _html.ToString(), [.. _paragraphs], [.. _removed.Select(pair => pair.Value == 1 ? $"去掉了{pair.Key}" : $"去掉了{pair.Key}（{pair.Value} 处）")]);

    private void Children(INode node, int depth)
    {
        budget.Enter(depth);
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            budget.Step();
            if (child is IText text) Text(text.Data);
            else if (child is IElement element) Element(element, depth + 1);
        }
    }

    private void Element(IElement element, int depth)
    {
        if (Forbidden(element) is { } what)
        {
            Remove(what);
            return;
        }

        switch (AllowedMarkup.TagFor(element.LocalName))
        {
            case null:
                Children(element, depth);
                break;
            case "br":
                Break();
                break;
            case "img":
                Picture(element);
                break;
            case "p":
                Paragraph(element, depth);
                break;
            case var tag when AllowedMarkup.IsBlock(tag):
                CloseRunning();
                Wrap(tag, element, depth);
                EndLine();
                break;
            case var tag:
                Inline(tag, element, depth);
                break;
        }
    }

    /// <summary>整个不要的：脚本、样式、表单、嵌入物，和不显示的文字。</summary>
    private static string? Forbidden(IElement element) =>
        TagKinds.Of(element.LocalName) == TagKind.Dropped ? element.LocalName is "script" or "style" ? "脚本与样式" : "表单、图形与嵌入的内容"
        : Visibility.IsHidden(element) ? "不显示的文字"
        : null;

    private void Text(string data)
    {
        if (string.IsNullOrWhiteSpace(data) && (_open.Count == 0 || IsStructure(Inside))) return;
        if (!Flows()) return;
        _html.Append(HtmlWriter.Encode(data));
        _line.Append(data);
    }

    // 格子、列表项、标题里的一段只是换行；外面的自成一段；里面还有块的 div 只是外壳。
    private void Paragraph(IElement element, int depth)
    {
        if (IsInItem())
        {
            if (!IsEmpty(_open.Peek().Content)) Break();
            Children(element, depth);
            return;
        }

        CloseRunning();
        if (Holds(element)) Children(element, depth);
        else Wrap("p", element, depth);
        CloseRunning();
    }

    private void Inline(string tag, IElement element, int depth)
    {
        if (IsPart(tag))
        {
            // 离了表格的格、离了列表的项，只剩内容。
            if (Fits(tag)) Wrap(tag, element, depth);
            else Children(element, depth);
            if (tag is "td" or "th") _line.Append('\t');
            if (tag is "tr" or "caption" or "li") EndLine();
        }
        else if (Flows()) Wrap(tag, element, depth);
        else Children(element, depth);
    }

    private void Wrap(string tag, IElement element, int depth)
    {
        if (tag == "hr")
        {
            _html.Append("<hr>");
            return;
        }

        var attributes = CleanAttributes.Of(tag, element);
        if (tag == "a" && attributes.Length == 0)
        {
            if (element.HasAttribute("href")) Remove("不安全的链接地址");
            Children(element, depth);
            return;
        }

        var outside = _open.Count;
        Open(tag, attributes);
        Children(element, depth);
        while (_open.Count > outside) Close();
    }

    private void Picture(IElement element)
    {
        if (AllowedMarkup.Picture(element.GetAttribute("src")) is not { } source) Remove("外来的图片");
        else if (Flows()) _html.Append("<img src=\"").Append(source).Append("\" alt=\"").Append(HtmlWriter.Encode(element.GetAttribute("alt") ?? "")).Append("\">");
    }

    private void Break()
    {
        if (_open.Count > 0 && !IsStructure(Inside)) _html.Append(LineBreak);
        if (IsInCell()) _line.Append(' ');
        else EndLine();
    }

    private void Remove(string what) => _removed[what] = _removed.GetValueOrDefault(what) + 1;

    /// <summary>这里能不能放文字；裸在外面的，先替它开一段。</summary>
    private bool Flows()
    {
        if (_open.Count == 0 || Inside == "blockquote") Open("p", "");
        return !IsStructure(Inside);
    }

    private bool Fits(string tag) => tag switch
    {
        "li" => Inside is "ul" or "ol",
        "tr" => Inside is "table" or "thead" or "tbody" or "tfoot",
        "td" or "th" => Inside == "tr",
        _ => Inside == "table",
    };

    private static bool Holds(IElement element) =>
        element.QuerySelector("p,div,center,h1,h2,h3,h4,h5,h6,ul,ol,table,blockquote,hr") is not null;

    private bool IsInItem() => _open.Any(tag => tag.Name is "td" or "th" or "caption" or "li" or "h2" or "h3" or "h4");

    private bool IsInCell() => _open.Any(tag => tag.Name is "td" or "th");

    private string Inside => _open.Count > 0 ? _open.Peek().Name : "";

    private static bool IsPart(string tag) => tag is "tr" or "td" or "th" or "caption" or "thead" or "tbody" or "tfoot" or "li";

    private static bool IsStructure(string tag) => tag is "table" or "thead" or "tbody" or "tfoot" or "tr" or "ul" or "ol";

    private static bool IsRunning(string tag) => tag is "p" or "h2" or "h3" or "h4" or "strong" or "em" or "u" or "s" or "sub" or "sup" or "a";

    private void Open(string tag, string attributes)
    {
        var start = _html.Length;
        _html.Append('<').Append(tag).Append(attributes).Append('>');
        _open.Push(new OpenTag(tag, start, _html.Length));
    }

    private void Close()
    {
        var tag = _open.Pop();
        while (EndsWith(LineBreak) && _html.Length > tag.Content) _html.Length -= LineBreak.Length;
        if (IsRunning(tag.Name) && IsEmpty(tag.Content)) _html.Length = tag.Start;
        else _html.Append("</").Append(tag.Name).Append('>');
        if (AllowedMarkup.IsBlock(tag.Name)) EndLine();
    }

    // 段落和行内的标签里来了一个块，它们就到此为止。
    private void CloseRunning()
    {
        while (_open.Count > 0 && IsRunning(Inside)) Close();
        EndLine();
    }

    private bool EndsWith(string end) => _html.Length >= end.Length && _html.ToString(_html.Length - end.Length, end.Length) == end;

    private bool IsEmpty(int from)
    {
        for (var at = from; at < _html.Length; at++)
            if (!char.IsWhiteSpace(_html[at])) return false;
        return true;
    }

    private void EndLine()
    {
        if (IsInCell()) return;
        var cells = _line.ToString().Split('\t').Select(cell => string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var line = string.Join('\t', cells).TrimEnd('\t');
        _line.Clear();
        if (line.Length > 0) _paragraphs.Add(line);
    }

    /// <summary>开着的标签：名称，它和它的内容从第几个字开始。</summary>
    private readonly record struct OpenTag(string Name, int Start, int Content);
}
