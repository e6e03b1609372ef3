using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Ocr;

/// <summary>用 tesseract 识别图片上的汉字。</summary>
internal static class Recogniser
{
    private const long MemoryBytes = 1L << 30;

    // 通篇当作一块来认（6）：自动分栏（3）会把表格的数字列当成图片丢掉。
    private static readonly string[] Arguments = ["-", "-", "-l", "chi_sim", "--psm", "6", "tsv"];

    // 它自己的并行在小图上只是互相等待：实测两核上单线程快三倍。
    private static readonly KeyValuePair<string, string>[] OneThread = [new("OMP_THREAD_LIMIT", "1")];

    /// <param name="image">PNG、JPEG、TIFF 或 PGM 的内容。</param>
    /// <param name="scale">一像素合多少页面单位。</param>
    public static Outcome<List<RecognisedPage>> Recognise(
        ReadOnlyMemory<byte> image, double scale, ReadLimits limits, CancellationToken cancel)
    {
        var call = new ProgramCall(ExternalPrograms.Tesseract, Arguments)
        {
            Input = image,
            Environment = OneThread,
            Time = limits.ScannedPageTime,
            MemoryBytes = MemoryBytes,
        };
        using var run = ProgramRun.Of(call, cancel);
        if (run.Succeeded) return TsvScanner.Scan(run.Output, scale);
        return run.Ending switch
        {
            ProgramEnding.NotInstalled => ExternalPrograms.Tesseract.NotInstalled,
            ProgramEnding.TimedOut => new Refusal(Say($"识别一页超过 {limits.ScannedPageTime.TotalSeconds:0} 秒，已停止",
                $"recognising a page took more than {limits.ScannedPageTime.TotalSeconds:0} seconds and was stopped")),
            ProgramEnding.TooMuchOutput => Unreadable.Damaged(Say("图片", "picture")),
            _ => run.Errors.Contains("traineddata", StringComparison.Ordinal)
                ? new Refusal(Say("没有简体中文的识别数据：请安装 tesseract-ocr-chi-sim", "there are no recognition data for simplified Chinese: install tesseract-ocr-chi-sim"))
                : Unreadable.Damaged(Say("图片", "picture")),
        };
    }

    public static SourceRemark Remark(IEnumerable<RecognisedPage> pages)
    {
        var all = pages.ToList();
        return new SourceRemark(
            "ocr", Say($"没有文字层，由光学识别读出 {all.Sum(page => page.Words.Count)} 个词，其中 {all.Sum(page => page.Doubtful)} 个没有把握，请对照原件",
                $"there is no text layer; OCR read {all.Sum(page => page.Words.Count)} words, {all.Sum(page => page.Doubtful)} of them uncertain; compare with the original"));
    }
}
