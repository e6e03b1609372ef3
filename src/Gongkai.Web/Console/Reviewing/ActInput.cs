using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Law;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Reviewing;

/// <summary>一张审查的表单填的。打开的样子（<see cref="Seen"/>）一起交来：别人先办了，好把两边并排给人看。</summary>
public sealed record ActInput
{
    /// <summary>文字至多几个字。</summary>
    public const int LongestText = 2000;

    private const int LongestDocument = 200;
    private const int LongestKey = 64;

    /// <summary>看到的并发版本。</summary>
    public long Version { get; init; }

    /// <summary>打开时的样子。</summary>
    public SeenItem Seen { get; init; } = new(0, 0);

    /// <summary>提交的钥匙：双击只办一次。</summary>
    public string Key { get; init; } = "";

    public string? Text { get; init; }

    public string? Document { get; init; }

    /// <summary>定在什么时刻，照填的写法（北京时间）。</summary>
    public string? At { get; init; }

    public ImmutableArray<ReviewQuality> Confirmed { get; init; } = [];

    public ImmutableArray<Channel> Channels { get; init; } = [];

    /// <summary>还没有填过的。</summary>
    public static ActInput Fresh(ItemDossier dossier) => new()
    {
        Version = dossier.Version, Seen = SeenItem.Of(dossier.Item), Key = Guid.NewGuid().ToString("N"), Channels = [Channel.Website],
    };

    /// <summary>读交来的表单；钥匙、版本被改坏的当作没有，服务会说清楚。</summary>
    public static ActInput Read(IFormCollection form) => new()
    {
        Version = long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
        Seen = SeenItem.Parse(form["seen"]),
        Key = ((string?)form["key"])?.Trim() ?? "",
        Text = form["text"],
        Document = form["document"],
        At = form["at"],
        Confirmed = Many<ReviewQuality>(form["confirmed"]),
        Channels = Many<Channel>(form["channels"]),
    };

    /// <summary>凑成服务要的请求。</summary>
    public Outcome<ReviewRequest> ToRequest(ItemId item, ReviewAction action, ActFields fields)
    {
        if (Key.Length is 0 or > LongestKey) return new Refusal("表单不完整，请回到这一条重新打开再办。");
        if (Text?.Length > LongestText) return new Refusal($"{fields.Text ?? "说明"}不超过 {LongestText} 个字，现在有 {Text.Length} 个。");
        if (Document?.Length > LongestDocument) return new Refusal($"答复的文件不超过 {LongestDocument} 个字。");
        DateTimeOffset? at = null;
        if (fields.Time && !string.IsNullOrWhiteSpace(At))
        {
            if (!DateTime.TryParseExact(At, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return new Refusal("时刻要写成 2026-03-03T09:00 这样，北京时间。");
            at = LegalTime.StartOf(DateOnly.FromDateTime(local)) + local.TimeOfDay;
        }

        return new ReviewRequest(item, Version, action) { Text = Text, Document = Document?.Trim(), ScheduledFor = at, Confirmed = Confirmed, Channels = fields.Channels ? Channels : [] };
    }

    private static ImmutableArray<T> Many<T>(IEnumerable<string?> values)
        where T : struct, Enum => [.. values.SelectMany(value => value?.Split(',') ?? []).Select(value => Enum.TryParse<T>(value, out var parsed) && Enum.IsDefined(parsed) ? parsed : (T?)null).OfType<T>().Distinct()];
}

/// <summary>打开时的样子：内容的第几版，审查办到第几件事。两样都只添不改，所以凭它能还原那时的样子。</summary>
/// <param name="Versions">几版。</param>
/// <param name="Events">几件事。</param>
public sealed record SeenItem(int Versions, int Events)
{
    public static SeenItem Of(Item item) => new(item.Versions.Length, item.Events.Length);

    public static SeenItem Parse(string? text) =>
        text?.Split('.') is [var versions, var events]
        && int.TryParse(versions, NumberStyles.None, CultureInfo.InvariantCulture, out var one) && int.TryParse(events, NumberStyles.None, CultureInfo.InvariantCulture, out var other)
            ? new SeenItem(one, other) : new SeenItem(0, 0);

    /// <summary>那时的样子；说不出的（被改坏的）为空。</summary>
    public Item? In(Item now) => Versions >= 1 && Versions <= now.Versions.Length && Events <= now.Events.Length
        ? now with { Versions = now.Versions[..Versions], Events = now.Events[..Events] } : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Versions}.{Events}");
}
