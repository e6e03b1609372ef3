using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Data.Acts;
using Gongkai.Law;

namespace Gongkai.Data.Backup;

/// <summary>正在写的备份文件：一个 ZIP，边写边算散列，清单写在最后。</summary>
internal sealed class BackupWriter : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly ImmutableArray<BackupEntry>.Builder _entries = ImmutableArray.CreateBuilder<BackupEntry>();

    public BackupWriter(Stream output) => _zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

    public async Task Add(string name, Func<Stream, Task> write)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = _zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        await using var counted = new HashingStream(target, hash);
        await write(counted);
        _entries.Add(new BackupEntry(name, counted.Length, Convert.ToHexStringLower(hash.GetHashAndReset())));
    }

    public BackupManifest Finish(Engine engine, int schema, DateTimeOffset at, string auditKey, bool withAttachments)
    {
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, engine, schema, at, auditKey, withAttachments, _entries.ToImmutable());
        using var stream = _zip.CreateEntry(BackupManifest.FileName).Open();
        using var text = new StreamWriter(stream);
        text.Write(ActJson.Of(manifest));
        return manifest;
    }

    public void Dispose() => _zip.Dispose();
}

/// <summary>打开来恢复的备份文件。</summary>
internal sealed class BackupReader : IDisposable
{
    private readonly ZipArchive _zip;

    private BackupReader(ZipArchive zip, BackupManifest manifest) => (_zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    public static Outcome<BackupReader> Open(string path)
    {
        if (!File.Exists(path)) return new Refusal(Say($"找不到备份文件：{path}。", $"there is no backup file {path}."));
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            if (zip.GetEntry(BackupManifest.FileName) is { } entry)
            {
                using var text = new StreamReader(entry.Open());
                var manifest = ActJson.Read<BackupManifest>(text.ReadToEnd());
                if (manifest is { Format: BackupManifest.CurrentFormat, Entries.IsDefault: false }) return new BackupReader(zip, manifest);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException)
        {
            // 与没有清单同样处理。
        }

        zip?.Dispose();
        return new Refusal(Say($"{path} 不是完整的备份文件。", $"{path} is not a complete backup file."));
    }

    /// <summary>逐个部分核对长度与散列；全对的为空。</summary>
    public async Task<Refusal?> Check(CancellationToken cancel)
    {
        foreach (var entry in Manifest.Entries)
        {
            if (_zip.GetEntry(entry.Name) is not { } part || part.Length != entry.Length) return Damaged(entry);
            try
            {
                await using var stream = part.Open();
                if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel)) != entry.Hash) return Damaged(entry);
            }
            catch (InvalidDataException)
            {
                return Damaged(entry);
            }
        }

        return null;
    }

    public Stream Open(BackupEntry entry) => _zip.GetEntry(entry.Name)!.Open();

    public void Dispose() => _zip.Dispose();

    private static Refusal Damaged(BackupEntry entry) => new(Say($"备份文件已损坏：{entry.Name} 与清单不符，没有恢复。",
        $"the backup file is damaged: {entry.Name} does not match its list; nothing was restored."));
}
