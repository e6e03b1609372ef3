namespace Gongkai.Documents;

/// <summary>读入的限度：超过任何一项，就用一句话拒绝，不占满内存，也不无休止地等。</summary>
public sealed record ReadLimits
{
    public static ReadLimits Default { get; } = new();

    /// <summary>文字类文件（txt、md、json、html）的最大字节数。</summary>
    public long TextBytes { get; init; } = 16L << 20;

    /// <summary>其他文件（pdf、docx、ofd……）的最大字节数。</summary>
    public long BinaryBytes { get; init; } = 64L << 20;

    /// <summary>压缩包内一个部件解开后的最大字节数。</summary>
    public long InflatedPartBytes { get; init; } = 64L << 20;

    /// <summary>压缩包全部解开后的最大字节数。</summary>
    public long InflatedTotalBytes { get; init; } = 128L << 20;

    /// <summary>压缩包内的最多部件数。</summary>
    public int Parts { get; init; } = 5_000;

    /// <summary>最多页数（PDF、OFD、扫描件）。</summary>
    public int Pages { get; init; } = 500;

    /// <summary>最多块数：行、段、表格与单元格合计。</summary>
    public int Blocks { get; init; } = 500_000;

    /// <summary>标记嵌套的最大深度（HTML、XML、JSON）。</summary>
    public int Depth { get; init; } = 512;

    /// <summary>光学识别的最多页数。</summary>
    public int ScannedPages { get; init; } = 60;

    /// <summary>光学识别一页的最长时间。</summary>
    public TimeSpan ScannedPageTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>光学识别一个文件的最长时间，另算，不受 <see cref="Time"/> 限制。</summary>
    public TimeSpan ScannedTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>读一个文件的最长时间（光学识别除外）。</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);
}
