using System.Xml.Linq;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Inspection;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Cleaning;

/// <summary>净化一个部件里的正文：接受修订，去掉批注的标记、看不见的字、嵌入对象的内容。</summary>
internal sealed class WordStoryCleaner(XElement root, WordLooks looks, FlowBudget budget, RemovedMatter removed)
{
    private readonly XNamespace _w = root.Name.Namespace;

    private static readonly string[] Gone =
    [
        "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
        "cellIns", "cellDel", "cellMerge", "proofErr", "dataBinding",
        "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "delText", "delInstrText",
    ];

    private static readonly string[] Opened = ["ins", "moveTo"];

    private static readonly string[] OfObjects = ["OLEObject", "control", "objectEmbed", "objectLink"];

    public void Clean()
    {
        AcceptRows();
        AcceptParagraphs();
        AcceptRuns();
        RemoveHidden();
        foreach (var element in Named(OfObjects)) element.Remove();
        foreach (var attribute in root.DescendantsAndSelf().Attributes().Where(IsTrace).ToList()) attribute.Remove();
        foreach (var text in root.Descendants().Attributes("descr").Where(text => text.Value.Contains(":\\", StringComparison.Ordinal)).ToList()) text.Value = "";
    }

    /// <summary>删去的行整行去掉。</summary>
    private void AcceptRows()
    {
        foreach (var row in root.Descendants(_w + "tr").Where(row => row.Element(_w + "trPr")?.Element(_w + "del") is not null).ToList())
        {
            removed.Add(Say("修订", "tracked changes"));
            var table = row.Parent;
            row.Remove();
            if (table is not null && !table.Elements(_w + "tr").Any()) table.Remove();
        }
    }

    /// <summary>段落标记删去的，与下一段并成一段，用下一段的格式。</summary>
    private void AcceptParagraphs()
    {
        foreach (var paragraph in root.Descendants(_w + "p").Reverse().ToList())
        {
            if (paragraph.Element(_w + "pPr")?.Element(_w + "rPr")?.Element(_w + "del") is not { } mark) continue;
            removed.Add(Say("修订", "tracked changes"));
            mark.Remove();
            if (paragraph.ElementsAfterSelf().FirstOrDefault() is not { } next || next.Name != _w + "p") continue;
            var content = paragraph.Nodes().Where(node => node is not XElement element || element.Name != _w + "pPr").ToList();
            foreach (var node in content) node.Remove();
            if (next.Element(_w + "pPr") is { } properties) properties.AddAfterSelf(content);
            else next.AddFirst(content);
            paragraph.Remove();
        }
    }

    private void AcceptRuns()
    {
        removed.Add(Say("修订", "tracked changes"), root.Descendants().Count(element => element.Name.Namespace == _w && element.Name.LocalName is "ins" or "del" or "moveFrom" or "moveTo" && element.Attribute(_w + "author") is not null));
        removed.Add(Say("修订", "tracked changes"), root.Descendants().Count(element => element.Name.LocalName.EndsWith("PrChange", StringComparison.Ordinal)));
        foreach (var element in root.Descendants().Where(element => element.Name.LocalName.EndsWith("PrChange", StringComparison.Ordinal) || element.Name.LocalName is "tblGridChange" or "numberingChange").ToList()) element.Remove();
        foreach (var element in Named(Gone)) element.Remove();
        foreach (var element in Named(Opened))
            if (element.Parent?.Name.LocalName is "rPr" or "trPr" or "numPr") element.Remove();
            else element.ReplaceWith(element.Nodes());
    }

    private void RemoveHidden()
    {
        foreach (var run in root.Descendants(_w + "r").ToList())
        {
            budget.Step();
            var text = string.Concat(run.Elements(_w + "t").Select(one => one.Value));
            if (string.IsNullOrWhiteSpace(text) || !IsHidden(run)) continue;
            removed.Add(Say("隐藏文字", "hidden text"));
            var paragraph = run.Ancestors(_w + "p").FirstOrDefault();
            run.Remove();
            if (paragraph is not null && IsEmptied(paragraph)) paragraph.Remove();
        }
    }

    private bool IsHidden(XElement run)
    {
        var (direct, style) = (default(RunLook), default(string));
        if (run.Element(_w + "rPr") is { } properties)
        {
            using var xml = XmlCursor.Over(properties, budget);
            direct = RunLook.Read(xml, out style);
        }

        var paragraph = run.Ancestors(_w + "p").FirstOrDefault()?.Element(_w + "pPr");
        var named = (string?)paragraph?.Element(_w + "pStyle")?.Attribute(_w + "val");
        return looks.Of(direct, style, named).Hidden(IsShaded(paragraph) || run.Ancestors(_w + "tc").Any(cell => IsShaded(cell.Element(_w + "tcPr")))) is not null;
    }

    private bool IsShaded(XElement? properties)
    {
        if (properties?.Element(_w + "shd") is not { } shade) return false;
        using var xml = XmlCursor.Over(shade, budget);
        return RunLook.IsShade(xml);
    }

    /// <summary>一段里只有看不见的字，整段去掉；单元格里唯一的一段、带分节的要留着。</summary>
    private bool IsEmptied(XElement paragraph) =>
        !paragraph.Descendants().Any(element => element.Name.LocalName is "t" or "drawing" or "pict" or "object" or "sectPr" or "br" or "fldChar" or "tab" or "sym")
        && paragraph.Parent is { } parent && parent.Elements(_w + "p").Skip(1).Any();

    private List<XElement> Named(string[] names) =>
        [.. root.Descendants().Where(element => names.Contains(element.Name.LocalName, StringComparer.Ordinal) && (element.Name.Namespace == _w || element.Name.LocalName is "OLEObject"))];

    /// <summary>记着哪一次编辑的号，与段落的编号。</summary>
    private static bool IsTrace(XAttribute attribute) =>
        attribute.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal) || attribute.Name.LocalName is "paraId" or "textId";
}
