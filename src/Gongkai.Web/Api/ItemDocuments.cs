using System.Collections.Immutable;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Services.Publication;
using Gongkai.Web.Portal;
using Gongkai.Web.Portal.Items;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Api;

/// <summary>接口给的一条，目录里的各项。</summary>
internal sealed record ItemSummary(
    string Id, string Url, string Title, string Description, string? IndexNumber, string? DocumentNumber, UnitReference Unit, string? Category, DateOnly? CreatedOn,
    DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt, IReadOnlyList<string> Aspects)
{
    public static ItemSummary Of(CatalogueEntry entry, HttpRequest request) => new(
        entry.ShortId, PortalAddress.Absolute(request, PortalAddress.OfItem(entry.ShortId)), entry.Title, entry.Description, entry.IndexNumber, entry.DocumentNumber,
        UnitReference.Of(entry.Unit, entry.UnitName, request), entry.Category, entry.CreatedOn, entry.PublishedAt, entry.UpdatedAt, [.. entry.Aspects.Each().Select(Openness.Code)]);
}

/// <summary>接口里提到的单位。</summary>
internal sealed record UnitReference(string Id, string Name, string Url)
{
    public static UnitReference Of(UnitId unit, string name, HttpRequest request) => new(PortalAddress.KeyOf(unit), name, PortalAddress.Absolute(request, PortalAddress.OfUnit(unit)));
}

/// <summary>接口给的目录的一页。</summary>
/// <param name="Next">下一页的地址；最后一页为空。</param>
internal sealed record ItemListDocument(int Count, bool CountIsCapped, int Page, int PageSize, string? Next, IReadOnlyList<ItemSummary> Items);

/// <summary>接口给的一条的全部。</summary>
internal sealed record ItemDocument(
    ItemSummary Item, string? Subject, string? Genre, string Mode, string Audience, ImmutableArray<string> Keywords, string Html, IReadOnlyList<AttachmentDocument> Attachments, IReadOnlyList<ChangeDocument> Changes, MatterDocument? Matter)
{
    public static ItemDocument Of(PublicItem item, HttpRequest request)
    {
        var (metadata, content, id) = (item.Draft.Metadata, item.Draft.Content, item.Entry.ShortId);
        return new ItemDocument(
            ItemSummary.Of(item.Entry, request), metadata.Subject is { } subject ? Gongkai.Publication.Catalogue.Subject.Find(subject)?.Path : null, metadata.Genre?.Caption(),
            item.Draft.Choice.Mode.Caption(), metadata.Audience, metadata.Keywords, ItemBody.Render(id, content),
            [.. content.Attachments.Select(file => new AttachmentDocument(file.FileName, file.MediaType, file.Size, file.ContentHash, PortalAddress.Absolute(request, PortalAddress.OfAttachment(id, file))))],
            [.. item.Changes.Select(change => new ChangeDocument(ApiAnswers.Name(change.Action), change.At, change.Note))],
            item.Matter is { } matter ? MatterDocument.Of(matter) : null);
    }
}

/// <summary>接口给的附件。</summary>
/// <param name="Sha256">内容的散列，下载以后可以核对。</param>
internal sealed record AttachmentDocument(string Name, string MediaType, long Size, string Sha256, string Url);

/// <summary>接口给的一次变动。</summary>
internal sealed record ChangeDocument(string Action, DateTimeOffset At, string? Note);
