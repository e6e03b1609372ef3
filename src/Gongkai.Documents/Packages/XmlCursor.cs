using System.IO.Compression;
using System.Xml;
using Gongkai.Documents.Flow;

namespace Gongkai.Documents.Packages;

/// <summary>
/// 在一个 XML 部件里只向前走的游标：一层一层地取子元素，没有理会的内容自动跳过。
/// 不处理 DTD，不取外部实体；深度与时间由 <see cref="FlowBudget"/> 管。
/// </summary>
internal sealed class XmlCursor : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CheckCharacters = false,
        CloseInput = true,
    };

    private readonly XmlReader _reader;
    private readonly FlowBudget _budget;

    private XmlCursor(XmlReader reader, FlowBudget budget)
    {
        _reader = reader;
        _budget = budget;
    }

    public string Name => _reader.LocalName;

    public string Namespace => _reader.NamespaceURI;

    public int Depth => _reader.Depth;

    /// <summary>打开部件，停在根元素上。</summary>
    /// <exception cref="XmlException">不是合格的 XML。</exception>
    public static XmlCursor Open(ZipArchiveEntry part, FlowBudget budget)
    {
        var cursor = new XmlCursor(XmlReader.Create(ZipParts.Read(part), Settings), budget);
        try
        {
            cursor._reader.MoveToContent();
            return cursor;
        }
        catch
        {
            cursor.Dispose();
            throw;
        }
    }

    /// <summary>走一棵已经在内存里的树，停在它的根上。</summary>
    public static XmlCursor Over(System.Xml.Linq.XElement element, FlowBudget budget)
    {
        var cursor = new XmlCursor(element.CreateReader(), budget);
        cursor._reader.MoveToContent();
        return cursor;
    }

    /// <summary>进入当前元素，返回它的深度，交给 <see cref="Next"/>；没有内容时为 −1。</summary>
    public int Enter()
    {
        _budget.Enter(_reader.Depth);
        return _reader.IsEmptyElement || _reader.NodeType != XmlNodeType.Element ? -1 : _reader.Depth;
    }

    /// <summary>走到深度为 <paramref name="parent"/> 的元素的下一个子元素；没有了返回假，停在它的结束标签上。</summary>
    public bool Next(int parent)
    {
        while (parent >= 0 && _reader.Read())
        {
            _budget.Step();
            if (_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == parent) return false;
            if (_reader.NodeType == XmlNodeType.Element && _reader.Depth == parent + 1) return true;
        }

        return false;
    }

    /// <summary>当前元素里的全部文字。</summary>
    public string Text()
    {
        var depth = Enter();
        var text = "";
        while (depth >= 0 && _reader.Read())
        {
            _budget.Step();
            if (_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth) break;
            if (_reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text = text.Length == 0 ? _reader.Value : text + _reader.Value;
        }

        return text;
    }

    /// <summary>当前元素里的各段文字，连着一段是不是到此为止；DrawingML 的段落是 a:p，别的元素各自成段。</summary>
    public IEnumerable<(string Text, bool EndsParagraph)> Texts()
    {
        var depth = Enter();
        while (depth >= 0 && _reader.Read())
        {
            _budget.Step();
            if (_reader.NodeType == XmlNodeType.EndElement)
            {
                if (_reader.Depth == depth) yield break;
                if (_reader.LocalName is not ("t" or "r")) yield return ("", true);
            }

            if (_reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && !string.IsNullOrWhiteSpace(_reader.Value)) yield return (_reader.Value, false);
        }
    }

    public string? Attribute(string name, string ns = "") => _reader.GetAttribute(name, ns);

    public void Dispose() => _reader.Dispose();
}
