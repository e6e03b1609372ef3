using System.Collections.Immutable;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Gongkai.Publication.Drafting;

/// <summary>两个版本的差别：先逐段比，改了的段再逐字比。</summary>
public static class TextDifference
{
    private static readonly SideBySideDiffBuilder Builder = new(Differ.Instance, LineChunker.Instance, CharacterChunker.Instance);

    /// <summary>由旧的各段与新的各段得出逐段的差别，相同的段也在其中。</summary>
    public static ImmutableArray<ParagraphDifference> Between(IEnumerable<string> before, IEnumerable<string> after)
    {
        var model = Builder.BuildDiffModel(string.Join('\n', before), string.Join('\n', after), ignoreWhitespace: false);
        return [.. model.OldText.Lines.Zip(model.NewText.Lines, Paragraph)];
    }

    private static ParagraphDifference Paragraph(DiffPiece before, DiffPiece after) => (before.Type, after.Type) switch
    {
        (ChangeType.Unchanged, _) => new(DifferenceKind.Same, Whole(before), Whole(after)),
        (ChangeType.Deleted, _) => new(DifferenceKind.Removed, Whole(before), []),
        (_, ChangeType.Inserted) => new(DifferenceKind.Added, [], Whole(after)),
        _ => new(DifferenceKind.Changed, Pieces(before, DifferenceKind.Removed), Pieces(after, DifferenceKind.Added)),
    };

    private static ImmutableArray<TextPiece> Whole(DiffPiece piece) => [new TextPiece(piece.Text ?? "", DifferenceKind.Same)];

    /// <summary>一段里的各片，相邻的同类合成一片。</summary>
    private static ImmutableArray<TextPiece> Pieces(DiffPiece line, DifferenceKind changed)
    {
        var pieces = ImmutableArray.CreateBuilder<TextPiece>();
        foreach (var part in line.SubPieces.Where(part => part.Text is not null))
        {
            var kind = part.Type == ChangeType.Unchanged ? DifferenceKind.Same : changed;
            if (pieces.Count > 0 && pieces[^1].Kind == kind) pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + part.Text };
            else pieces.Add(new TextPiece(part.Text, kind));
        }

        return pieces.ToImmutable();
    }
}

/// <summary>差别的种类。</summary>
public enum DifferenceKind
{
    /// <summary>相同。</summary>
    Same,

    /// <summary>新增。</summary>
    Added,

    /// <summary>删去。</summary>
    Removed,

    /// <summary>改动：只用于整段。</summary>
    Changed,
}

/// <summary>一段的差别。</summary>
/// <param name="Kind">种类。</param>
/// <param name="Before">旧的一段，分成各片；新增的段没有。</param>
/// <param name="After">新的一段，分成各片；删去的段没有。</param>
public sealed record ParagraphDifference(DifferenceKind Kind, ImmutableArray<TextPiece> Before, ImmutableArray<TextPiece> After);

/// <summary>一片文字。</summary>
/// <param name="Text">文字。</param>
/// <param name="Kind">相同、新增或者删去。</param>
public sealed record TextPiece(string Text, DifferenceKind Kind);
