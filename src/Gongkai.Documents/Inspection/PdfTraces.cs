using System.Text;
using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Inspection;

/// <summary>PDF 的文件属性：由 poppler 的 pdfinfo 列出。没有装 pdfinfo 时为空（读 PDF 的文字时已经说过）。</summary>
internal static class PdfTraces
{
    /// <summary>说的是文件自己，不是人和单位。</summary>
    private static readonly string[] Names = ["Title", "Subject", "Keywords", "Author", "Creator", "Producer"];

    private const long MemoryBytes = 512L << 20;

    public static Outcome<FileTraces> Read(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel)
    {
        var call = new ProgramCall(ExternalPrograms.PdfInfo, ["-enc", "UTF-8", "-"]) { Input = content, Time = limits.Time, MemoryBytes = MemoryBytes };
        using var run = ProgramRun.Of(call, cancel);
        if (run.Ending == ProgramEnding.TimedOut) return Unreadable.TooSlow(limits.Time);
        if (run.Ending != ProgramEnding.Finished || run.ExitCode != 0) return FileTraces.None;
        return FileTraces.None with { Properties = [.. Encoding.UTF8.GetString(run.Output).Split('\n').Select(Property).OfType<FileProperty>()] };
    }

    private static FileProperty? Property(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !Names.Contains(line[..colon], StringComparer.Ordinal)) return null;
        return line[(colon + 1)..].Trim() is { Length: > 0 } value ? new FileProperty("info", line[..colon], value) : null;
    }
}
