using Gongkai.Law;

namespace Gongkai.Documents.Office;

internal static class OfficeReader
{
    public static Outcome<SourceDocument> Read(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel) =>
        new Refusal("尚不支持这种格式");
}
