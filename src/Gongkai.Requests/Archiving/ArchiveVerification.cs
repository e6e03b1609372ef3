using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Law;
using static Gongkai.Law.Wording.Speech;

namespace Gongkai.Requests.Archiving;

/// <summary>核对归档包的结果。</summary>
/// <param name="Manifest">包里的清单。</param>
/// <param name="Faults">不对的各处，一处一句；都对的是空的。</param>
public sealed record ArchiveReport(ArchiveManifest Manifest, ImmutableArray<string> Faults);

/// <summary>核对归档包：每个文件的散列、整张单子的散列，少了的、多出来的。不解到磁盘上。</summary>
public static class ArchiveVerification
{
    private const long LargestManifest = 8L << 20;

    private static readonly string[] Besides = [ArchiveManifest.Path, "SHA256SUMS", "index.html"];

    /// <summary>核对。不是归档包的、读不出的，一句话说明。</summary>
    public static Outcome<ArchiveReport> Verify(Stream package)
    {
        try
        {
            using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry(ArchiveManifest.Path) is not { Length: <= LargestManifest } listed) return NoPackage;
            using var json = listed.Open();
            return JsonSerializer.Deserialize<ArchiveManifest>(json, ArchiveManifest.Json) is { Files.IsDefault: false } manifest ? new ArchiveReport(manifest, [.. Faults(zip, manifest)]) : NoPackage;
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or IOException or NotSupportedException)
        {
            return NoPackage;
        }
    }

    private static Refusal NoPackage => new(Say("这不是归档包，或者坏了。", "this is no archive package, or it is damaged."));

    private static IEnumerable<string> Faults(ZipArchive zip, ArchiveManifest manifest)
    {
        if (ArchiveManifest.HashOf(manifest.Files) != manifest.ListHash) yield return Say("清单被改过：整张单子的散列对不上", "the manifest was changed: the hash of its list does not match");
        foreach (var file in manifest.Files)
            if (zip.GetEntry(file.Path) is not { } entry) yield return Say($"少了 {file.Path}", $"missing: {file.Path}");
            else if (entry.Length != file.Length || HashOf(entry, file.Length) != file.Hash) yield return Say($"改过 {file.Path}", $"changed: {file.Path}");
        foreach (var same in zip.Entries.GroupBy(entry => entry.FullName, StringComparer.Ordinal))
            if (same.Count() > 1) yield return Say($"有两个 {same.Key}", $"twice: {same.Key}");
            else if (!Besides.Contains(same.Key) && manifest.Files.All(file => file.Path != same.Key)) yield return Say($"多出 {same.Key}", $"not in the list: {same.Key}");
    }

    // 自称的长度之外还有的，不再读：夸大的压缩包不会读个没完。
    private static string? HashOf(ZipArchiveEntry entry, long length)
    {
        using var content = entry.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, read) = (new byte[1 << 16], 0L);
        while (content.Read(buffer) is var some and > 0)
        {
            if ((read += some) > length) return null;
            hash.AppendData(buffer, 0, some);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
