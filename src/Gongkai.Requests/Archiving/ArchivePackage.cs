using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongkai.Documents.Text;

namespace Gongkai.Requests.Archiving;

/// <summary>归档包里的一个文件。</summary>
/// <param name="Path">在包里的路径，用斜线。</param>
/// <param name="Title">是什么，一句话。</param>
/// <param name="Length">多少字节。</param>
/// <param name="Hash">内容的 SHA-256，小写十六进制。</param>
public sealed record ArchivedFile(string Path, string Title, long Length, string Hash);

/// <summary>归档包的清单：<c>manifest.json</c>。</summary>
/// <param name="Case">案号。</param>
/// <param name="Unit">哪个单位的。</param>
/// <param name="MadeAt">什么时刻做的。</param>
/// <param name="Files">各个文件，按路径；清单自己和目录页不在其中。</param>
/// <param name="ListHash">整张单子的 SHA-256：少了、添了、改了一个文件，就不同了。</param>
public sealed record ArchiveManifest(string Case, string Unit, DateTimeOffset MadeAt, ImmutableArray<ArchivedFile> Files, string ListHash)
{
    /// <summary>清单在包里的路径。</summary>
    public const string Path = "manifest.json";

    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>整张单子的散列：一行一个文件，散列、两个空格、路径，按路径；与 <c>SHA256SUMS</c> 的内容相同，可以用 sha256sum 核对。</summary>
    public static string HashOf(IEnumerable<ArchivedFile> files) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sums(files))));

    internal static string Sums(IEnumerable<ArchivedFile> files) => string.Concat(files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => $"{file.Hash}  {file.Path}\n"));
}

/// <summary>
/// 写归档包：一件案卷的全部，一个 ZIP，离线打得开，每个文件有散列。先收齐、算好单子的散列，留了记录，才往外写；
/// 大的文件到写的时候再取，一次只拿一个在内存里。条例第四十五条。
/// </summary>
public sealed class ArchiveWriter
{
    private const int LongestName = 80;

    private readonly List<(ArchivedFile File, Func<CancellationToken, Task<byte[]>> Load)> _files = [];
    private ArchiveManifest? _manifest;

    /// <summary>添一个文件。</summary>
    /// <param name="path">在包里的路径。</param>
    /// <param name="title">是什么。</param>
    public void Add(string path, string title, ReadOnlySpan<byte> content)
    {
        var kept = content.ToArray();
        Add(path, title, kept, _ => Task.FromResult(kept));
    }

    /// <summary>添一个到写的时候再取的文件。</summary>
    /// <param name="content">现在的内容，只算散列，不留着。</param>
    /// <param name="load">再取一次；内容变了的，写的时候出错。</param>
    public void Add(string path, string title, ReadOnlySpan<byte> content, Func<CancellationToken, Task<byte[]>> load) =>
        _files.Add((new ArchivedFile(path, title, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), load));

    /// <summary>添一张表：CSV，带 BOM，表格软件打得开。</summary>
    public void AddTable(string path, string title, IEnumerable<IReadOnlyList<string?>> rows) =>
        Add(path, title, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(',', row.Select(Quoted)) + "\r\n")))]);

    /// <summary>添一份 JSON。</summary>
    public void AddJson<T>(string path, string title, T value) => Add(path, title, JsonSerializer.SerializeToUtf8Bytes(value, ArchiveManifest.Json));

    /// <summary>收齐了，答复清单；还没有写。</summary>
    public ArchiveManifest Finish(string number, string unit, DateTimeOffset at)
    {
        var files = _files.Select(one => one.File).OrderBy(file => file.Path, StringComparer.Ordinal).ToImmutableArray();
        return _manifest = new ArchiveManifest(number, unit, at, files, ArchiveManifest.HashOf(files));
    }

    /// <summary>写出整个包：各个文件、单子、清单、目录页。先要收齐。</summary>
    /// <param name="output">写到哪里；写完不关。</param>
    /// <exception cref="InvalidDataException">再取的内容与算过散列的不同。</exception>
    public async Task Write(Stream output, CancellationToken cancel)
    {
        var manifest = _manifest ?? throw new InvalidOperationException("还没有收齐。");
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        foreach (var (file, load) in _files)
        {
            var content = await load(cancel);
            if (Convert.ToHexStringLower(SHA256.HashData(content)) != file.Hash) throw new InvalidDataException($"{file.Path} 取的时候变了。");
            await Write(zip, file.Path, content, cancel);
        }

        await Write(zip, "SHA256SUMS", Encoding.UTF8.GetBytes(ArchiveManifest.Sums(manifest.Files)), cancel);
        await Write(zip, ArchiveManifest.Path, JsonSerializer.SerializeToUtf8Bytes(manifest, ArchiveManifest.Json), cancel);
        await Write(zip, "index.html", Encoding.UTF8.GetBytes(ArchiveIndex.Write(manifest, [.. _files.Select(one => one.File)])), cancel);
    }

    /// <summary>外来的文件名去掉路径、控制字符，太长的截短：不能跑到包的外面去。</summary>
    public static string Safe(string name)
    {
        var kept = string.Concat(name.Where(letter => !char.IsControl(letter) && !"/\\:*?\"<>|".Contains(letter, StringComparison.Ordinal))).Trim(' ', '.');
        if (kept.Length > LongestName) kept = kept[..(LongestName - 10)] + System.IO.Path.GetExtension(kept) is { Length: <= LongestName } cut ? cut : kept[..LongestName];
        return kept.Length == 0 ? "未命名" : kept;
    }

    private static async Task Write(ZipArchive zip, string path, byte[] content, CancellationToken cancel)
    {
        await using var entry = await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(cancel);
        await entry.WriteAsync(content, cancel);
    }

    private static string Quoted(string? text)
    {
        var harmless = SpreadsheetText.Harmless(text) ?? "";
        return harmless.AsSpan().IndexOfAny(",\"\r\n") < 0 ? harmless : string.Create(CultureInfo.InvariantCulture, $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }
}
