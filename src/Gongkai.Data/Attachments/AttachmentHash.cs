using System.Security.Cryptography;

namespace Gongkai.Data.Attachments;

/// <summary>内容的散列，也是附件的名字。</summary>
internal static class AttachmentHash
{
    private const int Digits = SHA256.HashSizeInBytes * 2;

    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>确是散列才用作路径，免得有人拿“../”来试。</summary>
    public static string Checked(string hash) =>
        hash.Length == Digits && hash.All(char.IsAsciiHexDigitLower) ? hash : throw new ArgumentException("不是附件的散列。", nameof(hash));
}
