using System.Collections.Immutable;
using Gongkai.Documents;
using Gongkai.Documents.Redaction;
using Gongkai.Law;
using Gongkai.Requests.Redaction;
using Gongkai.Scanning;

namespace Gongkai.Services.Requests;

/// <summary>遮盖一个文件时看到的全部。</summary>
/// <param name="File">案卷里的文件。</param>
/// <param name="Seen">看到的是哪一版、几处标记；改的时候交回来，别人先改了的不覆盖。</param>
/// <param name="Version">第几版。</param>
/// <param name="IsMade">这一版做成并核验过了。</param>
/// <param name="Redaction">标出的各处。</param>
/// <param name="Pages">PDF、图片的各页；Word 的是空的。</param>
/// <param name="Paragraphs">Word 的各段；别的是空的。</param>
/// <param name="Suggested">建议遮盖的。</param>
/// <param name="Closed">此时不能改的缘由；能改的为空。</param>
public sealed record RedactionDesk(
    CaseFile File, string Seen, int Version, bool IsMade, FileRedaction Redaction, IReadOnlyList<PlacedPage> Pages, IReadOnlyList<WordParagraph> Paragraphs,
    IReadOnlyList<SuggestedTerm> Suggested, Refusal? Closed);

/// <summary>一次添的标记：画的框，找出来的字，Word 的一段。</summary>
/// <param name="Ground">理由。</param>
public sealed record MarkInput(RedactionGround Ground)
{
    /// <summary>画的框。</summary>
    public RedactionArea? Area { get; init; }

    /// <summary>要找的字：每一处都标。</summary>
    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>Word 的第几段；只遮这一段里的，没有写字的整段遮。</summary>
    public int? Paragraph { get; init; }

    /// <summary>别处同样的字可以公开。</summary>
    public bool OnlyHere { get; init; }
}
