using System.Buffers;
using System.Globalization;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Word;

/// <summary>读段落（w:p）：自动编号写在前面，域取结果，修订里删去的与隐藏的不读，文本框接在段落之后。</summary>
internal sealed class ParagraphReader(XmlCursor xml, BodyReader body, Styles styles, Numbering numbering)
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n");

    // 各层域是否还在代码部分（w:fldChar 的 begin 与 separate 之间）。
    private readonly Stack<bool> _fieldCodes = new();
    private readonly List<PieceList> _boxes = [];
    private LineBuilder _line = new();
    private string _label = "";
    private string? _style;
    private LineShape _shape;

    public void Read()
    {
        _label = "";
        _style = null;
        _shape = default;
        var markDeleted = false;
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.IsWord() && xml.Name == "pPr") markDeleted = Properties();
            else Inline();
        }

        // 段落标记在修订里删去的，下一段接在同一行。
        if (!markDeleted) EndLine();
        LeaveFieldCodes();
        foreach (var box in _boxes.ToArray()) body.AddAll(box);
        _boxes.Clear();
    }

    public void EndLine()
    {
        if (_line.Take() is { } line) body.AddLine(line, _shape);
    }

    /// <returns>段落标记是否在修订里删去。</returns>
    private bool Properties()
    {
        int? number = null, level = null, outline = null;
        LineAlignment? alignment = null;
        var deleted = false;
        for (var depth = xml.Enter(); xml.Next(depth);)
            switch (xml.Name)
            {
                case "pStyle":
                    _style = xml.Value();
                    break;
                case "numPr":
                    (number, level) = Styles.ReadNumbering(xml);
                    break;
                case "outlineLvl":
                    outline = xml.Number(Styles.BodyLevel);
                    break;
                case "jc":
                    alignment = Styles.Alignment(xml.Value());
                    break;
                case "rPr":
                    for (var inner = xml.Enter(); xml.Next(inner);) deleted |= xml.Name == "del";
                    break;
            }

        if (number is null && styles.NumberingOf(_style) is { } inherited) (number, level) = (inherited.NumberId, level ?? inherited.Level);
        if (number is > 0) _label = numbering.Next(number.Value, level, _style);
        var shape = styles.ShapeOf(_style);
        outline ??= shape.Outline;
        _shape = new LineShape(outline is >= 0 and < Styles.BodyLevel ? outline.Value + 1 : 0, alignment ?? shape.Alignment ?? LineAlignment.Usual, number is > 0 && _label.Length == 0);
        return deleted;
    }

    private void Inlines()
    {
        for (var depth = xml.Enter(); xml.Next(depth);) Inline();
    }

    private void Inline()
    {
        if (!xml.IsWord())
        {
            if (xml.Name == "AlternateContent") body.FirstAlternative(Inlines);
            else if (xml.Name == "t") Append(xml.Text());
            else Inlines();
            return;
        }

        switch (xml.Name)
        {
            case "r":
                Run();
                break;
            case "hyperlink" or "smartTag" or "fldSimple" or "customXml" or "dir" or "bdo":
                Inlines();
                break;
            case "sdt":
                ContentControl.Read(xml, Inlines);
                break;
            case "ins" or "moveTo":
                body.Counts.Revisions++;
                Inlines();
                break;
            case "del" or "moveFrom":
                body.Counts.Revisions++;
                break;
        }
    }

    private void Run()
    {
        var hidden = styles.IsHidden(_style);
        var skipped = false;
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "rPr") hidden = IsHidden(hidden);
            else if (hidden) skipped |= xml.Name == "t" && xml.Text().AsSpan().Trim().Length > 0;
            else RunContent();
        }

        if (skipped) body.Counts.Hidden++;
    }

    private bool IsHidden(bool hidden)
    {
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "rStyle") hidden |= styles.IsHidden(xml.Value());
            else if (xml.Name == "vanish") hidden = xml.IsOn();
        }

        return hidden;
    }

    private void RunContent()
    {
        switch (xml.Name)
        {
            case "t":
                Append(xml.Text());
                break;
            case "tab" or "ptab":
                Append("\t");
                break;
            case "br" or "cr":
                EndLine();
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            case "sym":
                Append(Symbol(xml.WordAttribute("char")));
                break;
            case "fldChar":
                Field(xml.WordAttribute("fldCharType"));
                break;
            case "ruby":
                Ruby();
                break;
            case "footnoteReference" or "endnoteReference":
                body.Counts.Notes++;
                break;
            case "commentReference":
                body.Counts.Comments++;
                break;
            case "drawing" or "pict" or "object":
                body.Counts.Embedded += xml.Name == "object" ? 1 : 0;
                Boxes();
                break;
            case "AlternateContent":
                body.FirstAlternative(Boxes);
                break;
        }
    }

    // 编号只在段落真有文字时写出，写在第一段文字之前。
    private void Append(string text)
    {
        if (text.Length == 0 || _fieldCodes.Contains(true)) return;
        if (_label.Length > 0) _line.Append(_label);
        _label = "";
        _line.Append(text.AsSpan().ContainsAny(LineEnds) ? text.ReplaceLineEndings(" ") : text);
    }

    private void Field(string? type)
    {
        if (type == "begin") _fieldCodes.Push(true);
        else if (_fieldCodes.TryPop(out _) && type == "separate") _fieldCodes.Push(false);
    }

    // 域代码不跨段；缺了 separate 的坏文件，不能把后面的正文都当成代码。
    private void LeaveFieldCodes()
    {
        if (!_fieldCodes.Contains(true)) return;
        var open = _fieldCodes.Count;
        _fieldCodes.Clear();
        for (; open > 0; open--) _fieldCodes.Push(false);
    }

    private void Ruby()
    {
        for (var depth = xml.Enter(); xml.Next(depth);)
            if (xml.Name == "rubyBase")
                Inlines();
    }

    // 图形里只有文本框是文字；它里面是完整的段落与表格。
    private void Boxes()
    {
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "txbxContent") Box();
            else if (xml.Name == "AlternateContent") body.FirstAlternative(Boxes);
            else Boxes();
        }
    }

    private void Box()
    {
        var (line, label, style, shape) = (_line, _label, _style, _shape);
        var outerBoxes = _boxes.ToArray();
        _boxes.Clear();
        _line = new LineBuilder();
        var content = body.Collect(body.Blocks);
        (_line, _label, _style, _shape) = (line, label, style, shape);
        _boxes.Clear();
        _boxes.AddRange(outerBoxes);
        _boxes.Add(content);
    }

    private static string Symbol(string? code) =>
        int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var character)
        && character is > 0x20 and < 0xD800
            ? ((char)character).ToString()
            : "";
}
