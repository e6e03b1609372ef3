using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Data.PersonalData;

/// <summary>AES-256-GCM：随机数、标记、密文接成一串；附带的说明（属于谁、哪一项）参与认证，所以密文不能挪到别处用。</summary>
internal static class SealedBox
{
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, string context)
    {
        var box = new byte[NonceBytes + TagBytes + content.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(Nonce(box), content, Ciphertext(box), Tag(box), Encoding.UTF8.GetBytes(context));
        return box;
    }

    /// <exception cref="CryptographicException">密钥不对，或者内容被改过、挪过。</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, byte[] box, string context)
    {
        if (box.Length < NonceBytes + TagBytes) throw new CryptographicException("密文太短。");
        var content = new byte[box.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(Nonce(box), Ciphertext(box), Tag(box), content, Encoding.UTF8.GetBytes(context));
        return content;
    }

    private static Span<byte> Nonce(byte[] box) => box.AsSpan(0, NonceBytes);

    private static Span<byte> Tag(byte[] box) => box.AsSpan(NonceBytes, TagBytes);

    private static Span<byte> Ciphertext(byte[] box) => box.AsSpan(NonceBytes + TagBytes);
}
