using Gongkai.Law;

namespace Gongkai.Documents.Excel;

internal static class ExcelReader
{
    public static Outcome<SourceDocument> Read(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel) =>
        new Refusal("尚不支持这种格式");
}
