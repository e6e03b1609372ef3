using System.Security.Cryptography;
using System.Text.Json;

namespace Gongkai.Data.Keys;

/// <summary>
/// 密钥文件：审计链、个人信息、盲索引各一串密钥。放在数据库之外，也不进备份：拿到库或备份的人没有它，既改不了记录，也读不出个人信息。
/// 丢了它，个人信息就读不出来，审计链也无从核对，所以要另行备份。
/// </summary>
public sealed class KeyFile
{
    private const int KeyBytes = 32;
    private const int IdBytes = 4;

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    private KeyFile(KeyRing audit, KeyRing personalData, KeyRing blindIndex)
    {
        Audit = audit;
        PersonalData = personalData;
        BlindIndex = blindIndex;
    }

    internal KeyRing Audit { get; }

    internal KeyRing PersonalData { get; }

    internal KeyRing BlindIndex { get; }

    /// <summary>读出密钥文件；没有就新做一个（首次启动）。</summary>
    /// <exception cref="InvalidDataException">文件在，但读不懂。</exception>
    public static KeyFile OpenOrCreate(string path) => File.Exists(path) ? Open(path) : Create(path);

    /// <summary>读出密钥文件。</summary>
    public static KeyFile Open(string path)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllText(path), JsonSerializerOptions.Web)
                ?? throw new JsonException();
            return new KeyFile(content.Audit.ToRing(), content.PersonalData.ToRing(), content.BlindIndex.ToRing());
        }
        catch (Exception exception) when (exception is JsonException or FormatException or NullReferenceException)
        {
            throw new InvalidDataException(Say($"密钥文件 {path} 读不懂：请从它的备份恢复。", $"the key file {path} cannot be read: restore it from its copy."), exception);
        }
    }

    /// <summary>新做一个密钥文件，只有本人可读；已有的不覆盖。</summary>
    public static KeyFile Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        Write(path, new Content(NewRing([]), NewRing([]), NewRing([])));
        return Open(path);
    }

    /// <summary>每种用途各加一把新密钥，从此用新的；旧的留着，读从前的记录。</summary>
    public static KeyFile Rotate(string path)
    {
        Open(path);
        var content = JsonSerializer.Deserialize<Content>(File.ReadAllText(path), JsonSerializerOptions.Web)!;
        var replacement = path + ".new";
        // 上一次换到一半停下的，那一把还没有用过。
        File.Delete(replacement);
        Write(replacement, new Content(NewRing(content.Audit.Keys), NewRing(content.PersonalData.Keys), NewRing(content.BlindIndex.Keys)));
        File.Move(replacement, path, overwrite: true);
        return Open(path);
    }

    private static void Write(string path, Content content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        JsonSerializer.Serialize(stream, content, Indented);
        stream.Flush(flushToDisk: true);
    }

    private static Ring NewRing(Dictionary<string, string> kept)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        return new Ring(id, new(kept) { [id] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)) });
    }

    private sealed record Content(Ring Audit, Ring PersonalData, Ring BlindIndex);

    private sealed record Ring(string Current, Dictionary<string, string> Keys)
    {
        public KeyRing ToRing()
        {
            var keys = Keys.ToDictionary(pair => pair.Key, pair => Convert.FromBase64String(pair.Value));
            if (keys.Values.Any(key => key.Length != KeyBytes)) throw new FormatException();
            return new KeyRing(Current, keys);
        }
    }
}
