using System.Collections.Frozen;

namespace Gongkai.Data.Keys;

/// <summary>一种用途的各把密钥：新的用 <see cref="CurrentId"/> 那把，旧的留着，读从前的记录。</summary>
internal sealed class KeyRing
{
    private readonly FrozenDictionary<string, byte[]> _keys;

    public KeyRing(string currentId, IReadOnlyDictionary<string, byte[]> keys)
    {
        if (!keys.ContainsKey(currentId)) throw new InvalidDataException(Say($"密钥文件里没有当前的密钥 {currentId}。", $"the key file lacks the current key {currentId}."));
        CurrentId = currentId;
        _keys = keys.ToFrozenDictionary();
    }

    public string CurrentId { get; }

    public ReadOnlySpan<byte> Current => _keys[CurrentId];

    public IEnumerable<string> Ids => _keys.Keys.Order(StringComparer.Ordinal);

    /// <summary>按编号取密钥；没有这一把，返回假。</summary>
    public bool TryGet(string id, out ReadOnlySpan<byte> key)
    {
        var found = _keys.TryGetValue(id, out var bytes);
        key = bytes;
        return found;
    }
}
