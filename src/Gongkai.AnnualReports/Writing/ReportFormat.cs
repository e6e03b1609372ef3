namespace Gongkai.AnnualReports.Writing;

/// <summary>年报可以写成的格式。</summary>
public enum ReportFormat
{
    /// <summary>规范 JSON，见 docs/canonical-report.md。</summary>
    Json,

    /// <summary>一个自足的网页。</summary>
    Html,

    /// <summary>公文样式的 Word 文档。</summary>
    Docx,

    /// <summary>一张表一个工作表的 Excel 工作簿。</summary>
    Xlsx,

    /// <summary>带竖线表格的 Markdown。</summary>
    Markdown,

    /// <summary>由 docx 经 LibreOffice 转成。</summary>
    Pdf,
}

/// <summary>格式的扩展名与称呼。</summary>
public static class ReportFormats
{
    /// <summary>扩展名，也是命令行里的写法：docx、xlsx、html、pdf、json、md。</summary>
    public static string Extension(ReportFormat format) => format switch
    {
        ReportFormat.Json => "json",
        ReportFormat.Html => "html",
        ReportFormat.Docx => "docx",
        ReportFormat.Xlsx => "xlsx",
        ReportFormat.Markdown => "md",
        _ => "pdf",
    };

    /// <summary>由扩展名得格式；不认识时为空。</summary>
    public static ReportFormat? Named(string extension)
    {
        foreach (var format in Enum.GetValues<ReportFormat>())
            if (string.Equals(Extension(format), extension, StringComparison.OrdinalIgnoreCase)) return format;
        return null;
    }
}
