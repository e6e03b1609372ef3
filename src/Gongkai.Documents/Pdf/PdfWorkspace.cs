using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Pdf;

/// <summary>查看或改写一个 PDF 时的临时文件夹：qpdf 与 poppler 在里面读写，用完即删；各程序的时间、内存与输出都有上限。</summary>
internal sealed class PdfWorkspace : IDisposable
{
    private const long MemoryBytes = 1L << 30;
    private const int LargestOutput = 256 << 20;

    /// <summary>qpdf 有警告但做成了。</summary>
    private const int DoneWithWarnings = 3;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gongkai-pdf-");
    private readonly ReadLimits _limits;
    private readonly CancellationToken _cancel;

    public PdfWorkspace(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel)
    {
        _limits = limits;
        _cancel = cancel;
        Source = Write("source.pdf", content.Span);
    }

    public ReadLimits Limits => _limits;

    public CancellationToken Cancel => _cancel;

    /// <summary>原件的路径。</summary>
    public string Source { get; }

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, ReadOnlySpan<byte> content)
    {
        var path = PathOf(name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>运行一个程序，取它的标准输出。</summary>
    public Outcome<byte[]> Run(ExternalProgram program, params IReadOnlyList<string> arguments) => Run(program, LargestOutput, arguments);

    /// <summary>运行一个程序，取它的标准输出；多于 <paramref name="most"/> 个字节就结束它。</summary>
    public Outcome<byte[]> Run(ExternalProgram program, int most, IReadOnlyList<string> arguments)
    {
        var call = new ProgramCall(program, arguments)
        {
            WorkingDirectory = _folder.FullName, Time = _limits.Time, MemoryBytes = MemoryBytes, OutputBytes = most,
        };
        using var run = ProgramRun.Of(call, _cancel);
        if (run.Ending == ProgramEnding.NotInstalled) return program.NotInstalled;
        if (run.Ending == ProgramEnding.TimedOut) return Unreadable.TooSlow(_limits.Time);
        if (run.Ending == ProgramEnding.TooMuchOutput) return new Refusal(Say("PDF 里的对象太多，不像正常的文档", "the PDF has too many objects for an ordinary document"));
        var done = run.ExitCode == 0 || (program == ExternalPrograms.Qpdf && run.ExitCode == DoneWithWarnings);
        return done ? run.Output.ToArray() : PdfFailure.Of(run.Errors);
    }

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // 刚被结束的程序可能还占着：留给系统清理临时目录。
        }
    }
}
