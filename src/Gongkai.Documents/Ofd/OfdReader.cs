using Gongkai.Law;

namespace Gongkai.Documents.Ofd;

internal static class OfdReader
{
    public static Outcome<SourceDocument> Read(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel) =>
        new Refusal("尚不支持这种格式");
}
