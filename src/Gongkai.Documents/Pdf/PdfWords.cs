using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Pdf;

/// <summary>PDF 各页的词与方框，未经整理：比对看得见与看不见的文字用。</summary>
internal static class PdfWords
{
    public static Outcome<List<PlacedPage>> Read(PdfWorkspace work, string path)
    {
        var run = work.Run(ExternalPrograms.PdfToText, "-bbox", "-l", $"{work.Limits.Pages + 1}", path, "-");
        return run.Succeeded ? BoxScanner.Scan(run.Value, work.Limits.Pages + 1) : run.Refusal!;
    }

    /// <summary>有多少个字母、数字与汉字。</summary>
    public static int Letters(string text) => text.Count(char.IsLetterOrDigit);
}
