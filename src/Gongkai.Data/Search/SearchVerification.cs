using System.Collections.Immutable;
using Gongkai.Data.Acts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Search;

/// <summary>索引里的一处问题：哪一件，怎么不对。</summary>
public sealed record SearchFault(Subject Subject, string Message)
{
    public override string ToString() => Subject.Kind is null ? Message : Say($"{Subject.Kind} {Subject.Id}：{Message}", $"{Subject.Kind} {Subject.Id}: {Message}");
}

/// <summary>应当查得到的一件；只管在不在的，没有内容。</summary>
/// <param name="Entry">应有的内容；为空不比较。</param>
public sealed record ExpectedEntry(Subject Subject, SearchEntry? Entry);

/// <summary>核对检索索引：该查到的都在、内容与原文一样，不该查到的不在，引擎里的词片与各段的文字对得上。</summary>
public sealed class SearchVerification
{
    private readonly GongkaiDbContext _db;
    private readonly CancellationToken _cancel;
    private readonly IFullTextEngine _engine;
    private readonly HashSet<long> _expected = [];
    private readonly List<SearchFault> _faults = [];

    internal SearchVerification(GongkaiDbContext db, CancellationToken cancel) => (_db, _cancel, _engine) = (db, cancel, FullTextEngines.For(db));

    internal async Task<ImmutableArray<SearchFault>> Verify(IAsyncEnumerable<IReadOnlyList<ExpectedEntry>> expected)
    {
        await foreach (var batch in expected.WithCancellation(_cancel)) await Present(batch);
        await NothingElse();
        await Passages();
        return [.. _faults];
    }

    private async Task Present(IReadOnlyList<ExpectedEntry> batch)
    {
        var ids = batch.Select(expected => expected.Subject.Id).ToList();
        var rows = await _db.Set<SearchDocumentRow>().AsNoTracking().Where(row => ids.Contains(row.SubjectId)).ToListAsync(_cancel);
        var found = rows.ToDictionary(row => new Subject(row.SubjectKind, row.SubjectId));
        var texts = await Texts([.. rows.Select(row => row.Ordinal)]);
        foreach (var (subject, entry) in batch)
        {
            if (!found.TryGetValue(subject, out var row))
            {
                _faults.Add(new SearchFault(subject, Say("公开着，检索里却没有。", "published, but not in the search index.")));
                continue;
            }

            _expected.Add(row.Ordinal);
            if (entry is not null && !Agrees(row, texts[row.Ordinal], entry)) _faults.Add(new SearchFault(subject, Say("检索里的文字与公开的一版不一样。",
                "the text in the search index differs from the published version.")));
        }
    }

    private async Task<ILookup<long, SearchPassageRow>> Texts(List<long> documents) =>
        (await _db.Set<SearchPassageRow>().AsNoTracking().Where(row => documents.Contains(row.Document)).OrderBy(row => row.Id).ToListAsync(_cancel)).ToLookup(row => row.Document);

    private static bool Agrees(SearchDocumentRow row, IEnumerable<SearchPassageRow> passages, SearchEntry entry) =>
        row.Title == entry.Title && row.Facets == SearchFacetTokens.Of(entry)
        && passages.Select(passage => passage.Text).SequenceEqual(SearchPassages.Split(entry.Body).Prepend(entry.Title));

    private async Task NothingElse()
    {
        var rows = await _db.Set<SearchDocumentRow>().AsNoTracking().Select(row => new { row.Ordinal, row.SubjectKind, row.SubjectId }).ToListAsync(_cancel);
        _faults.AddRange(rows.Where(row => !_expected.Contains(row.Ordinal)).Select(row => new SearchFault(new Subject(row.SubjectKind, row.SubjectId), Say("已经不公开，检索里却还有。",
            "no longer published, but still in the search index."))));
    }

    // 引擎只存词片，由各段的文字重新切一遍来比；个数也要相同，多出来的是删漏了的。
    private async Task Passages()
    {
        var count = 0L;
        await foreach (var batch in SearchedPassages.Batches(_db, _cancel))
        {
            count += batch.Count;
            var differing = await _engine.Differing([.. batch.Select(one => one.Indexed)], _cancel);
            foreach (var (passage, document) in batch.Where(one => differing.Contains(one.Passage.Id)))
                _faults.Add(new SearchFault(new Subject(document.SubjectKind, document.SubjectId), Say($"第 {passage.Id % SearchPassages.PerDocument} 段的词片不在全文索引里，或者不对。",
                    $"the words of passage {passage.Id % SearchPassages.PerDocument} are missing from the full-text index, or wrong.")));
        }

        if (await _engine.Count(_cancel) is var indexed && indexed != count) _faults.Add(new SearchFault(default, Say($"全文索引有 {indexed} 段，应有 {count} 段。",
            $"the full-text index has {indexed} passages instead of {count}.")));
    }
}
