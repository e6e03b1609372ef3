using System.Security.Cryptography;
using System.Text;
using Gongkai.Data.Keys;

namespace Gongkai.Data.PersonalData;

/// <summary>盲索引：值的 HMAC-SHA256，用来认“同一个人”。证件号码的可能并不多，所以一定要有密钥，光是散列会被逐个试出来。</summary>
internal static class BlindIndex
{
    public static byte[] Of(KeyFile keys, PersonalText text) => Of(keys.BlindIndex.Current, text);

    /// <summary>用现有的每一把密钥各算一个：换过密钥以后，从前存的也找得到。</summary>
    public static IReadOnlyList<byte[]> All(KeyFile keys, PersonalText text) =>
        [.. keys.BlindIndex.Ids.Select(id => keys.BlindIndex.TryGet(id, out var key) ? Of(key, text) : [])];

    private static byte[] Of(ReadOnlySpan<byte> key, PersonalText text) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{text.Kind}\n{text.Comparable()}"));
}
