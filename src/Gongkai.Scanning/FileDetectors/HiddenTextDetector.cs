using Gongkai.Documents.Inspection;

namespace Gongkai.Scanning.FileDetectors;

/// <summary>隐藏文字：看不见，复制、检索、换个软件打开就出来了。</summary>
internal static class HiddenTextDetector
{
    private static readonly Dictionary<HiddenHow, string> Captions = new()
    {
        [HiddenHow.Vanish] = "设为隐藏的文字",
        [HiddenHow.WebHidden] = "网页视图中隐藏的文字",
        [HiddenHow.White] = "写在白底上的白字",
        [HiddenHow.Tiny] = "不大于一磅的小字",
        [HiddenHow.Sheet] = "隐藏的工作表",
    };

    public static FileDetector Instance { get; } = new(
        ScanKind.HiddenText,
        "隐藏文字、网页视图中隐藏、白底上的白字（含灰白）、不大于一磅的字，隐藏的工作表；直接写的与由样式来的都算",
        "错误：公开的文件里不该有看不见的内容",
        "有底色的单元格、段落里的白字；只有空白的",
        Find);

    private static IEnumerable<ScanFinding> Find(FileTraces traces) =>
        traces.Hidden.Select(hidden => new ScanFinding(
            ScanKind.HiddenText, ScanSeverity.Error, hidden.Where, Mask.Passage(hidden.Text), $"{Captions[hidden.How]}：看不见，却会随文件公开"));
}
