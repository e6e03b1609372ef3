using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Excel;

/// <summary>共享字符串：各格按序号引用；富文本的各段相连，注音不算。</summary>
internal static class SharedStrings
{
    public static IReadOnlyList<string> Read(ZipParts parts, string? path, FlowBudget budget)
    {
        var strings = new List<string>();
        if (parts.Find(path ?? "xl/sharedStrings.xml") is not { } entry) return strings;
        using var xml = XmlCursor.Open(entry, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name != "si") continue;
            if (strings.Count == budget.Limits.Blocks) throw new LimitException(Unreadable.TooManyBlocks(budget.Limits.Blocks));
            strings.Add(RichText(xml));
        }

        return strings;
    }

    /// <summary>读一个 si 或 is：直接的 t，或各段 r 里的 t。</summary>
    public static string RichText(XmlCursor xml)
    {
        var text = "";
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "t") text += xml.Text();
            else if (xml.Name == "r")
                for (var inner = xml.Enter(); xml.Next(inner);)
                    if (xml.Name == "t")
                        text += xml.Text();
        }

        return text;
    }
}
