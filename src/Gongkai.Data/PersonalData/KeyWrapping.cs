using System.Security.Cryptography;
using Gongkai.Data.Acts;
using Gongkai.Data.Keys;

namespace Gongkai.Data.PersonalData;

/// <summary>数据密钥由主密钥包着；换主密钥时只要重包，不必重新加密每一项。</summary>
internal static class KeyWrapping
{
    public static PersonalKeyRow Wrap(KeyRing masters, Subject owner, byte[] key) => new()
    {
        OwnerKind = owner.Kind,
        OwnerId = owner.Id,
        MasterKeyId = masters.CurrentId,
        WrappedKey = SealedBox.Seal(masters.Current, key, Context(owner.Kind, owner.Id)),
    };

    public static byte[] Unwrap(KeyRing masters, PersonalKeyRow row) =>
        masters.TryGet(row.MasterKeyId, out var master)
            ? SealedBox.Open(master, row.WrappedKey, Context(row.OwnerKind, row.OwnerId))
            : throw new CryptographicException($"密钥文件里没有主密钥 {row.MasterKeyId}，个人信息读不出来。");

    /// <summary>改用当前的主密钥。</summary>
    public static void Rewrap(KeyRing masters, PersonalKeyRow row)
    {
        var key = Unwrap(masters, row);
        (row.MasterKeyId, row.WrappedKey) = (masters.CurrentId, SealedBox.Seal(masters.Current, key, Context(row.OwnerKind, row.OwnerId)));
    }

    private static string Context(string kind, string id) => $"key\n{kind}\n{id}";
}
