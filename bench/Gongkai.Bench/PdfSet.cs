using System.Security.Cryptography;
using Gongkai.Documents;
using Gongkai.Documents.Office;

namespace Gongkai.Bench;

/// <summary>一组 PDF：由各份 docx 经一次 LibreOffice 转成，存在临时目录里，docx 的内容不变就不再转。</summary>
internal static class PdfSet
{
    /// <returns>装着 PDF 的目录；没有装 LibreOffice、或者没有转成时为空。</returns>
    public static string? Prepare(byte[][] documents)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"gongkai-bench-{Version(documents)}");
        if (Directory.Exists(folder)) return folder;
        if (!OfficeConverter.IsInstalled) return null;
        Console.Error.WriteLine($"正在由 LibreOffice 把 {documents.Length} 份 docx 转成 PDF，只转这一次……");
        var limits = ReadLimits.Default with { Time = TimeSpan.FromMinutes(15) };
        var converted = OfficeConverter.ToPdf([.. documents.Select(document => (ReadOnlyMemory<byte>)document)], limits, CancellationToken.None);
        if (converted.Any(pdf => !pdf.Succeeded)) return null;

        // 先写在旁边，全部写完才改名：中断的一次不会被当作完整的一组。
        var unfinished = $"{folder}.{Environment.ProcessId}";
        Directory.CreateDirectory(unfinished);
        for (var index = 0; index < converted.Count; index++) File.WriteAllBytes(Path.Combine(unfinished, $"{index:0000}.pdf"), converted[index].Value);
        Directory.Move(unfinished, folder);
        return folder;
    }

    private static string Version(byte[][] documents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var document in documents) hash.AppendData(document);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
