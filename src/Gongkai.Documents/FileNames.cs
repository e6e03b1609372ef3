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
            "wrong-extension", Say($"扩展名是 {extension}，内容却是{Caption(document.Format)}，已按内容读入",
                $"the extension is {extension} but the content is {Caption(document.Format)}; it was read by its content"));
        return document with { Remarks = [.. document.Remarks, remark] };
    }

    // 扫描件也常存成 PDF 或 OFD。
    private static bool Agrees(SourceFormat expected, SourceFormat actual) =>
        expected == actual || (actual == SourceFormat.Scanned && expected is SourceFormat.Pdf or SourceFormat.Ofd);

    private static string Caption(SourceFormat format) => format switch
    {
        SourceFormat.Text => Say("纯文本", "plain text"),
        SourceFormat.Json => " JSON",
        SourceFormat.Html => Say("网页（HTML）", "a web page (HTML)"),
        SourceFormat.Docx => Say(" Word 文档（docx）", "a Word document (docx)"),
        SourceFormat.Xlsx => Say(" Excel 工作簿（xlsx）", "an Excel workbook (xlsx)"),
        SourceFormat.Pdf => " PDF",
        SourceFormat.Ofd => " OFD",
        SourceFormat.Office => Say("旧式 Office 文档", "an old Office document"),
        _ => Say("图片", "a picture"),
    };
}
