using Gongkai.Documents.Inspection;

namespace Gongkai.Scanning.FileDetectors;

/// <summary>隐藏文字：看不见，复制、检索、换个软件打开就出来了。</summary>
internal static class HiddenTextDetector
{
    private static readonly Dictionary<HiddenHow, Bilingual> Captions = new()
    {
        [HiddenHow.Vanish] = ("设为隐藏的文字", "text set as hidden"),
        [HiddenHow.WebHidden] = ("网页视图中隐藏的文字", "text hidden in web view"),
        [HiddenHow.White] = ("写在白底上的白字", "white text on white"),
        [HiddenHow.Tiny] = ("不大于一磅的小字", "text of one point or less"),
        [HiddenHow.Sheet] = ("隐藏的工作表", "hidden sheet"),
        [HiddenHow.Row] = ("隐藏的行", "hidden row"),
        [HiddenHow.Column] = ("隐藏的列", "hidden column"),
        [HiddenHow.Format] = ("数字格式使它显示为空", "shown as blank by its number format"),
        [HiddenHow.Cache] = ("另存在文件里的旧数据", "old data kept in the file"),
        [HiddenHow.Layer] = ("不显示的图层里的文字", "text in a layer that is not shown"),
        [HiddenHow.OffPage] = ("页面之外的文字", "text outside the page"),
        [HiddenHow.OldVersion] = ("增量保存留下的旧版本里的文字", "text of an old version left by incremental saving"),
    };

    public static FileDetector Instance { get; } = new(
        ScanKind.HiddenText,
        "隐藏文字、网页视图中隐藏、白底上的白字（含灰白）、不大于一磅的字（直接写的与由样式来的都算）；Excel 隐藏的工作表、行、列，显示为空的数字格式，透视表与外部工作簿的缓存；PDF 不显示的图层、页面之外的字、增量保存留下的旧版本；OFD 不显示的字与图层",
        "错误：公开的文件里不该有看不见的内容",
        "有底色的单元格、段落里的白字；露出一部分的合并单元格；只有空白的",
        Find);

    private static IEnumerable<ScanFinding> Find(FileTraces traces) =>
        traces.Hidden.Where(hidden => hidden.How != HiddenHow.Covered).Select(hidden => new ScanFinding(
            ScanKind.HiddenText, ScanSeverity.Error, hidden.Where, Mask.Passage(hidden.Text), Say($"{Captions[hidden.How]}：看不见，却会随文件公开",
                $"{Captions[hidden.How]}: not to be seen, but published with the file")));
}
