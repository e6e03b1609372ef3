using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Word;

/// <summary>编号的一级：从几起，数字怎么写，前后缀是什么（<c>%1、</c>），后面跟空格还是什么也不跟。</summary>
internal sealed record NumberingLevel
{
    public int Start { get; init; } = 1;

    public string Format { get; init; } = "decimal";

    public string Text { get; init; } = "";

    public bool SpaceAfter { get; init; } = true;

    /// <summary>哪一级以上出现时重新开始；0 表示从不。空为缺省：任何上一级。</summary>
    public int? Restart { get; init; }

    /// <summary>引用的各级一律写成阿拉伯数字。</summary>
    public bool Legal { get; init; }

    public string? ParagraphStyle { get; init; }

    public static NumberingLevel Read(XmlCursor xml)
    {
        var level = new NumberingLevel();
        for (var depth = xml.Enter(); xml.Next(depth);)
            level = xml.Name switch
            {
                "start" => level with { Start = xml.Number(1) },
                "numFmt" => level with { Format = xml.Value() ?? "decimal" },
                "lvlText" => level with { Text = xml.Value() ?? "" },
                "suff" => level with { SpaceAfter = xml.Value() != "nothing" },
                "lvlRestart" => level with { Restart = xml.Number(0) },
                "isLgl" => level with { Legal = xml.IsOn() },
                "pStyle" => level with { ParagraphStyle = xml.Value() },
                _ => level,
            };
        return level;
    }
}
