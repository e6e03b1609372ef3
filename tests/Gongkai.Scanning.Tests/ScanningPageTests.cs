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
             ├► 看痕迹（docx、xlsx、OFD 的各部件，PDF 的对象与画面，图片的标签） ─► 文件级的检测项
             ├► 批注、删去的、隐藏的、属性、页眉页脚、图形里的文字也照文字查
             └► 嵌入的文件、附件、压缩包往里查：至多五层、二百个、256 MB；没有查到的各报一个错误
        ```

        `gongkai scan 文件…`：错误使退出码为 1，有文件读不出为 2。摘录一律遮盖，原值不进入输出。
        旧式文档（doc、wps、rtf、xls、et、odt、ods）先经 LibreOffice 变成 docx、xlsx，文字与痕迹照新格式查，宏在原件里查。
        图片与没有文字层的 PDF 要装 tesseract 才查得到字；加了密的、打不开的、rar 与 7z，是一句说明，不当作没有问题。

        PDF 的结构由 qpdf 列出（坏了的由它修补），字由 pdftotext 读出。看不看得见靠画面：原样画一遍，去掉文字再画一遍，
        两遍没有差别的字就是看不见的，黑块、白块、图片、注释盖住的与白字、不可见的字都这样认；逐字比，所以一行里盖住一半也只报那一半。
        识别层（设为不可见、底下的图上有明有暗）不算。把图层全部打开、页面放大，多读出来的是不显示的图层与页面之外的字；
        截到每一次增量保存之前，读得出而现在没有的，是旧版本里的字。没有嵌入字体而机器上也没有字体的页，画不出字，会报成看不见。


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
