using System.Text;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Word;

/// <summary>自动编号：读 numbering.xml 里的各级写法，随正文一段一段往下数。</summary>
internal sealed class Numbering
{
    /// <summary>Word 的编号至多九级。</summary>
    private const int Levels = 9;

    private readonly Styles _styles;
    private readonly Dictionary<int, NumberingLevel?[]> _schemes = [];
    private readonly Dictionary<int, string> _links = [];
    private readonly Dictionary<int, Instance> _instances = [];
    private readonly Dictionary<int, int?[]> _counters = [];

    private Numbering(Styles styles) => _styles = styles;

    /// <summary>编号的一次使用：用哪一套写法，哪些级另从几起、另有写法。</summary>
    private sealed record Instance(int Scheme, int?[] StartOverrides, NumberingLevel?[] LevelOverrides);

    public static Numbering Read(ZipParts parts, string? path, Styles styles, FlowBudget budget)
    {
        var numbering = new Numbering(styles);
        if (parts.Find(path ?? "word/numbering.xml") is not { } entry) return numbering;
        using var xml = XmlCursor.Open(entry, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "abstractNum") numbering.ReadScheme(xml);
            else if (xml.Name == "num") numbering.ReadInstance(xml);
        }

        return numbering;
    }

    /// <summary>一个有编号的段落到了：数一个，返回它的编号文字；项目符号与没有文字的为空串。</summary>
    public string Next(int number, int? level, string? style)
    {
        if (!_instances.TryGetValue(number, out var instance)) return "";
        var scheme = Resolve(instance.Scheme);
        if (!_schemes.TryGetValue(scheme, out var levels)) return "";
        var at = Math.Clamp(level ?? LevelOf(levels, style), 0, Levels - 1);
        if (LevelAt(instance, levels, at) is not { } current) return "";
        if (!_counters.TryGetValue(scheme, out var counters)) _counters[scheme] = counters = new int?[Levels];
        Count(instance, levels, counters, at);
        return Label(instance, levels, counters, current);
    }

    private static NumberingLevel? LevelAt(Instance instance, NumberingLevel?[] levels, int level) =>
        instance.LevelOverrides[level] ?? levels[level];

    private static int LevelOf(NumberingLevel?[] levels, string? style)
    {
        var level = style is null ? -1 : Array.FindIndex(levels, one => one?.ParagraphStyle == style);
        return Math.Max(level, 0);
    }

    private static void Count(Instance instance, NumberingLevel?[] levels, int?[] counters, int at)
    {
        if (instance.StartOverrides[at] is { } start)
        {
            counters[at] = start;
            instance.StartOverrides[at] = null;
        }
        else counters[at] = counters[at] + 1 ?? LevelAt(instance, levels, at)!.Start;

        for (var upper = 0; upper < at; upper++) counters[upper] ??= LevelAt(instance, levels, upper)?.Start ?? 1;
        for (var lower = at + 1; lower < Levels; lower++)
            if (at < (LevelAt(instance, levels, lower)?.Restart ?? lower))
                counters[lower] = null;
    }

    private static string Label(Instance instance, NumberingLevel?[] levels, int?[] counters, NumberingLevel current)
    {
        if (current.Format == "bullet") return "";
        var label = new StringBuilder();
        for (var at = 0; at < current.Text.Length; at++)
        {
            var referred = current.Text[at] == '%' && at + 1 < current.Text.Length ? current.Text[at + 1] - '1' : -1;
            if (referred is < 0 or >= Levels)
            {
                label.Append(current.Text[at]);
                continue;
            }

            var format = LevelAt(instance, levels, referred)?.Format ?? "decimal";
            label.Append(NumberFormat.Format(counters[referred] ?? 1, current.Legal ? "decimal" : format));
            at++;
        }

        if (label.Length > 0 && current.SpaceAfter) label.Append(' ');
        return label.ToString();
    }

    // 只写着“同某个编号样式”的一套，取那个样式所用的一套。
    private int Resolve(int scheme) =>
        _links.TryGetValue(scheme, out var style)
        && _styles.NumberingOf(style) is { } linked
        && _instances.TryGetValue(linked.NumberId, out var instance)
            ? instance.Scheme
            : scheme;

    private void ReadScheme(XmlCursor xml)
    {
        if (!int.TryParse(xml.WordAttribute("abstractNumId"), out var id)) return;
        var levels = new NumberingLevel?[Levels];
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "numStyleLink" && xml.Value() is { } style) _links[id] = style;
            else if (xml.Name == "lvl" && ReadIndex(xml) is { } level) levels[level] = NumberingLevel.Read(xml);
        }

        _schemes[id] = levels;
    }

    private void ReadInstance(XmlCursor xml)
    {
        if (!int.TryParse(xml.WordAttribute("numId"), out var id)) return;
        var instance = new Instance(0, new int?[Levels], new NumberingLevel?[Levels]);
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "abstractNumId") instance = instance with { Scheme = xml.Number(0) };
            else if (xml.Name == "lvlOverride" && ReadIndex(xml) is { } level)
                for (var inner = xml.Enter(); xml.Next(inner);)
                {
                    if (xml.Name == "startOverride") instance.StartOverrides[level] = xml.Number(1);
                    else if (xml.Name == "lvl") instance.LevelOverrides[level] = NumberingLevel.Read(xml);
                }
        }

        _instances[id] = instance;
    }

    private static int? ReadIndex(XmlCursor xml) =>
        int.TryParse(xml.WordAttribute("ilvl"), out var level) && level is >= 0 and < Levels ? level : null;
}
