using Gongkai.Documents.Inspection;

namespace Gongkai.Scanning.FileDetectors;

/// <summary>被遮盖的文字：画一个黑块盖不住字，复制出来就是原文。</summary>
internal static class CoveredTextDetector
{
    public static FileDetector Instance { get; } = new(
        ScanKind.CoveredText,
        "PDF、OFD 里被黑块、白块、图片盖住的文字：把有字与没有字的页面各画一遍，画面没有变化的字就是看不见的",
        "错误：盖住的字仍在文件里，选中就能复制",
        "扫描件上识别出的文字层（字在图上看得见）",
        Find);

    private static IEnumerable<ScanFinding> Find(FileTraces traces) =>
        traces.Hidden.Where(hidden => hidden.How == HiddenHow.Covered).Select(hidden => new ScanFinding(
            ScanKind.CoveredText, ScanSeverity.Error, hidden.Where, Mask.Passage(hidden.Text), Say("字被盖住了，却没有删去：请在原稿里删去，或者公开净化副本",
                "the text was covered, not deleted: delete it in the original, or publish a clean copy")));
}
