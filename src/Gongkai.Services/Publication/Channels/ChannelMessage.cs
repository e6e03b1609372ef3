using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Law;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;

namespace Gongkai.Services.Publication.Channels;

/// <summary>发给一个账号的内容，格式见 docs/channels.md；只有公众看得见的一版，撤回的只说是哪一条、为什么。</summary>
/// <param name="Delivery">投递的编号；可能收到两次，凭它认得。</param>
/// <param name="Event">公开、更正、撤回。</param>
/// <param name="Sequence">这条信息的第几件事：小的晚到了，不要盖过大的。</param>
/// <param name="At">那件事的时刻。</param>
/// <param name="Note">给公众的说明；没有的为空。</param>
/// <param name="Account">发给哪个账号。</param>
/// <param name="Item">哪一条信息。</param>
internal sealed record ChannelMessage(Guid Delivery, string Event, int Sequence, DateTimeOffset At, string? Note, ChannelMessageAccount Account, ChannelMessageItem Item)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true,
    };

    /// <summary>由信息得出。</summary>
    /// <param name="row">哪一次投递。</param>
    /// <param name="unitName">公开单位的名称。</param>
    public static ChannelMessage Of(ChannelDeliveryRow row, ChannelAccount account, Item item, string unitName)
    {
        var happened = item.Events.First(one => one.Number == row.Event);
        var about = new ChannelMessageItem(item.Id.Value, ShortItemId.Of(item.Id.Value), item.Index?.Value);
        if (row.Kind != LedgerEntryKind.Withdrawal && item.Shown is { Metadata: var metadata, Content: var content })
        {
            about = about with
            {
                Title = metadata.Title, Description = metadata.Description, Unit = unitName, DocumentNumber = metadata.DocumentNumber?.ToString(), CreatedOn = metadata.CreatedOn,
                Category = metadata.DisclosureCategory is { } category ? DisclosureCategory.Find(category)?.Caption : null, Keywords = metadata.Keywords, FirstPublishedAt = item.State.FirstPublishedAt, Html = content.Html,
                Attachments = [.. content.Attachments.Select(file => new ChannelMessageFile(file.Id.Value, file.FileName, file.MediaType, file.Size, file.ContentHash))],
            };
        }

        var said = row.Kind switch { LedgerEntryKind.First => "published", LedgerEntryKind.Correction => "corrected", _ => "withdrawn" };
        return new ChannelMessage(row.Id, said, row.Event, row.At, happened.Text, new ChannelMessageAccount(account.Facts.Platform, account.Facts.Name), about);
    }

    /// <summary>写成 JSON，UTF-8。</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>写成一张网页：名称、著录项、正文、附件；图片与附件指向同一文件夹里的文件。撤回的没有网页。</summary>
    public string? ToPage()
    {
        if (Item.Title is not { } title) return null;
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Append(Escaped(title)).Append("</title>\n</head>\n<body>\n<h1>").Append(Escaped(title)).Append("</h1>\n<dl>\n");
        foreach (var (caption, text) in new[] { ("索引号", Item.IndexNumber), ("公开单位", Item.Unit), ("文号", Item.DocumentNumber), ("生成日期", Item.CreatedOn?.ToString(WrittenDate.Stored, CultureInfo.InvariantCulture)), ("说明", Note) })
            if (!string.IsNullOrEmpty(text)) page.Append("<dt>").Append(caption).Append("</dt><dd>").Append(Escaped(text)).Append("</dd>\n");
        page.Append("</dl>\n").Append(BodyPictures.Replace(Item.Html ?? "", (id, alt) => Files.FirstOrDefault(file => file.Id == id.Value) is { } file ? $"<img src=\"{file.Path}\" alt=\"{alt}\">" : "")).Append('\n');
        if (!Files.IsEmpty) page.Append("<ul>\n").AppendJoin("", Files.Select(file => $"<li><a href=\"{file.Path}\">{Escaped(file.Name)}</a></li>\n")).Append("</ul>\n");
        return page.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>各附件；撤回的没有。</summary>
    [JsonIgnore]
    public ImmutableArray<ChannelMessageFile> Files => Item.Attachments is { } files ? [.. files] : [];

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>发给哪个账号。</summary>
internal sealed record ChannelMessageAccount(string Platform, string Name);

/// <summary>哪一条信息；撤回的只有头三项。</summary>
/// <param name="ShortId">门户网址里的短号：<c>/i/短号</c>。</param>
internal sealed record ChannelMessageItem(Guid Id, string ShortId, string? IndexNumber)
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Unit { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? CreatedOn { get; init; }

    public string? Category { get; init; }

    public IReadOnlyList<string>? Keywords { get; init; }

    public DateTimeOffset? FirstPublishedAt { get; init; }

    public string? Html { get; init; }

    public IReadOnlyList<ChannelMessageFile>? Attachments { get; init; }
}

/// <summary>公开的一份附件。</summary>
internal sealed record ChannelMessageFile(Guid Id, string Name, string MediaType, long Size, string Sha256)
{
    /// <summary>在投放的文件夹里的位置：不用对方给的名字，只用标识和种类。</summary>
    public string Path => $"files/{Id:N}{Extension}";

    private string Extension => System.IO.Path.GetExtension(Name) is { Length: > 1 and <= 6 } extension && extension[1..].All(char.IsAsciiLetterOrDigit) ? extension.ToLowerInvariant() : "";
}
