using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;
using Gongkai.Documents.Word;

namespace Gongkai.Documents.Inspection;

/// <summary>各样式的文字样子，沿“基于”一路继承，最后是文档的默认样子。</summary>
internal sealed class WordLooks
{
    private readonly Dictionary<string, (string? BasedOn, RunLook Look)> _byId = new(StringComparer.Ordinal);
    private RunLook _default;

    public static WordLooks Read(ZipParts parts, FlowBudget budget)
    {
        var looks = new WordLooks();
        if (parts.Find("word/styles.xml") is not { } entry) return looks;
        using var xml = XmlCursor.Open(entry, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "docDefaults") looks._default = Defaults(xml);
            else if (xml.Name == "style" && xml.WordAttribute("styleId") is { } id) looks._byId[id] = Style(xml);
        }

        return looks;
    }

    /// <summary>直接写的样子，叠在字符样式、段落样式与默认样子之上。</summary>
    public RunLook Of(RunLook direct, string? runStyle, string? paragraphStyle) =>
        Chain(paragraphStyle, Chain(runStyle, direct)).Over(_default);

    // 互相基于对方的样式是坏文件里会有的：走过的步数以样式数为限。
    private RunLook Chain(string? id, RunLook look)
    {
        for (var step = 0; step <= _byId.Count && id is not null && _byId.TryGetValue(id, out var style); step++)
        {
            look = look.Over(style.Look);
            id = style.BasedOn;
        }

        return look;
    }

    private static RunLook Defaults(XmlCursor xml)
    {
        var look = default(RunLook);
        for (var depth = xml.Enter(); xml.Next(depth);)
            if (xml.Name == "rPrDefault")
                for (var inner = xml.Enter(); xml.Next(inner);)
                    if (xml.Name == "rPr") look = RunLook.Read(xml, out _);
        return look;
    }

    private static (string? BasedOn, RunLook Look) Style(XmlCursor xml)
    {
        string? basedOn = null;
        var look = default(RunLook);
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "basedOn") basedOn = xml.Value();
            else if (xml.Name == "rPr") look = RunLook.Read(xml, out _);
        }

        return (basedOn, look);
    }
}
