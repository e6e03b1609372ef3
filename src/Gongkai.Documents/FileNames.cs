namespace Gongkai.Documents;

/// <summary>扩展名与内容不符时的备注。</summary>
internal static class FileNames
{
    private static readonly Dictionary<string, SourceFormat> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = SourceFormat.Text, [".md"] = SourceFormat.Text, [".markdown"] = SourceFormat.Text,
        [".json"] = SourceFormat.Json,
        [".html"] = SourceFormat.Html, [".htm"] = SourceFormat.Html, [".shtml"] = SourceFormat.Html,
        [".xhtml"] = SourceFormat.Html, [".mht"] = SourceFormat.Html, [".mhtml"] = SourceFormat.Html,
        [".docx"] = SourceFormat.Docx, [".docm"] = SourceFormat.Docx, [".dotx"] = SourceFormat.Docx,
        [".xlsx"] = SourceFormat.Xlsx, [".xlsm"] = SourceFormat.Xlsx,
        [".pdf"] = SourceFormat.Pdf, [".ofd"] = SourceFormat.Ofd,
        [".doc"] = SourceFormat.Office, [".wps"] = SourceFormat.Office, [".rtf"] = SourceFormat.Office,
        [".xls"] = SourceFormat.Office, [".et"] = SourceFormat.Office, [".odt"] = SourceFormat.Office,
        [".png"] = SourceFormat.Scanned, [".jpg"] = SourceFormat.Scanned, [".jpeg"] = SourceFormat.Scanned,
        [".tif"] = SourceFormat.Scanned, [".tiff"] = SourceFormat.Scanned,
    };

    public static SourceDocument Remark(SourceDocument document, string fileName)
    {
        var extension = Path.GetExtension(fileName);
        if (!ByExtension.TryGetValue(extension, out var expected) || Agrees(expected, document.Format)) return document;
        var remark = new SourceRemark(
            "wrong-extension", $"扩展名是 {extension}，内容却是{Caption(document.Format)}，已按内容读入");
        return document with { Remarks = [.. document.Remarks, remark] };
    }

    // 扫描件也常存成 PDF 或 OFD。
    private static bool Agrees(SourceFormat expected, SourceFormat actual) =>
        expected == actual || (actual == SourceFormat.Scanned && expected is SourceFormat.Pdf or SourceFormat.Ofd);

    private static string Caption(SourceFormat format) => format switch
    {
        SourceFormat.Text => "纯文本",
        SourceFormat.Json => " JSON",
        SourceFormat.Html => "网页（HTML）",
        SourceFormat.Docx => " Word 文档（docx）",
        SourceFormat.Xlsx => " Excel 工作簿（xlsx）",
        SourceFormat.Pdf => " PDF",
        SourceFormat.Ofd => " OFD",
        SourceFormat.Office => "旧式 Office 文档",
        _ => "图片",
    };
}
