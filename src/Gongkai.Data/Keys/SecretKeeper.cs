using System.Security.Cryptography;
using System.Text;
using Gongkai.Data.PersonalData;

namespace Gongkai.Data.Keys;

/// <summary>小件秘密的保管：动态口令的种子、网页的密钥，存进库里之前封上；钥匙在密钥文件里，拿到库的人读不出。</summary>
public sealed class SecretKeeper
{
    private const byte Separator = (byte)':';

    private readonly KeyRing _masters;

    internal SecretKeeper(KeyFile keys) => _masters = keys.PersonalData;

    /// <summary>封上。</summary>
    /// <param name="purpose">用途与属于谁，例如 <c>totp/</c> 加人员的标识；拆的时候要一样，所以挪到别人名下就拆不开。</param>
    /// <param name="content">内容。</param>
    public byte[] Seal(string purpose, ReadOnlySpan<byte> content) =>
        [.. Encoding.ASCII.GetBytes(_masters.CurrentId), Separator, .. SealedBox.Seal(Key(_masters.Current), content, purpose)];

    /// <summary>拆开。</summary>
    /// <exception cref="CryptographicException">不是这个用途封的，被改过，或者密钥文件里没有封它的那一把。</exception>
    public byte[] Open(string purpose, byte[] box)
    {
        var at = Array.IndexOf(box, Separator);
        if (at < 0) throw new CryptographicException("密文读不懂。");
        var id = Encoding.ASCII.GetString(box, 0, at);
        return _masters.TryGet(id, out var master)
            ? SealedBox.Open(Key(master), box[(at + 1)..], purpose)
            : throw new CryptographicException($"密钥文件里没有主密钥 {id}。");
    }

    /// <summary>是不是由当前的密钥封着；不是的，换过密钥以后要重封。</summary>
    public bool IsCurrent(ReadOnlySpan<byte> box) => box.StartsWith([.. Encoding.ASCII.GetBytes(_masters.CurrentId), Separator]);

    /// <summary>与从前存的散列是不是同一个内容：现有的每一把密钥都试，所以换过密钥，从前存的仍然认得。</summary>
    /// <param name="purpose">用途。</param>
    /// <param name="content">内容。</param>
    /// <param name="fingerprint">从前 <see cref="Fingerprint"/> 得的散列。</param>
    public bool Matches(string purpose, string content, ReadOnlySpan<byte> fingerprint)
    {
        var matches = false;
        foreach (var id in _masters.Ids)
        {
            if (_masters.TryGet(id, out var master)) matches |= CryptographicOperations.FixedTimeEquals(Hash(master, purpose, content), fingerprint);
        }

        return matches;
    }

    /// <summary>带密钥的散列：没有密钥文件的人不能逐个试出原文。日后核对用 <see cref="Matches"/>。</summary>
    /// <param name="purpose">用途。</param>
    /// <param name="content">内容。</param>
    public byte[] Fingerprint(string purpose, string content) => Hash(_masters.Current, purpose, content);

    private static byte[] Hash(ReadOnlySpan<byte> master, string purpose, string content) =>
        HMACSHA256.HashData(Key(master), Encoding.UTF8.GetBytes($"{purpose}\n{content}"));

    // 与个人信息用同一串主密钥，但各自推出不同的钥匙，互不相通。
    private static byte[] Key(ReadOnlySpan<byte> master)
    {
        var key = new byte[HMACSHA256.HashSizeInBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, key, [], "gongkai/secrets"u8);
        return key;
    }
}
