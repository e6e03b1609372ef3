using System.Collections.Concurrent;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Attachments;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Documents;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Findings;
using Gongkai.Scanning;

namespace Gongkai.Services.Publication.Findings;

/// <summary>
/// 附件的查验：扫描原件（文字、批注、修订、隐藏文字、属性、嵌入的文件），做净化副本，再扫描副本，结果存库。
/// 一样的内容、同一版扫描器只查一次；查一个可能要几分钟，所以在事务之外做，等不及的先走，下次来取。
/// </summary>
public sealed class FileExaminations(Database database, TimeProvider clock)
{
    /// <summary>页面、办理至多等这么久；没有查完的，说没有查完。</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly ReadLimits Limits = ReadLimits.Default;

    // 正在查的，与查好还没有存的：几个人同时打开一页，只查一次。
    private readonly ConcurrentDictionary<string, Lazy<Task<FileExamination>>> _underWay = new(StringComparer.Ordinal);

    // 查一个要占满一个核：同时只查一个，其余的等着。
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>把还没有查的查了，存好；到了 <paramref name="patience"/> 还没有查完的接着查，不等它。</summary>
    /// <param name="unit">记在哪个单位的审计链上。</param>
    /// <param name="files">哪些附件。</param>
    public async Task Ensure(UnitId unit, IReadOnlyCollection<Attachment> files, TimeSpan patience, CancellationToken cancel)
    {
        if (files.Count == 0) return;
        await using var db = database.CreateContext();
        var known = await FindingQueries.Examinations(db, files, ScannerVersion.Current, cancel);
        var until = clock.GetTimestamp();
        foreach (var file in files.Where(file => !known.ContainsKey(file.ContentHash)).DistinctBy(file => file.ContentHash))
        {
            var left = patience - clock.GetElapsedTime(until);
            try
            {
                var examination = await Examine(file).WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancel);
                await Store(unit, examination, cancel);
            }
            catch (TimeoutException)
            {
                return;
            }
        }
    }

    /// <summary>再查一遍：没有查成的，换了环境（例如装了光学识别）也许查得成。</summary>
    public async Task Again(UnitId unit, IReadOnlyCollection<Attachment> files, CancellationToken cancel)
    {
        foreach (var file in files.DistinctBy(file => file.ContentHash))
        {
            _underWay.TryRemove(file.ContentHash, out _);
            try
            {
                await Store(unit, await Examine(file).WaitAsync(Patience, cancel), cancel);
            }
            catch (TimeoutException)
            {
                return;
            }
        }
    }

    /// <summary>查一个，不存；正在查的、查好还没有存的，一起等。</summary>
    internal Task<FileExamination> Examine(Attachment file) =>
        _underWay.GetOrAdd(file.ContentHash, _ => new Lazy<Task<FileExamination>>(() => Task.Run(() => ExamineInTurn(file)))).Value;

    private async Task Store(UnitId unit, FileExamination examination, CancellationToken cancel)
    {
        var outcome = await database.Acts.Perform<string>(
            new Act("file.examine", Actor.System, new ChainId(unit.Value)),
            async scope =>
            {
                if (await scope.Db.FileExaminations.FindAsync([examination.Hash], cancel) is not { } row)
                    scope.Db.FileExaminations.Add(row = new FileExaminationRow { Hash = examination.Hash });
                row.Take(examination with { At = scope.Now });
                if (examination.Copy is { } copy) await scope.Attach(new AttachedFile(copy.Hash, copy.Size, FileKind.WithExtension(copy.Extension), ""), cancel);
                scope.Record(new Subject("file", examination.Hash), new
                {
                    scanner = examination.Scanner, errors = examination.Findings.Count(one => one.Finding.Severity == ScanSeverity.Error), copy = examination.Copy?.Hash, unseen = examination.Unseen,
                });
                return examination.Hash;
            },
            cancel);
        if (outcome.Succeeded) _underWay.TryRemove(examination.Hash, out _);
    }

    private async Task<FileExamination> ExamineInTurn(Attachment file)
    {
        await Turn.WaitAsync();
        try
        {
            return await ExamineNow(file);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // 读文件的办法都不抛；万一抛了，是没有查成，不是没有问题，也不能让案卷打不开。
            return new FileExamination(file.ContentHash, ScannerVersion.Current, clock.GetUtcNow()) { Unseen = "查的时候出了错，请换一种格式再传" };
        }
        finally
        {
            Turn.Release();
        }
    }

    private async Task<FileExamination> ExamineNow(Attachment file)
    {
        // 查的不是哪一个人的事：页面关了也查完，时间由限度管。
        var cancel = CancellationToken.None;
        var blank = new FileExamination(file.ContentHash, ScannerVersion.Current, clock.GetUtcNow());
        await using var stored = await database.Attachments.Open(file.ContentHash, cancel);
        if (stored is null) return blank with { Unseen = "附件的内容不见了，请管理员核对" };
        using var bytes = new MemoryStream();
        await stored.CopyToAsync(bytes, cancel);
        var content = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        var original = FileScanner.Scan(content, file.FileName, Limits, ScanOptions.Default, cancel);
        if (original.Refusal is { } unseen) return blank with { Unseen = unseen.Reason };
        var cleaned = CleanedCopy.Of(content, file.FileName, Limits, ScanOptions.Default, cancel);
        var kept = cleaned.Succeeded ? await Keep(cleaned.Value, cancel) : cleaned.Refusal!;
        return blank with
        {
            Findings = FileExamination.Compare(original.Value, kept.Succeeded ? cleaned.Value.Findings : null),
            Copy = kept.Succeeded ? kept.Value : null,
            WithoutCopy = kept.Refusal?.Reason,
        };
    }

    // 收副本与收附件同一道：限定大小，由内容判定种类。
    private async Task<Outcome<ProvenCopy>> Keep(CleanedCopy cleaned, CancellationToken cancel)
    {
        var accepted = await database.Attachments.Accept(new MemoryStream(cleaned.Content.ToArray(), writable: false), $"副本{cleaned.Extension}", cancel);
        return accepted.Refusal is { } refusal ? refusal
            : new ProvenCopy(accepted.Value.Hash, accepted.Value.Length, $".{accepted.Value.Kind.Code}", accepted.Value.Kind.MediaType, [.. cleaned.Removed]);
    }
}
