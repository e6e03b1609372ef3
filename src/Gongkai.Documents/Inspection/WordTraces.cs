using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;
using Gongkai.Documents.Word;

namespace Gongkai.Documents.Inspection;

/// <summary>docx 的痕迹：正文与页眉、页脚、脚注、尾注里的隐藏文字与修订，批注。</summary>
internal static class WordTraces
{
    /// <summary>正文之外的部件：路径的开头，叫什么。</summary>
    private static readonly (string Prefix, string Caption)[] Stories =
        [("word/header", Say("页眉", "header")), ("word/footer", Say("页脚", "footer")), ("word/footnotes", Say("脚注", "footnote")), ("word/endnotes", Say("尾注", "endnote"))];

    public static FileTraces Read(ZipParts parts, FlowBudget budget)
    {
        var looks = WordLooks.Read(parts, budget);
        var main = Relationships.Of(parts, "", budget).OfType("officeDocument") ?? "word/document.xml";
        var hidden = new List<HiddenText>();
        var changes = new List<TrackedChange>();
        var asides = new List<AsideText>();
        Walk(main, "");
        foreach (var (prefix, caption) in Stories)
            foreach (var name in parts.Names.Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
                asides.AddRange(Walk(name, caption).Paragraphs);
        return FileTraces.None with
        {
            Hidden = hidden,
            Changes = changes,
            Asides = asides,
            Comments = Comments(parts, budget),
        };

        WordStory Walk(string part, string caption)
        {
            var story = new WordStory(looks, caption, budget);
            if (parts.Find(part) is not { } entry) return story;
            using var xml = XmlCursor.Open(entry, budget);
            story.Read(xml);
            hidden.AddRange(story.Hidden);
            changes.AddRange(story.Changes);
            return story;
        }
    }

    private static List<FileComment> Comments(ZipParts parts, FlowBudget budget)
    {
        var comments = new List<FileComment>();
        if (parts.Find("word/comments.xml") is not { } entry) return comments;
        using var xml = XmlCursor.Open(entry, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name != "comment") continue;
            budget.Spend(1);
            var author = xml.WordAttribute("author") ?? "";
            comments.Add(new FileComment(Say($"批注{comments.Count + 1}", $"comment {comments.Count + 1}"), author, xml.Text()));
        }

        return comments;
    }
}
