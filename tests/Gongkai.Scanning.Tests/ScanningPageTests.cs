using System.Text;
using Gongkai.Testing;

namespace Gongkai.Scanning.Tests;

/// <summary>docs/scanning.md 由检测项的声明生成：找什么、怎样定级、什么不算。</summary>
public sealed class ScanningPageTests
{
    private const string Head =
        """
        # 扫描

        本页由检测项的声明生成，不要手改：`GONGKAI_UPDATE_DOCS=1 dotnet test tests/Gongkai.Scanning.Tests`。

        ```
        文件 ─► 读成块（与读年报同一套） ─► 接成一篇（行、格、页记着出处） ─► 文字的检测项
             └► 看痕迹（docx、xlsx 的各部件，PDF 的文件信息） ─► 文件级的检测项
                  └► 批注、删去的、隐藏的、页眉页脚里的文字也照文字查；嵌入的文件往里查，至多五层
        ```

        `gongkai scan 文件…`：错误使退出码为 1，有文件读不出为 2。摘录一律遮盖，原值不进入输出。
        doc、wps、rtf、xls 经 LibreOffice 转换，只查文字，不查原文件的痕迹；图片里的文字要装 tesseract 才查得到；
        PDF 的批注、附件、被遮盖的文字层，图片的拍摄位置，网页里不显示的元素，还没有查。


        """;

    [Fact]
    public void The_page_says_what_the_detectors_say()
    {
        var path = Repository.PathOf("docs", "scanning.md");
        var generated = Markdown();
        if (Environment.GetEnvironmentVariable("GONGKAI_UPDATE_DOCS") == "1") File.WriteAllText(path, generated, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        File.ReadAllText(path).ShouldBe(generated, "docs/scanning.md 与检测项不一致，重新生成：GONGKAI_UPDATE_DOCS=1 dotnet test tests/Gongkai.Scanning.Tests");
    }

    private static string Markdown()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        page.Append("| 种类 | 代号 | 找什么 | 怎样定级 | 什么不算 |\n|---|---|---|---|---|\n");
        foreach (var detector in TextScanner.Detectors) Row(detector.Kind, detector.Finds, detector.Grades, detector.Ignores);
        foreach (var detector in FileScanner.Detectors) Row(detector.Kind, detector.Finds, detector.Grades, detector.Ignores);
        return page.ToString();

        void Row(ScanKind kind, string finds, string grades, string ignores) =>
            page.Append($"| {kind.Caption()} | `{kind.Code()}` | {finds} | {grades} | {ignores} |\n");
    }
}
