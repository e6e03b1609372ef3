using Gongkai.Documents.Inspection;

namespace Gongkai.Scanning.FileDetectors;

/// <summary>嵌入对象：表格、文档、宏，双击就打开，里面往往是底稿。</summary>
internal static class EmbeddedObjectDetector
{
    private static readonly Dictionary<string, string> Captions = new(StringComparer.Ordinal)
    {
        ["package"] = "嵌入的文件", ["oleObject"] = "嵌入的对象", ["aFChunk"] = "并入的文档", ["vbaProject"] = "宏", ["control"] = "控件", ["activeXControlBinary"] = "控件",
    };

    public static FileDetector Instance { get; } = new(
        ScanKind.EmbeddedObject,
        "嵌入的文件、OLE 对象、并入的文档、宏、控件；打得开的接着往里查",
        "宏为错误；别的为警告：图表背后的底稿会整个公开",
        "普通的图片",
        Find);

    private static IEnumerable<ScanFinding> Find(FileTraces traces) =>
        traces.Embedded.Select(embedded => new ScanFinding(
            ScanKind.EmbeddedObject,
            embedded.Kind == "vbaProject" ? ScanSeverity.Error : ScanSeverity.Warning,
            embedded.Name,
            $"{Captions.GetValueOrDefault(embedded.Kind, "嵌入的对象")}：{Path.GetFileName(embedded.Name)}",
            "文件里嵌着别的文件：公开之前请改成图片或文字"));
}
