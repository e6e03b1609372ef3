using System.Text;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Inspection;

/// <summary>工作簿里另存的一份数据：透视表的缓存留着整张源表，外部工作簿的缓存留着别人的格。</summary>
internal static class ExcelCaches
{
    private const int LongestMerged = 200_000;

    public static IEnumerable<HiddenText> Read(ZipParts parts, FlowBudget budget)
    {
        foreach (var name in parts.Names.Where(IsCache).Order(StringComparer.Ordinal))
        {
            using var xml = XmlCursor.Open(parts.Find(name)!, budget);
            var text = new StringBuilder();
            Collect(xml, text, budget);
            if (text.Length > 0) yield return new HiddenText(name, HiddenHow.Cache, text.ToString());
        }
    }

    private static bool IsCache(string name) =>
        (ExcelTraces.Under(name, "xl/pivotCache/") || ExcelTraces.Under(name, "xl/externalLinks/")) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>透视表缓存的值写在 v 属性里，外部缓存的写在 v 元素里。</summary>
    private static void Collect(XmlCursor xml, StringBuilder text, FlowBudget budget)
    {
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            budget.Step();
            if (text.Length > LongestMerged) continue;
            var value = xml.Name is "s" or "n" or "d" ? xml.Attribute("v") : xml.Name == "v" ? xml.Text() : null;
            if (!string.IsNullOrWhiteSpace(value)) text.Append(value).Append('\n');
            else if (xml.Name != "v") Collect(xml, text, budget);
        }
    }
}
