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

        还查不到的：图表与照片画面里的小字（文档里的插图、PDF 有字的页上的插图不做光学识别），
        Word 表格样式铺了底色的白字（会误报成看不见），域代码里的外部引用，PDF 里没有挂在页上的对象。

        ## 净化副本

        `gongkai scan 文件 --clean 去处`：另写一份去掉了看不见的东西的副本，原件不动；写好以后再扫描一遍，
        文件级的发现一处也不许有，否则没有副本，只有一句说明。列出的是副本里剩下的（看得见的文字里的，要改原稿），退出码照它定。
        副本与原件的 SHA-256 都给出。程序里是 `CleanedCopy.Of`。

        | 格式 | 去掉 | 留下 | 做不成 |
        |---|---|---|---|
        | Word | 属性、自定义数据、批注、隐藏的、白的与一磅的字、嵌入的对象与文件、宏、控件、外部的模板与图片、指到内网的链接（字留着）、缩略图、插图的标签；修订全部接受 | 版式、页眉页脚、脚注、图表（不带底稿）、公开的链接 | 有没有展开的并入文档 |
        | Excel | 隐藏的工作表；隐藏行列与看不见的格的内容；公式换成算好的数；批注、名称（打印范围除外）、数据验证、外部链接、数据连接、透视表与缓存、宏、没有用到的共享字符串、属性 | 数、样式、合并、图表、条件格式、打印范围 | 工作表全是隐藏的；xlsb |
        | PDF | 文件信息、XMP、批注、附件、脚本、动作、图层、旧版本、没有用到的对象、签名的验证信息；有看不见的内容的页变成每英寸 200 点的图片，看得见的字重做成文字层 | 页面、公开的链接、书签、结构标记（没有页变成图片时）；表单与图章画到页面上 | 加密；内容流展不开；要变成图片的页超过 120 页 |
        | OFD | 文档信息、批注、附件、自定义标引、旧版本、不显示的与整个被盖住的文字 | 页面、字体、图片 | 有电子签名或签章；一行只盖住一部分；加密 |
        | 图片 | PNG、JPEG 的标签、说明、缩略图、接在后面的内容 | 像素一个不动，照片的方向 | TIFF |
        | 旧式文档 | 先变成 docx 或 xlsx，再照上面 | | 没有装 LibreOffice；加密 |

        压缩包与网页不净化。看得见的正文从不改动：正文里的身份证号要由人在原稿里处理。

        ## 证明

        `dotnet test tests/Gongkai.Scanning.Tests`：`PlanterTests` 每次用新的种子（打印出来，`GONGKAI_SEED=种子` 重来）把四百处以上的号码与密级标志埋进文字、
        docx、xlsx、PDF、OFD 的各个角落，查出的不得少于 99%；生成号码的算法另写一遍，与扫描器不是同一条路。`CleanedCopyTests` 把副本拆开找埋下的字，
        把没有藏东西的页面画出来与原件比（灰度差在 32 以上的像素不超过千分之二）。

        ## 速度

        `./gongkai bench scan --quick`，两核、机器闲着，一个工人；净化含再扫描一遍的证明：

        | 格式 | 只读 | 扫描 | 净化并证明 | 扫描一份 |
        |---|---|---|---|---|
        | txt（60 份，平均 7.6 KB） | 85.1 MB/秒 | 21.8 | 19.4 | 0.3 毫秒 |
        | docx（60 份，平均 11.9 KB） | 16.1 | 6.6 | 1.4 | 1.8 毫秒 |
        | xlsx（60 份，平均 12.4 KB） | 21.3 | 10.7 | 3.9 | 1.1 毫秒 |
        | ofd（60 份，平均 6.0 KB） | 5.9 | 3.6 | 2.0 | 1.6 毫秒 |
        | pdf（5 份，平均 385 KB，各五六页） | 12.1 | 0.95 | 0.43 | 396 毫秒 |

        PDF 慢在画两遍页面与启动外部程序；图片的时间就是光学识别的时间，没有量。



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
