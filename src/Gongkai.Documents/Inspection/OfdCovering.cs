using System.Text;
using System.Xml;
using Gongkai.Documents.Ofd;

namespace Gongkai.Documents.Inspection;

/// <summary>OFD 一页上看不见的字：设为不显示的、全透明的、白的、不大于一磅的，以及后画的色块与不透明的图片盖住的。</summary>
/// <param name="opaque">不透明的图片资源的编号。</param>
internal sealed class OfdCovering(IReadOnlySet<string> opaque)
{
    private const double TinyMillimetres = 25.4 / 72;

    /// <summary>连着少于两个字的，可能只是方框估得不准。</summary>
    private const int LeastRun = 2;

    private const int MostObjects = 200_000;

    private static readonly string[] Objects = ["TextObject", "PathObject", "ImageObject"];

    /// <summary>一块区域：左、上、右、下，毫米。</summary>
    private readonly record struct Area(double Left, double Top, double Right, double Bottom)
    {
        public bool Contains(double x, double y) => Left <= x && x <= Right && Top <= y && y <= Bottom;
    }

    /// <summary>写下的一个词，写的时候前面已经画了多少块。</summary>
    private readonly record struct Written(PlacedWord Word, int Before, HiddenHow? How, int Object);

    /// <summary>看不见的一个词。</summary>
    /// <param name="Object">它在页里第几个文字对象，从 0 起。</param>
    /// <param name="Wholly">整个词都看不见。</param>
    public readonly record struct Unseen(int Object, HiddenHow How, string Text, bool Wholly);

    /// <summary>一页上看不见的，同样看不见的并成一处。</summary>
    public IEnumerable<HiddenText> Find(IEnumerable<XmlReader> elements, string where) =>
        FindObjects(elements).GroupBy(one => one.How)
            .Select(group => new HiddenText(where, group.Key, string.Join(' ', group.Select(one => one.Text))))
            .Where(hidden => hidden.Text.Count(char.IsLetterOrDigit) >= LeastRun);

    /// <summary>一页上看不见的，一个词一项。</summary>
    public List<Unseen> FindObjects(IEnumerable<XmlReader> elements)
    {
        var objects = -1;
        var (words, blocks) = (new List<Written>(), new List<(Area Area, bool White)>());
        TextObject? text = null;
        (HiddenHow? How, bool White) look = default;
        (Area Area, bool Fills, bool Simple, bool White, bool Solid)? path = null;
        foreach (var element in elements)
        {
            if (words.Count + blocks.Count > MostObjects) throw new InvalidDataException("对象过多。");
            if (Objects.Contains(element.LocalName, StringComparer.Ordinal)) Finish();
            switch (element.LocalName)
            {
                case "TextObject":
                    objects++;
                    text = new TextObject(element);
                    look = (Invisible(element, text), false);
                    break;
                case "PathObject":
                    text = null;
                    path = (AreaOf(element), element.GetAttribute("Fill") is "true" or "1", true, false, IsSolid(element));
                    break;
                case "ImageObject":
                    text = null;
                    if (opaque.Contains(element.GetAttribute("ResourceID") ?? "") && IsSolid(element)) blocks.Add((AreaOf(element), false));
                    break;
                case "FillColor":
                    if (text is not null) look.White = IsWhite(element);
                    else if (path is { } drawn) path = drawn with { White = IsWhite(element), Solid = drawn.Solid && IsSolid(element) };
                    break;
                case "AbbreviatedData" when path is { } drawn:
                    path = drawn with { Simple = IsRectangle(TextOf(element)) };
                    break;
                case "TextCode" when text is not null:
                    using (var code = element.ReadSubtree())
                    {
                        code.Read();
                        var how = look.How ?? (look.White ? HiddenHow.White : null);
                        words.AddRange(text.Read(code).Select(word => new Written(word, blocks.Count, how, objects)));
                    }

                    break;
            }
        }

        Finish();
        return [.. Hidden(words, blocks)];

        void Finish()
        {
            if (path is { Fills: true, Simple: true, Solid: true } drawn) blocks.Add((drawn.Area, drawn.White));
            path = null;
        }
    }

    private static IEnumerable<Unseen> Hidden(List<Written> words, List<(Area Area, bool White)> blocks)
    {
        foreach (var word in words)
        {
            // 白字写在先画好的色块上，看得见。
            var how = word.How == HiddenHow.White && blocks.Take(word.Before).Any(block => !block.White && Middle(word.Word, block.Area)) ? null : word.How;
            var text = how is null ? CoveredPart(word, blocks) : word.Word.Text;
            if (text.Length > 0) yield return new Unseen(word.Object, how ?? HiddenHow.Covered, text, text.Length == word.Word.Text.Length);
        }
    }

    private static bool Middle(PlacedWord word, Area area) => area.Contains((word.Left + word.Right) / 2, (word.Top + word.Bottom) / 2);

    /// <summary>逐字看中心点是不是在后画的块里。</summary>
    private static string CoveredPart(Written written, List<(Area Area, bool White)> blocks)
    {
        var (word, text) = (written.Word, new StringBuilder());
        if (!blocks.Skip(written.Before).Any(block => block.Area.Left < word.Right && word.Left < block.Area.Right && block.Area.Top < word.Bottom && word.Top < block.Area.Bottom)) return "";
        var widths = word.Text.Select(character => character < '\u2E80' ? 0.55 : 1).ToArray();
        var (at, total) = (0.0, widths.Sum());
        for (var index = 0; index < widths.Length; at += widths[index++])
        {
            var x = word.Left + ((word.Right - word.Left) * (at + (widths[index] / 2)) / total);
            var y = (word.Top + word.Bottom) / 2;
            if (blocks.Skip(written.Before).Any(block => block.Area.Contains(x, y))) text.Append(word.Text[index]);
        }

        return text.Length >= Math.Min(LeastRun, word.Text.Length) ? text.ToString() : "";
    }

    private static HiddenHow? Invisible(XmlReader element, TextObject text) =>
        !text.IsVisible || element.GetAttribute("Alpha") == "0" || (element.GetAttribute("Fill") is "false" or "0" && element.GetAttribute("Stroke") is not ("true" or "1")) ? HiddenHow.Vanish
        : OfdNumbers.Parse(element.GetAttribute("Size"), otherwise: 4) is > 0 and <= TinyMillimetres && element.GetAttribute("CTM") is null ? HiddenHow.Tiny
        : null;

    private static bool IsSolid(XmlReader element) => element.GetAttribute("Alpha") is null or "255" && element.GetAttribute("Visible") is not ("false" or "0");

    private static bool IsWhite(XmlReader element) =>
        OfdNumbers.ParseExactly(element.GetAttribute("Value"), 3) is { } color && Whiteness.IsWhite((int)color[0], (int)color[1], (int)color[2]);

    private static Area AreaOf(XmlReader element) =>
        OfdNumbers.ParseExactly(element.GetAttribute("Boundary"), 4) is { } box ? new Area(box[0], box[1], box[0] + box[2], box[1] + box[3]) : default;

    /// <summary>只有一笔直线围成的：空心的框、圆角与字形不算块。</summary>
    private static bool IsRectangle(string data) =>
        data.Count(one => one is 'M' or 'S') <= 1 && data.Count(one => one == 'L') is >= 3 and <= 5 && !data.AsSpan().ContainsAny("QBA");

    private static string TextOf(XmlReader element)
    {
        if (element.IsEmptyElement) return "";
        using var inner = element.ReadSubtree();
        inner.Read();
        return inner.ReadElementContentAsString();
    }
}
