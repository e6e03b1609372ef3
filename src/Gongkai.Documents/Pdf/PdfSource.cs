namespace Gongkai.Documents.Pdf;

/// <summary>PDF 的来处：内存里的内容，或磁盘上的完整路径。</summary>
internal readonly record struct PdfSource(ReadOnlyMemory<byte> Content, string? Path)
{
    /// <summary>交给 poppler 的文件参数；“-”是标准输入。</summary>
    public string Argument => Path ?? "-";

    public ReadOnlyMemory<byte>? Input => Path is null ? Content : null;
}
