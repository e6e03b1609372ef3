using System.Globalization;
using System.Xml;

namespace Gongkai.Documents.Ofd;

/// <summary>一个文字对象（GB/T 33190 的 TextObject）：字号、变换，和由它的 TextCode 排出的词。</summary>
internal sealed class TextObject
{
    // 方框取字身：基线以上 0.88、以下 0.12，与汉字字体的常例相同。
    private const double Ascent = 0.88;

    private const double Descent = 0.12;

    private const double LatinWidth = 0.55;

    // 字距超出字宽这么多（以字号计），就是另一个词。
    private const double WordGap = 0.35;

    private readonly double _size;
    private readonly double _stretch;
    private readonly Transform _transform;
    private double _x;
    private double _y;

    public TextObject(XmlReader element)
    {
        _size = OfdNumbers.Parse(element.GetAttribute("Size"), otherwise: 1);
        _stretch = OfdNumbers.Parse(element.GetAttribute("HScale"), otherwise: 1);
        _transform = Transform.Of(
            OfdNumbers.ParseExactly(element.GetAttribute("CTM"), 6), OfdNumbers.ParseExactly(element.GetAttribute("Boundary"), 4));
        IsVisible = element.GetAttribute("Visible") is not ("false" or "0");
    }

    public bool IsVisible { get; }

    /// <summary>读一个 TextCode：读完停在它的结束标记上。没有写 X、Y 的，接着上一个。</summary>
    public List<PlacedWord> Read(XmlReader element)
    {
        _x = OfdNumbers.Parse(element.GetAttribute("X"), otherwise: _x);
        _y = OfdNumbers.Parse(element.GetAttribute("Y"), otherwise: _y);
        var across = element.GetAttribute("DeltaX");
        var down = element.GetAttribute("DeltaY");
        return Place(element.ReadElementContentAsString(), across, down);
    }

    private List<PlacedWord> Place(string text, string? across, string? down)
    {
        var words = new WordBuilder(_transform);
        using var deltaX = OfdNumbers.Offsets(across ?? "").GetEnumerator();
        using var deltaY = OfdNumbers.Offsets(down ?? "").GetEnumerator();
        var natural = across is null && down is null;
        var (x, y) = (_x, _y);
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var glyph = elements.GetTextElement();
            var width = _size * _stretch * (glyph[0] < '\u2E80' ? LatinWidth : 1);
            if (string.IsNullOrWhiteSpace(glyph)) words.End();
            else words.Add(glyph, x, y - _size * Ascent, x + width, y + _size * Descent, _size * WordGap);
            deltaX.MoveNext();
            deltaY.MoveNext();
            x += natural ? width : deltaX.Current;
            y += deltaY.Current;
        }

        words.End();
        return words.Words;
    }

    /// <summary>把挨着的字收成词，再变到页面上。</summary>
    private sealed class WordBuilder(Transform transform)
    {
        private string _text = "";
        private double _left;
        private double _top;
        private double _right;
        private double _bottom;

        public List<PlacedWord> Words { get; } = [];

        public void Add(string glyph, double left, double top, double right, double bottom, double gap)
        {
            // 换了行，或空得开，或倒着走，都另起一词。
            if (_text.Length > 0 && (Math.Abs(top - _top) > gap || left - _right > gap || left < _left)) End();
            if (_text.Length == 0) (_left, _top) = (left, top);
            _text += glyph;
            (_right, _bottom) = (right, Math.Max(bottom, _bottom));
        }

        public void End()
        {
            if (_text.Length > 0) Words.Add(transform.Apply(_text, _left, _top, _right, _bottom));
            (_text, _bottom) = ("", 0);
        }
    }
}
