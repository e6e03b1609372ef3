using System.Collections.Immutable;
using Gongkai.Data.Attachments;
using Gongkai.Documents;
using Gongkai.Documents.Html.Cleaning;
using Gongkai.Law;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;

namespace Gongkai.Services.Publication;

/// <summary>拟稿的人交来的：元数据、公开方式、责任，没有清洗的正文，留下的和新加的附件。</summary>
/// <param name="Metadata">目录元数据。</param>
/// <param name="Choice">公开方式的认定。</param>
/// <param name="Responsibility">公开的责任。</param>
/// <param name="Html">正文，还没有清洗；没有标签的当作纯文字，一行一段。</param>
public sealed record DraftInput(ItemMetadata Metadata, DisclosureChoice Choice, Responsibility Responsibility, string Html)
{
    /// <summary>从前各版的附件里留下的，按显示的次序。</summary>
    public ImmutableArray<KeptAttachment> Kept { get; init; } = [];

    /// <summary>新收下的附件，接在后面。</summary>
    public ImmutableArray<AttachedFile> Added { get; init; } = [];

    /// <summary>适用的公开期限。</summary>
    public DisclosureDeadlineId Deadline { get; init; } = DisclosureDeadlineId.General;

    /// <summary>指定的栏目的代码；空的随法定公开分类。</summary>
    public string? Column { get; init; }

    /// <summary>归入事项清单的哪一项；不归入的为空。</summary>
    public MatterId? Matter { get; init; }

    /// <summary>五公开的标注。</summary>
    public OpennessAspects Aspects { get; init; }

    /// <summary>清洗正文，凑成一版的内容；不存。</summary>
    /// <param name="before">这一条从前各版的附件。</param>
    public Outcome<PreparedDraft> Prepare(ImmutableArray<Attachment> before, CancellationToken cancel)
    {
        var cleaned = HtmlCleaner.Clean(PlainText.ToHtml(Html), cancel);
        if (cleaned.Refusal is { } refusal) return refusal;
        List<Attachment> files = [];
        foreach (var kept in Kept)
        {
            if (before.FirstOrDefault(attachment => attachment.Id == kept.Id) is not { } file) return new Refusal("要留下的附件里，有的已经不在了；请重新打开再改。");
            files.Add(kept.Name is { } name ? file with { FileName = AttachmentIntake.CleanName(name, FileKind.WithExtension(file.FileName)) } : file);
        }

        files.AddRange(Added.Select(added => new Attachment(new AttachmentId(added.Id ?? Guid.CreateVersion7()), added.Name, added.Hash, added.Length, added.Kind.MediaType)));
        var (html, strange) = OwnPictures(cleaned.Value.Html, files);
        var content = new ItemContent(html, cleaned.Value.Paragraphs, [.. files]);
        return new PreparedDraft(
            new ItemDraft(Metadata, Choice, Responsibility, content) { Deadline = Deadline, Column = Column, Matter = Matter, Aspects = Aspects },
            strange == 0 ? cleaned.Value.Removed : cleaned.Value.Removed.Add($"去掉了不在这一版附件里的图片（{strange} 处）"));
    }

    // 正文的图片只能是这一版的附件，而且真是图片。
    private static (string Html, int Strange) OwnPictures(string html, List<Attachment> files)
    {
        var strange = 0;
        var kept = BodyPictures.Replace(html, (id, alt) =>
        {
            if (files.Exists(file => file.Id == id && BodyPictures.IsPicture(file.MediaType))) return $"<img src=\"attachment:{id.Value:D}\" alt=\"{alt}\">";
            strange++;
            return "";
        });
        return (kept, strange);
    }
}

/// <summary>留下的一个附件。</summary>
/// <param name="Id">哪一个。</param>
/// <param name="Name">改成的名称，扩展名照旧；不改的为空。</param>
public sealed record KeptAttachment(AttachmentId Id, string? Name = null);

/// <summary>清洗好的一版内容，还没有存。</summary>
/// <param name="Draft">内容。</param>
/// <param name="Removed">清洗时去掉了什么，一样一句，给拟稿的人看；没有去掉的是空的。</param>
public sealed record PreparedDraft(ItemDraft Draft, ImmutableArray<string> Removed);
