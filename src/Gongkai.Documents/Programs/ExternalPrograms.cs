using System.Text;

namespace Gongkai.Documents.Programs;

/// <summary>读写文档要用的外部程序；缺了的，相应的格式会说明白，其余照常。</summary>
public static class ExternalPrograms
{
    public static ExternalProgram PdfToText { get; } = new("pdftotext", "poppler-utils", ("读 PDF 的文字", "to read the text of PDF files"), "-v") { Needed = true };

    public static ExternalProgram PdfToPixels { get; } = new("pdftoppm", "poppler-utils", ("把 PDF 的页变成图片，供光学识别", "to turn pages of PDF files into pictures for OCR"), "-v");

    public static ExternalProgram Qpdf { get; } = new("qpdf", "qpdf", ("看 PDF 里隐藏的内容，做净化副本", "to see what is hidden in PDF files and to make clean copies"), "--version") { Needed = true };

    public static ExternalProgram LibreOffice { get; } = new(
        "soffice", "libreoffice-writer-nogui libreoffice-calc-nogui", ("读 doc、wps、rtf、xls，写 PDF", "to read doc, wps, rtf and xls, and to write PDF"), "--version");

    public static ExternalProgram Tesseract { get; } = new(
        "tesseract", "tesseract-ocr tesseract-ocr-chi-sim", ("识别扫描件上的汉字", "to recognise Chinese characters in scans"), "--version");

    public static IReadOnlyList<ExternalProgram> All { get; } = [PdfToText, PdfToPixels, Qpdf, LibreOffice, Tesseract];

    /// <summary>逐个查看：装在哪里、什么版本、有什么不足。</summary>
    public static IReadOnlyList<ProgramProbe> Probe(CancellationToken cancel) => [.. All.Select(program => Probe(program, cancel))];

    private static ProgramProbe Probe(ExternalProgram program, CancellationToken cancel)
    {
        var path = program.Find();
        if (path is null) return new ProgramProbe(program, null, null, program.NotInstalled.Reason);
        var version = FirstLine(program, program.VersionArgument, cancel);
        if (version is null) return new ProgramProbe(program, path, null, Say($"{program.Name} 不能运行", $"{program.Name} cannot be run"));
        var problem = program == Tesseract && !RecognisesChinese(cancel)
            ? Say("没有简体中文的识别数据：请安装 tesseract-ocr-chi-sim", "there are no recognition data for simplified Chinese: install tesseract-ocr-chi-sim")
            : null;
        return new ProgramProbe(program, path, version, problem);
    }

    private static string? FirstLine(ExternalProgram program, string argument, CancellationToken cancel)
    {
        var text = Printed(program, argument, cancel);
        return text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
    }

    private static bool RecognisesChinese(CancellationToken cancel) =>
        Printed(Tesseract, "--list-langs", cancel)?.Split('\n', StringSplitOptions.TrimEntries).Contains("chi_sim") ?? false;

    // poppler 把版本写在标准错误上，其余写在标准输出上。
    private static string? Printed(ExternalProgram program, string argument, CancellationToken cancel)
    {
        using var run = ProgramRun.Of(new ProgramCall(program, [argument]) { Time = TimeSpan.FromSeconds(20) }, cancel);
        return run.Ending == ProgramEnding.Finished ? Encoding.UTF8.GetString(run.Output) + run.Errors : null;
    }
}

/// <summary>一个外部程序的状况。</summary>
/// <param name="Path">所在的完整路径；没有安装时为空。</param>
/// <param name="Version">它自己打印的版本。</param>
/// <param name="Problem">不足之处与补救办法；没有时为空。</param>
public sealed record ProgramProbe(ExternalProgram Program, string? Path, string? Version, string? Problem);
