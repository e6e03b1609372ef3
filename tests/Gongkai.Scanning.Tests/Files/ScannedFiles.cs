using System.IO.Compression;
using System.Text;
using Gongkai.Documents;

namespace Gongkai.Scanning.Tests.Files;

/// <summary>扫描一份内容；把几个文件装进 zip。</summary>
internal static class ScannedFiles
{
    public static IReadOnlyList<ScanFinding> Scan(byte[] content, string name)
    {
        var outcome = FileScanner.Scan(content, name, ReadLimits.Default, ScanOptions.Default, CancellationToken.None);
        return outcome.Succeeded ? outcome.Value : throw new InvalidOperationException($"{name}：{outcome.Refusal!.Reason}");
    }

    /// <summary>只留一种发现，写成“级别 出处”。</summary>
    public static IEnumerable<string> Of(this IReadOnlyList<ScanFinding> findings, ScanKind kind) =>
        findings.Where(finding => finding.Kind == kind).Select(finding => $"{finding.Severity} {finding.Where}");

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }

        return file.ToArray();
    }

    public static byte[] Zip(params (string Name, string Content)[] files) =>
        Zip([.. files.Select(one => (one.Name, Encoding.UTF8.GetBytes(one.Content)))]);
}
