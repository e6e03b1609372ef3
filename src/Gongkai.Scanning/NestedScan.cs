using System.Diagnostics;
using Gongkai.Documents;
using Gongkai.Documents.Inspection;

namespace Gongkai.Scanning;

/// <summary>往嵌入的文件与压缩包里查：层数、个数、字节与时间都有上限，没有查到的各报一个错误，绝不当作没有。</summary>
internal sealed class NestedScan(ReadLimits limits, ScanOptions options, CancellationToken cancel)
{
    /// <summary>文件套文件，最多往里查这么多层。</summary>
    private const int Deepest = 5;

    /// <summary>一次扫描里，各层合计最多往里查这么多个文件。</summary>
    private const int MostFiles = 200;

    /// <summary>一次扫描里，各层合计最多往里查这么多字节。</summary>
    private const long MostBytes = 256L << 20;

    private readonly long _started = Stopwatch.GetTimestamp();
    private int _depth;
    private int _files;
    private long _bytes;

    public ReadLimits Limits => limits;

    public ScanOptions Options => options;

    public CancellationToken Cancel => cancel;

    /// <summary>嵌入的文件里查出的，出处前面写上它的名字。</summary>
    public IEnumerable<ScanFinding> Into(FileTraces traces)
    {
        foreach (var embedded in traces.Embedded)
        {
            // 宏与脚本已经报了错误，内容不是给人看的。
            if (embedded.Kind is "vbaProject" or "script" or "xlMacrosheet" or "xlIntlMacrosheet") continue;
            cancel.ThrowIfCancellationRequested();
            var name = Path.GetFileName(embedded.Name.Replace('\\', '/'));
            if (WhyNot(embedded) is { } why)
            {
                yield return NotSeen(embedded.Name, name, why);
                continue;
            }

            _depth++;
            var inner = FileScanner.ScanOne(embedded.Content, name, this);
            _depth--;
            if (!inner.Succeeded) yield return NotSeen(embedded.Name, name, inner.Refusal!.Reason);
            else
                foreach (var finding in inner.Value)
                    yield return finding with { Where = Say($"{name}：{finding.Where}", $"“{name}”: {finding.Where}"), Offset = null };
        }
    }

    /// <summary>不往里查的理由；可以查的，算进合计，返回空。</summary>
    private string? WhyNot(EmbeddedFile embedded)
    {
        if (embedded.Content.Length == 0) return Say("太大，或者是空的", "too large, or empty");
        if (_depth >= Deepest) return Say($"套了 {Deepest} 层以上", $"nested more than {Deepest} levels");
        _files++;
        _bytes += embedded.Content.Length;
        if (_files > MostFiles) return Say($"嵌入的文件超过 {MostFiles} 个", $"more than {MostFiles} embedded files");
        if (_bytes > MostBytes) return Say($"嵌入的文件合计超过 {MostBytes >> 20} MB", $"embedded files of more than {MostBytes >> 20} MB together");
        return Stopwatch.GetElapsedTime(_started) > limits.Time + limits.ScannedTime ? Say("时间已经用完", "the time is used up") : null;
    }

    private static ScanFinding NotSeen(string where, string name, string why) => new(
        ScanKind.EmbeddedObject, ScanSeverity.Error, Say(where, $"“{where}”"), Mask.Passage(name), Say($"这个文件不能往里查，没有查过的不能公开：{why}",
            $"this file cannot be looked into, and what was not looked into must not be published: {why}"));
}
