using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Data.Audit;

/// <summary>
/// 封印：以库外的密钥，对“前一条的封印＋本条各项”做 HMAC-SHA256。没有密钥的人改一条、删一条、插一条，后面就都对不上。
/// 各项先写长度再写内容，所以挪动项与项的分界也算改动；项的次序是格式的一部分，不能变。
/// </summary>
internal static class AuditSeal
{
    public const int Bytes = HMACSHA256.HashSizeInBytes;

    /// <summary>第一条之前的封印。</summary>
    public static byte[] Start => new byte[Bytes];

    public static byte[] Of(ReadOnlySpan<byte> key, ReadOnlySpan<byte> previous, AuditRecord record)
    {
        var content = new ArrayBufferWriter<byte>(512);
        content.Write(previous);
        Append(content, record.Chain.ToString("D"));
        Append(content, record.Sequence.ToString());
        Append(content, record.At.ToUnixTimeMilliseconds().ToString());
        Append(content, record.ActorKind.ToString());
        Append(content, record.ActorId?.ToString("D"));
        Append(content, record.OnBehalfOf?.ToString("D"));
        Append(content, record.Act);
        Append(content, record.SubjectKind);
        Append(content, record.SubjectId);
        Append(content, record.Reason);
        Append(content, record.Changes);
        Append(content, record.KeyId);
        return HMACSHA256.HashData(key, content.WrittenSpan);
    }

    // 没有内容记作长度 -1，与空字符串分开。
    private static void Append(ArrayBufferWriter<byte> content, string? text)
    {
        var length = text is null ? -1 : Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32BigEndian(content.GetSpan(sizeof(int)), length);
        content.Advance(sizeof(int));
        if (text is not null) content.Advance(Encoding.UTF8.GetBytes(text, content.GetSpan(length)));
    }
}
