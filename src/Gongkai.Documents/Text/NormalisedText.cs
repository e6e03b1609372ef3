using System.Buffers;

namespace Gongkai.Documents.Text;

/// <summary>归一的文字，每个字都指得回原文（见 <see cref="Normalisation"/>）。</summary>
public sealed class NormalisedText
{
    private readonly int[] _offsets;

    private NormalisedText(string source, string text, int[] offsets)
    {
        Source = source;
        Text = text;
        _offsets = offsets;
    }

    /// <summary>原文。</summary>
    public string Source { get; }

    /// <summary>归一后的文字。</summary>
    public string Text { get; }

    public int Length => Text.Length;

    public static NormalisedText Of(string source)
    {
        var characters = ArrayPool<char>.Shared.Rent(source.Length);
        var offsets = ArrayPool<int>.Shared.Rent(source.Length);
        try
        {
            var count = Normalisation.Apply(source, characters, offsets);
            return new NormalisedText(source, new string(characters, 0, count), offsets[..count]);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
            ArrayPool<int>.Shared.Return(offsets);
        }
    }

    /// <summary>归一文字第 <paramref name="index"/> 个字在原文里的位置；等于长度时，是最后一个字之后。</summary>
    public int SourceIndex(int index) =>
        index < _offsets.Length ? _offsets[index] : _offsets.Length == 0 ? 0 : _offsets[^1] + 1;

    /// <summary>归一文字的一段在原文里的起止（不含止），首尾不带空白。</summary>
    public (int Start, int End) SourceRange(int start, int length) => length == 0
        ? (SourceIndex(start), SourceIndex(start))
        : (_offsets[start], _offsets[start + length - 1] + 1);

    /// <summary>归一文字的一段所对应的原文。</summary>
    public string SourceText(int start, int length)
    {
        var (from, to) = SourceRange(start, length);
        return Source[from..to];
    }

    public override string ToString() => Text;
}
