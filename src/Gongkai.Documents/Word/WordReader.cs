using Gongkai.Law;

namespace Gongkai.Documents.Word;

internal static class WordReader
{
    public static Outcome<SourceDocument> Read(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel) =>
        new Refusal("尚不支持这种格式");
}
