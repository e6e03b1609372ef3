using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Word;

/// <summary>样式里与正文有关的两件事：自动编号与隐藏文字，都沿“基于”一路继承。</summary>
internal sealed class Styles
{
    /// <summary>大纲级别写作“正文”。</summary>
    public const int BodyLevel = 9;

    private readonly Dictionary<string, Style> _byId = new(StringComparer.Ordinal);

    private sealed record Style(string? BasedOn, int? NumberId, int? Level, bool? Hidden, int? Outline, LineAlignment? Alignment);

    public static Styles Read(ZipParts parts, string? path, FlowBudget budget)
    {
        var styles = new Styles();
        if (parts.Find(path ?? "word/styles.xml") is not { } entry) return styles;
        using var xml = XmlCursor.Open(entry, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
            if (xml.IsWord() && xml.Name == "style" && xml.WordAttribute("styleId") is { } id)
                styles._byId[id] = ReadStyle(xml);
        return styles;
    }

    /// <summary>样式带的编号；没有时为空。</summary>
    public (int NumberId, int Level)? NumberingOf(string? id)
    {
        int? number = null, level = null;
        foreach (var style in Chain(id))
        {
            number ??= style.NumberId;
            level ??= style.Level;
        }

        return number is null ? null : (number.Value, level ?? 0);
    }

    /// <summary>样式带的大纲级别与对齐；没有的为空。</summary>
    public (int? Outline, LineAlignment? Alignment) ShapeOf(string? id)
    {
        int? outline = null;
        LineAlignment? alignment = null;
        foreach (var style in Chain(id))
        {
            outline ??= style.Outline;
            alignment ??= style.Alignment;
        }

        return (outline, alignment);
    }

    /// <summary>对齐的写法（w:jc）。</summary>
    public static LineAlignment Alignment(string? value) => value switch
    {
        "center" => LineAlignment.Center,
        "right" or "end" => LineAlignment.End,
        _ => LineAlignment.Usual,
    };

    public bool IsHidden(string? id)
    {
        foreach (var style in Chain(id))
            if (style.Hidden is { } hidden)
                return hidden;
        return false;
    }

    // 互相基于对方的样式是坏文件里会有的：走过的步数以样式数为限。
    private IEnumerable<Style> Chain(string? id)
    {
        for (var step = 0; step <= _byId.Count && id is not null && _byId.TryGetValue(id, out var style); step++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    private static Style ReadStyle(XmlCursor xml)
    {
        var style = new Style(null, null, null, null, null, null);
        for (var depth = xml.Enter(); xml.Next(depth);)
            switch (xml.Name)
            {
                case "basedOn":
                    style = style with { BasedOn = xml.Value() };
                    break;
                case "pPr":
                    for (var inner = xml.Enter(); xml.Next(inner);)
                        if (xml.Name == "numPr")
                        {
                            var (number, level) = ReadNumbering(xml);
                            style = style with { NumberId = number, Level = level };
                        }
                        else if (xml.Name == "outlineLvl") style = style with { Outline = xml.Number(BodyLevel) };
                        else if (xml.Name == "jc") style = style with { Alignment = Alignment(xml.Value()) };

                    break;
                case "rPr":
                    for (var inner = xml.Enter(); xml.Next(inner);)
                        if (xml.Name == "vanish")
                            style = style with { Hidden = xml.IsOn() };
                    break;
            }

        return style;
    }

    /// <summary>读一个 w:numPr。</summary>
    public static (int? NumberId, int? Level) ReadNumbering(XmlCursor xml)
    {
        int? number = null, level = null;
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "numId") number = xml.Number(0);
            else if (xml.Name == "ilvl") level = xml.Number(0);
        }

        return (number, level);
    }
}
