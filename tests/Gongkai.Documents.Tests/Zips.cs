using System.IO.Compression;
using System.Text;

namespace Gongkai.Documents.Tests;

/// <summary>在内存里做一个压缩包。</summary>
internal static class Zips
{
    public static byte[] Of(params IEnumerable<(string Name, string Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
                using (var part = archive.CreateEntry(name).Open())
                    part.Write(Encoding.UTF8.GetBytes(content));
        return stream.ToArray();
    }

    /// <summary>换掉一个部件，其余照旧。</summary>
    public static byte[] With(byte[] archive, string name, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(archive);
        using (var updated = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            updated.GetEntry(name)?.Delete();
            using var part = updated.CreateEntry(name).Open();
            part.Write(content);
        }

        return stream.ToArray();
    }
}
