using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Publication.Channels;

/// <summary>推送的签名：时刻、投递的编号与正文一起用约定的密钥算 HMAC-SHA256，所以改了内容、换了编号、拿从前的重放都认得出。</summary>
public static class WebhookSignature
{
    /// <summary>投递的编号在哪个头里；同一次投递再送，编号不变。</summary>
    public const string DeliveryHeader = "X-Gongkai-Delivery";

    /// <summary>签名的时刻在哪个头里：自 1970 年起的秒数。</summary>
    public const string TimestampHeader = "X-Gongkai-Timestamp";

    /// <summary>签名在哪个头里：<c>v1=</c> 加十六进制小写。</summary>
    public const string SignatureHeader = "X-Gongkai-Signature";

    /// <summary>签名。</summary>
    /// <param name="secret">约定的密钥，按 UTF-8。</param>
    /// <param name="at">时刻，精确到秒。</param>
    /// <param name="delivery">投递的编号。</param>
    /// <param name="body">正文。</param>
    public static string Of(string secret, DateTimeOffset at, Guid delivery, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeSeconds()}.{delivery:D}.")), .. body];
        return $"v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}
