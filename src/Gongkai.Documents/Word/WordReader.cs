using System.Xml;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;
using Gongkai.Law;

namespace Gongkai.Documents.Word;

/// <summary>读 docx：直接读压缩包里的 XML，段落成行（带上自动编号），表格展开合并。</summary>
internal static class WordReader
{
    public static Outcome<SourceDocument> Read(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel)
    {
        var opened = ZipParts.Open(content, limits);
        if (!opened.Succeeded) return opened.Refusal!;
        using var parts = opened.Value;
        var budget = new FlowBudget(limits, cancel);
        try
        {
            return Read(parts, budget);
        }
        catch (LimitException limit)
        {
            return limit.Refusal;
        }
        catch (Exception error) when (error is XmlException || ZipParts.IsDamage(error))
        {
            return Unreadable.Damaged("docx");
        }
    }

    private static Outcome<SourceDocument> Read(ZipParts parts, FlowBudget budget)
    {
        var main = Relationships.Of(parts, "", budget).OfType("officeDocument") ?? "word/document.xml";
        if (parts.Find(main) is not { } document) return Unreadable.Incomplete("docx", Say("正文", "body"));
        var related = Relationships.Of(parts, main, budget);
        var styles = Styles.Read(parts, related.OfType("styles"), budget);
        var numbering = Numbering.Read(parts, related.OfType("numbering"), styles, budget);
        using var xml = XmlCursor.Open(document, budget);
        var body = new BodyReader(xml, budget, styles, numbering);
        var pieces = body.Read();
        return pieces.Count == 0
            ? Unreadable.NoText(Say("文档", "the document"))
            : new SourceDocument(SourceFormat.Docx, pieces.ToBlocks(), body.Counts.Remarks());
    }
}
