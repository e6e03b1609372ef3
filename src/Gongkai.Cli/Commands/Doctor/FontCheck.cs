using Gongkai.Documents.Programs;

namespace Gongkai.Cli.Commands.Doctor;

/// <summary>汉字字体：写 PDF 时要用；公文的字体没有，就用别的汉字字体代替。</summary>
internal static class FontCheck
{
    private static readonly Bilingual Name = ("汉字字体（写 PDF）", "Chinese fonts (to write PDF)");
    private const int Shown = 3;

    public static HealthCheck Run(CancellationToken cancel) => InstalledFonts.Chinese(cancel) switch
    {
        null => HealthCheck.Unusable("fonts", Name, false, null, Say("没有 fc-list，看不到字体：请安装 fontconfig", "there is no fc-list to list fonts: install fontconfig")),
        [] => HealthCheck.Missing("fonts", Name, false, Say("没有汉字字体，PDF 里的汉字会成为方框：请安装 fonts-noto-cjk，或公文字体（方正小标宋、仿宋_GB2312、黑体、楷体_GB2312）",
            "there is no Chinese font, so Chinese characters in PDF files would be boxes: install fonts-noto-cjk, or the fonts of official documents (“方正小标宋”, “仿宋_GB2312”, “黑体”, “楷体_GB2312”)")),
        var families => HealthCheck.Fine("fonts", Name, false, Say($"{families.Count} 种，例如 {string.Join("、", families.Take(Shown))}",
            $"{families.Count} fonts, for example {string.Join(", ", families.Take(Shown).Select(family => $"“{family}”"))}")),
    };
}
