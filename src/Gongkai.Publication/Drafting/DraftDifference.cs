using System.Collections.Immutable;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Columns;
using Gongkai.Publication.Matters;

namespace Gongkai.Publication.Drafting;

/// <summary>两版内容的差别：改了的各项、正文逐段、附件。</summary>
/// <param name="Fields">改了的各项，按填写的次序。</param>
/// <param name="Paragraphs">正文逐段的差别，相同的段也在其中；正文的文字没有改的是空的。</param>
/// <param name="OnlyLooks">正文的文字没有改，只改了标题、列表、表格一类的排法。</param>
/// <param name="Files">附件的增减、改名与次序。</param>
public sealed record DraftDifference(ImmutableArray<FieldDifference> Fields, ImmutableArray<ParagraphDifference> Paragraphs, bool OnlyLooks, ImmutableArray<FileDifference> Files)
{
    /// <summary>没有差别。</summary>
    public bool IsNone => Fields.IsEmpty && Paragraphs.IsEmpty && !OnlyLooks && Files.IsEmpty;

    /// <summary>由旧的一版到新的一版。</summary>
    /// <param name="nameOf">单位的名称。</param>
    /// <param name="columns">本单位的栏目。</param>
    /// <param name="matterOf">事项的名称。</param>
    public static DraftDifference Between(ItemDraft before, ItemDraft after, Func<UnitId, string?> nameOf, ColumnTree columns, Func<MatterId, string?> matterOf)
    {
        var fields = DraftText.Of(before, nameOf, columns, matterOf).Zip(DraftText.Of(after, nameOf, columns, matterOf))
            .Where(pair => pair.First.Text != pair.Second.Text)
            .Select(pair => new FieldDifference(pair.First.Caption, Pieces(pair.First.Text, pair.Second.Text)));
        var (old, now) = (before.Content, after.Content);
        var sameWords = old.Paragraphs.SequenceEqual(now.Paragraphs);
        return new DraftDifference([.. fields], sameWords ? [] : TextDifference.Between(old.Paragraphs, now.Paragraphs), sameWords && old.Html != now.Html, FilesOf(old.Attachments, now.Attachments));
    }

    // 各项都短，一律当作一段逐字比；多行的也并在一段里。
    private static ParagraphDifference Pieces(string before, string after) => (before.Length, after.Length) switch
    {
        (0, _) => new(DifferenceKind.Added, [], [new TextPiece(after, DifferenceKind.Added)]),
        (_, 0) => new(DifferenceKind.Removed, [new TextPiece(before, DifferenceKind.Removed)], []),
        _ => TextDifference.Between([OneLine(before)], [OneLine(after)])[0],
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static ImmutableArray<FileDifference> FilesOf(ImmutableArray<Attachment> before, ImmutableArray<Attachment> after)
    {
        var removed = before.Where(file => after.All(other => other.Id != file.Id)).Select(file => new FileDifference(DifferenceKind.Removed, file.FileName, null));
        var added = after.Where(file => before.All(other => other.Id != file.Id)).Select(file => new FileDifference(DifferenceKind.Added, null, file.FileName));
        var renamed = from file in before
                      let other = after.FirstOrDefault(other => other.Id == file.Id)
                      where other is not null && other.FileName != file.FileName
                      select new FileDifference(DifferenceKind.Changed, file.FileName, other.FileName);
        var stayed = before.Where(file => after.Any(other => other.Id == file.Id)).Select(file => file.Id);
        var moved = stayed.SequenceEqual(after.Where(file => before.Any(other => other.Id == file.Id)).Select(file => file.Id)) ? [] : new[] { new FileDifference(DifferenceKind.Same, null, null) };
        return [.. removed, .. added, .. renamed, .. moved];
    }
}

/// <summary>一项的差别。</summary>
/// <param name="Caption">项的名称。</param>
/// <param name="Text">旧的与新的，分成各片。</param>
public sealed record FieldDifference(string Caption, ParagraphDifference Text);

/// <summary>附件的差别：增、减、改名；种类为“相同”的一条表示只是次序变了。</summary>
/// <param name="Before">旧的名称；新增的为空。</param>
/// <param name="After">新的名称；去掉的为空。</param>
public sealed record FileDifference(DifferenceKind Kind, string? Before, string? After);
