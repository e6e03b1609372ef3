using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Services.SigningIn;

/// <summary>Base32（RFC 4648，不补等号）：验证器的种子用它；给人抄的码也用它的字母，没有容易看错的 0、1、8。</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int GroupLength = 4;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var one in bytes)
        {
            buffer = (buffer << 8) | one;
            for (bits += 8; bits >= 5; bits -= 5) text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            buffer &= (1 << bits) - 1;
        }

        if (bits > 0) text.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>随机的码，四个一组，例如 <c>K7QX-M2PA-…</c>。</summary>
    public static string RandomCode(int groups) => Grouped(RandomNumberGenerator.GetString(Alphabet, groups * GroupLength));

    /// <summary>四个一组。</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>抄回来的码：不分大小写，不管横线和空白。</summary>
    public static string Plain(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
