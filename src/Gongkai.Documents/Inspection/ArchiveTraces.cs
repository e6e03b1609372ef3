using Gongkai.Documents.Packages;
using Gongkai.Law;

namespace Gongkai.Documents.Inspection;

/// <summary>zip 压缩包：里面的文件各是一个嵌入的文件，接着往里查。</summary>
internal static class ArchiveTraces
{
    public static Outcome<FileTraces> Read(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        var opened = ZipParts.Open(content, limits);
        if (!opened.Succeeded) return opened.Refusal!;
        using var parts = opened.Value;
        try
        {
            return FileTraces.None with
            {
                Embedded =
                [
                    .. parts.Names.Where(name => !name.EndsWith('/')).Order(StringComparer.Ordinal)
                        .Select(name => new EmbeddedFile(name, "entry", ZipParts.Load(parts.Find(name)!, limits.BinaryBytes))),
                ],
            };
        }
        catch (Exception error) when (ZipParts.IsDamage(error))
        {
            return Unreadable.Damaged(Say("压缩包", "archive"));
        }
    }
}
