using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Gongkai.Law;

namespace Gongkai.Documents.Text;

/// <summary>解码后的文字。</summary>
/// <param name="Text">不带字节顺序标记的文字。</param>
/// <param name="Remark">编码是推断出来的或有错字节时的备注。</param>
internal readonly record struct DecodedText(string Text, SourceRemark? Remark);

/// <summary>判定编码并解码：先看字节顺序标记，再看是否合法的 UTF-8，其余按解出来的字常用不常用来定。</summary>
internal static class TextDecoder
{
    private const int SampleBytes = 64 << 10;

    // 页面自称的编码在分数接近时算数，差得远时不信。
    private const double DeclarationBonus = 0.15;

    private const double MostControlShare = 0.02;

    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1C, 0x1D, 0x1E, 0x1F, 0x7F]);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    private static readonly Encoding Big5 = CodePagesEncodingProvider.Instance.GetEncoding(950)!;

    public static Outcome<DecodedText> Decode(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble))
            return new DecodedText(Encoding.UTF8.GetString(content[3..]), null);
        if (content.StartsWith(Encoding.Unicode.Preamble))
            return new DecodedText(Encoding.Unicode.GetString(content[2..]), null);
        if (content.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return new DecodedText(Encoding.BigEndianUnicode.GetString(content[2..]), null);
        var controls = CountControls(content[..Math.Min(content.Length, SampleBytes)]);
        if (controls == 0 && DecodeValidUtf8(content) is { } text) return new DecodedText(text, null);
        return Guess(content, controls);
    }

    /// <summary>合法的 UTF-8 的文字；不合法时为空。验证与解码是一遍，不先后各走一遍。</summary>
    private static string? DecodeValidUtf8(ReadOnlySpan<byte> content)
    {
        var buffer = ArrayPool<char>.Shared.Rent(content.Length);
        var status = Utf8.ToUtf16(content, buffer, out _, out var written, replaceInvalidSequences: false);
        var text = status == OperationStatus.Done ? new string(buffer, 0, written) : null;
        ArrayPool<char>.Shared.Return(buffer);
        return text;
    }

    private static Outcome<DecodedText> Guess(ReadOnlySpan<byte> content, int controls)
    {
        var sample = content[..Math.Min(content.Length, SampleBytes)];
        var declared = DeclaredEncoding.In(sample);
        var mostlyControls = controls > sample.Length * MostControlShare;
        Encoding[] candidates = mostlyControls
            ? [Encoding.Unicode, Encoding.BigEndianUnicode]
            : [Encoding.UTF8, Gb18030, Big5, Encoding.Unicode, Encoding.BigEndianUnicode];
        Encoding? best = null;
        var bestScore = double.NegativeInfinity;
        foreach (var candidate in candidates)
        {
            var score = CommonCharacters.Score(candidate.GetString(sample));
            if (candidate.CodePage == declared) score += DeclarationBonus;
            if (score <= bestScore) continue;
            best = candidate;
            bestScore = score;
        }

        if (best is null || double.IsNegativeInfinity(bestScore)) return Unreadable.Binary;
        var text = best.GetString(content);
        var errors = text.AsSpan().Count('\uFFFD');
        return new DecodedText(text, errors == 0 ? null : new SourceRemark(
            "encoding-errors", Say($"有 {errors} 处字节不合 {Caption(best)} 编码，读成了“\uFFFD”", $"{errors} places do not fit the {Caption(best)} encoding and were read as “\uFFFD”")));
    }

    private static int CountControls(ReadOnlySpan<byte> sample)
    {
        var count = 0;
        for (var at = sample.IndexOfAny(Controls); at >= 0; at = sample.IndexOfAny(Controls))
        {
            count++;
            sample = sample[(at + 1)..];
        }

        return count;
    }

    private static string Caption(Encoding encoding) => encoding.CodePage switch
    {
        54936 => "GB18030",
        950 => "Big5",
        1200 or 1201 => "UTF-16",
        _ => "UTF-8",
    };
}
