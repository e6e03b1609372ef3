using System.Collections.Immutable;
using Gongkai.Data.Attachments;
using Gongkai.Documents.Html.Cleaning;
using Gongkai.Law;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;

namespace Gongkai.Services.Publication;

/// <summary>拟稿的人交来的：元数据、公开方式、责任，没有清洗的正文，留下的和新加的附件。</summary>
/// <param name="Metadata">目录元数据。</param>
/// <param name="Choice">公开方式的认定。</param>
/// <param name="Responsibility">公开的责任。</param>
/// <param name="Html">正文，还没有清洗。</param>
public sealed record DraftInput(ItemMetadata Metadata, DisclosureChoice Choice, Responsibility Responsibility, string Html)
{
    /// <summary>从前的附件里留下的，按显示的次序。</summary>
    public ImmutableArray<AttachmentId> Kept { get; init; } = [];

    /// <summary>新收下的附件，接在后面。</summary>
    public ImmutableArray<AttachedFile> Added { get; init; } = [];

    /// <summary>清洗正文，凑成一版的内容。</summary>
    /// <param name="before">从前的附件。</param>
    internal Outcome<ItemDraft> ToDraft(ImmutableArray<Attachment> before, CancellationToken cancel)
    {
        var cleaned = HtmlCleaner.Clean(Html, cancel);
        if (cleaned.Refusal is { } refusal) return refusal;
        var kept = Kept.Select(id => before.FirstOrDefault(attachment => attachment.Id == id)).ToList();
        if (kept.Contains(null)) return new Refusal("要留下的附件里，有的已经不在了；请重新打开再改。");
        var added = Added.Select(file => new Attachment(new AttachmentId(Guid.CreateVersion7()), file.Name, file.Hash, file.Length, file.Kind.MediaType));
        return new ItemDraft(Metadata, Choice, Responsibility, new ItemContent(cleaned.Value.Html, cleaned.Value.Paragraphs, [.. kept.OfType<Attachment>(), .. added]));
    }
}
