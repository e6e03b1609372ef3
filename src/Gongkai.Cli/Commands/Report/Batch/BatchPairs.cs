using System.Text.Json;
using Gongkai.AnnualReports.Batch;
using Gongkai.AnnualReports.Model;
using Microsoft.Win32.SafeHandles;

namespace Gongkai.Cli.Commands.Report.Batch;

/// <summary>一个文件连着查的上年报告：文件与当时的大小。大小变了，就要重查。</summary>
internal sealed record PreviousFile(string File, long Size);

/// <summary>要做的一个文件；第二遍连上年报告一起查。</summary>
internal sealed record BatchTask(string File, PreviousFile? Previous = null);

/// <summary>
/// 第二遍：同一机关相邻两年的报告都在时，把后一年的连上前一年的再查一遍，跨年的规则才可判。
/// 机关与年度取自流水，上年报告也从流水里取，一次只取一份；查好的记上用的是哪一份，所以接着做时不重查。
/// </summary>
internal sealed class BatchPairs : IDisposable
{
    private readonly record struct Entry(string File, long Size, string? Agency, int Year, PreviousFile? Checked, long Start, int Length);

    private readonly SafeFileHandle _journal;
    private readonly List<Entry> _entries;
    private readonly Dictionary<string, Entry> _byFile = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Agency, int Year), Entry> _firsts = [];

    private BatchPairs(SafeFileHandle journal, List<Entry> entries)
    {
        _journal = journal;
        _entries = entries;
        foreach (var entry in entries.OrderBy(entry => entry.File, StringComparer.Ordinal))
        {
            _byFile[entry.File] = entry;
            // 同一机关同一年有几份的，用文件名在前的一份。
            if (entry.Agency is { } agency) _firsts.TryAdd((agency, entry.Year), entry);
        }
    }

    /// <summary>把排好的流水看一遍。</summary>
    /// <param name="path">reports.jsonl，每个文件一行。</param>
    public static BatchPairs Open(string path)
    {
        var entries = new List<Entry>();
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
            foreach (var (line, after) in JsonLines.Read(stream))
                entries.Add(EntryOf(line, after));
        return new BatchPairs(File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), entries);
    }

    /// <summary>还没有连着应当用的上年报告查过的文件。</summary>
    public List<BatchTask> Unchecked() =>
        [.. _entries.Select(entry => (entry.Checked, Task: new BatchTask(entry.File, PreviousOf(entry)))).Where(pair => pair.Checked != pair.Task.Previous).Select(pair => pair.Task)];

    /// <summary>取一份上年报告；几个工人可以同时取。</summary>
    public AnnualReport? Load(PreviousFile previous)
    {
        var entry = _byFile[previous.File];
        var line = new byte[entry.Length];
        if (RandomAccess.Read(_journal, line, entry.Start) < line.Length) return null;
        using var document = JsonDocument.Parse(line);
        var read = CanonicalJsonReader.Read(document.RootElement.GetProperty("report").GetRawText());
        return read.Succeeded ? read.Value : null;
    }

    public void Dispose() => _journal.Dispose();

    private PreviousFile? PreviousOf(Entry entry) =>
        entry.Agency is { } agency && _firsts.TryGetValue((agency, entry.Year - 1), out var before) ? new PreviousFile(before.File, before.Size) : null;

    private static Entry EntryOf(ReadOnlyMemory<byte> line, long after)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var report = root.GetProperty("report");
        var (agency, year) = (report.GetProperty("agency"), report.GetProperty("year"));
        var known = agency.ValueKind == JsonValueKind.String && year.ValueKind == JsonValueKind.Number;
        return new Entry(
            root.GetProperty("file").GetString()!,
            root.GetProperty("size").GetInt64(),
            known ? agency.GetString() : null,
            known ? year.GetInt32() : 0,
            root.TryGetProperty("previous", out var previous) ? new PreviousFile(previous.GetProperty("file").GetString()!, previous.GetProperty("size").GetInt64()) : null,
            after - line.Length - 1,
            line.Length);
    }
}
