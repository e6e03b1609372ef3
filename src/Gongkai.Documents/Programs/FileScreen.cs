using Gongkai.Documents.Pdf;
using Gongkai.Law;

namespace Gongkai.Documents.Programs;

/// <summary>收外面来的文件以前先查一遍：由网站的设置给出的查毒命令，和 PDF 的页数。</summary>
public static class FileScreen
{
    private const string Place = "{file}";

    /// <summary>用一个命令查：内容写进临时文件，命令照着跑，退出码不是 0 的、跑不完的不收。</summary>
    /// <param name="command">程序与参数，空格隔开，不经过 shell；<c>{file}</c> 换成文件的路径，没有写的加在最后。</param>
    /// <param name="time">最长时间。</param>
    /// <param name="content">文件的内容。</param>
    /// <returns>不收的缘由；查过没有毛病的为空。</returns>
    public static Refusal? Refuse(string command, TimeSpan time, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var work = new PdfWorkspace(content, ReadLimits.Default, cancel);
        var arguments = words.Skip(1).Select(word => word.Replace(Place, work.Source, StringComparison.Ordinal)).ToList();
        if (!command.Contains(Place, StringComparison.Ordinal)) arguments.Add(work.Source);
        using var run = ProgramRun.Of(new ProgramCall(new ExternalProgram(words[0], words[0], ("查毒", "to look for malware"), "--version"), arguments) { Time = time }, cancel);
        return run.Succeeded ? null
            : run.Ending == ProgramEnding.Finished ? new Refusal("查毒没有通过，这个文件不收。")
            : new Refusal("查毒的程序没有跑成，暂时不能收文件：可以先不带文件提交，以后当面或者邮寄补交。");
    }

    /// <summary>PDF 有几页；读不了的（坏了、有口令、没有装 qpdf），说明为什么。</summary>
    public static Outcome<int> PdfPages(ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        using var work = new PdfWorkspace(content, ReadLimits.Default, cancel);
        var printed = work.Run(ExternalPrograms.Qpdf, "--show-npages", work.Source);
        if (!printed.Succeeded) return printed.Refusal!;
        return int.TryParse(System.Text.Encoding.ASCII.GetString(printed.Value).Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var pages)
            ? pages : new Refusal(Say("看不出 PDF 有几页", "the number of pages of the PDF cannot be told"));
    }
}
