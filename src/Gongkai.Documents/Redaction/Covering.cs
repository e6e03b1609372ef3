namespace Gongkai.Documents.Redaction;

/// <summary>遮盖一处：PDF、图片写在哪一块，Word 写哪一段的哪些字。</summary>
/// <param name="Area">页上的一块；Word 的为空。</param>
/// <param name="Paragraph">第几段，从 1 起；每一段都遮的、不是 Word 的为空。</param>
/// <param name="Text">遮的是哪些字；整段遮的、画框时不知道是什么字的为空。</param>
/// <param name="OnlyHere">只遮这一处，别处同样的字可以公开；否则别处还有就不能发出。</param>
public sealed record Covering(RedactionArea? Area, int? Paragraph, string? Text, bool OnlyHere);
