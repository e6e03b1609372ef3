using Gongkai.Data.Acts;
using Gongkai.Data.Mapping;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Data.Search;
using Gongkai.Law;
using Gongkai.Publication.Drafting;

namespace Gongkai.Services.Publication;

/// <summary>存信息：行、检索索引、公开内容的戳，在同一个事务里一起变。</summary>
internal static class ItemSaving
{
    /// <summary>声明改的是哪一版；已经不是的，给出拒绝，做事的人据此得到两边的对照。</summary>
    public static Refusal? Stale(ActScope scope, AggregateRow row, long version)
    {
        scope.Expect(row, version);
        return row.Version == version ? null : new Refusal("已经不是您打开时的样子。");
    }

    public static async Task Save(ActScope scope, ItemRow row, Item item, CancellationToken cancel)
    {
        var shown = row.VisibleVersion;
        row.Take(item);
        if (row.VisibleVersion == shown) return;
        var subject = new Subject("item", row.Id);
        if (item.Visible is { } visible) await scope.Search.Put(EntryOf(subject, item, visible), cancel);
        else await scope.Search.Remove(subject, cancel);
        await PublicItemQueries.AdvanceStamp(scope.Db, cancel);
    }

    private static SearchEntry EntryOf(Subject subject, Item item, ItemVersion visible)
    {
        var metadata = visible.Draft.Metadata;
        return new SearchEntry(
            subject,
            string.Join(' ', new[] { metadata.Title, metadata.DocumentNumber?.ToString(), item.Index?.Value }.Where(text => text is not null)),
            string.Join('\n', visible.Draft.Content.Paragraphs.Prepend(metadata.Description).Concat(metadata.Keywords).Concat(visible.Draft.Content.Attachments.Select(attachment => attachment.FileName))),
            new SearchFacets
            {
                Audience = SearchAudience.Public,
                Unit = item.Unit.Value,
                Categories = metadata.DisclosureCategory is { } category ? [category] : [],
                Year = metadata.CreatedOn?.Year,
            });
    }
}
