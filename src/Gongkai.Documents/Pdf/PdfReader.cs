using Gongkai.Law;

namespace Gongkai.Documents.Pdf;

internal static class PdfReader
{
    public static Outcome<SourceDocument> Read(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel) =>
        new Refusal("尚不支持这种格式");
}
