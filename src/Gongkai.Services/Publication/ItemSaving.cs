using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Data.Search;
using Gongkai.Publication.Drafting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication;

/// <summary>存信息：行、检索索引、公开内容的戳，在同一个事务里一起变。</summary>
internal static class ItemSaving
{
    public static async Task Save(ActScope scope, ItemRow row, Item item, CancellationToken cancel)
    {
        var shown = row.VisibleVersion;
        row.Take(item);
        if (row.VisibleVersion == shown) return;
        var subject = new Subject("item", row.Id);
        if (item.Shown is { } shownDraft)
        {
            var normative = await scope.Db.NormativeDocuments.AnyAsync(document => document.Item == row.Id, cancel);
            await scope.Search.Put(EntryOf(subject, item.Unit.Value, item.Index?.Value, shownDraft, normative), cancel);
        }
        else
        {
            await scope.Search.Remove(subject, cancel);
        }

        await PublicItemQueries.AdvanceStamp(scope.Db, cancel);
    }

    /// <summary>登记成规章、规范性文件了，或者不再是：检索里的分类随着改。看不见的不在检索里，什么也不做。</summary>
    public static async Task Classify(ActScope scope, Guid item, bool normative, CancellationToken cancel)
    {
        if (await PublicItemQueries.Visible(scope.Db).SingleOrDefaultAsync(row => row.Id == item, cancel) is not { } row) return;
        var version = await scope.Db.Set<ItemVersionRow>().AsNoTracking().SingleAsync(version => version.Item == item && version.Number == row.VisibleVersion, cancel);
        await scope.Search.Put(EntryOf(new Subject("item", item), row.Unit, row.IndexNumber, row.Shown(version), normative), cancel);
    }

    /// <summary>检索里应有的样子。</summary>
    /// <param name="visible">给公众看的内容：附件是公开的一份，原件的名称也不进检索。</param>
    /// <param name="normative">登记了的规章、规范性文件。</param>
    public static SearchEntry EntryOf(Subject subject, Guid unit, string? index, ItemDraft visible, bool normative)
    {
        var metadata = visible.Metadata;
        return new SearchEntry(
            subject,
            string.Join(' ', new[] { metadata.Title, metadata.DocumentNumber?.ToString(), index }.Where(text => text is not null)),
            string.Join('\n', visible.Content.Paragraphs.Prepend(metadata.Description).Concat(metadata.Keywords).Concat(visible.Content.Attachments.Select(attachment => attachment.FileName))),
            new SearchFacets
            {
                Unit = unit,
                Categories = metadata.DisclosureCategory is { } category ? [category] : [],
                Year = metadata.CreatedOn?.Year,
                Normative = normative,
            });
    }
}
