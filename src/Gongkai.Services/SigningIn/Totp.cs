using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Services.SigningIn;

/// <summary>动态口令（TOTP，RFC 6238）：三十秒一变的六位数字，常见的验证器都认。</summary>
public static class Totp
{
    private const int SecretBytes = 20;
    private const int StepSeconds = 30;
    private const int Digits = 6;
    private const int Modulus = 1_000_000;

    // 手机的钟可以快慢一步。
    private const int Tolerance = 1;

    /// <summary>新的种子。</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>某一刻的口令，六位数字。</summary>
    public static string CodeAt(byte[] secret, DateTimeOffset now) => CodeOf(secret, StepOf(now));

    /// <summary>口令对不对；对的，给出它是第几步，用过的一步不能再用。</summary>
    /// <param name="lastStep">最近用过的一步；没有用过的为空。</param>
    public static long? Match(byte[] secret, string code, DateTimeOffset now, long? lastStep)
    {
        var typed = Encoding.ASCII.GetBytes(string.Concat(code.Where(char.IsAsciiDigit)));
        long? found = null;
        // 各步都比，不因为对上就停：快慢不泄露是哪一步。
        for (var step = StepOf(now) - Tolerance; step <= StepOf(now) + Tolerance; step++)
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(CodeOf(secret, step))) && (lastStep is not { } last || step > last)) found = step;
        return found;
    }

    /// <summary>给验证器扫的地址。</summary>
    /// <param name="issuer">系统的名称。</param>
    /// <param name="account">登录名。</param>
    public static string Address(byte[] secret, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={Base32.Encode(secret)}&issuer={Uri.EscapeDataString(issuer)}";

    private static long StepOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    private static string CodeOf(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // 验证器只认 HMAC-SHA1（RFC 6238 的默认）；这里用不到它抗碰撞。
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var at = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at)) & int.MaxValue;
        return (number % Modulus).ToString($"D{Digits}", CultureInfo.InvariantCulture);
    }
}
