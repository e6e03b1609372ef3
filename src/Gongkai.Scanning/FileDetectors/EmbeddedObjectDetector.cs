using Gongkai.Documents.Inspection;

namespace Gongkai.Scanning.FileDetectors;

/// <summary>嵌入对象：表格、文档、宏，双击就打开，里面往往是底稿。</summary>
internal static class EmbeddedObjectDetector
{
    private static readonly Dictionary<string, Bilingual> Captions = new(StringComparer.Ordinal)
    {
        ["package"] = ("嵌入的文件", "embedded file"), ["oleObject"] = ("嵌入的对象", "embedded object"), ["aFChunk"] = ("并入的文档", "merged document"), ["vbaProject"] = ("宏", "macro"), ["control"] = ("控件", "control"), ["activeXControlBinary"] = ("控件", "control"),
        ["xlMacrosheet"] = ("宏表", "macro sheet"), ["xlIntlMacrosheet"] = ("宏表", "macro sheet"), ["attachment"] = ("附件", "attachment"), ["script"] = ("脚本", "script"), ["trailing"] = ("接在图片后面的内容", "content after a picture"), ["entry"] = ("压缩包里的文件", "file in an archive"),
    };

    public static FileDetector Instance { get; } = new(
        ScanKind.EmbeddedObject,
        "嵌入的文件、OLE 对象、并入的文档、宏、控件，PDF 与 OFD 的附件、PDF 的脚本，塞进压缩包或接在图片后面的内容；打得开的接着往里查，压缩包至多五层",
        "宏与脚本、不能往里查的为错误；别的为警告：图表背后的底稿会整个公开",
        "普通的图片；压缩包里查得了的文件",
        Find);

    private static readonly string[] Dangerous = ["vbaProject", "xlMacrosheet", "xlIntlMacrosheet", "script"];

    private static IEnumerable<ScanFinding> Find(FileTraces traces) =>
        traces.Embedded.Where(embedded => embedded.Kind != "entry").Select(embedded => new ScanFinding(
            ScanKind.EmbeddedObject,
            Dangerous.Contains(embedded.Kind, StringComparer.Ordinal) ? ScanSeverity.Error : ScanSeverity.Warning,
            Say(embedded.Name, $"“{embedded.Name}”"),
            $"{Captions.GetValueOrDefault(embedded.Kind, Captions["oleObject"])}{Say("：", ": ")}{Path.GetFileName(embedded.Name)}",
            Say("文件里嵌着别的文件：公开之前请改成图片或文字", "other files are embedded in the file: turn them into pictures or text before publication")));
}
