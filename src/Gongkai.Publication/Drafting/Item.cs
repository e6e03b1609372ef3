using System.Collections.Immutable;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Findings;
using Gongkai.Publication.Matters;
using Gongkai.Publication.Review;

namespace Gongkai.Publication.Drafting;

/// <summary>信息的标识。</summary>
public readonly record struct ItemId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>附件的标识。</summary>
public readonly record struct AttachmentId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>信息：一条政府信息从拟稿到发布、更正、撤回的全部经历。各版本和各事件只添不改。</summary>
/// <param name="Id">标识。</param>
/// <param name="Version">并发的版本：每有一次保存、分配、审查加一，从 1 起；与内容的第几版无关。</param>
/// <param name="Unit">所属的单位。</param>
/// <param name="Index">索引号；还没有分配的为空。一经分配不再改变。</param>
/// <param name="Versions">内容的各版，由早到晚，至少一版。</param>
/// <param name="Events">审查的各件事，按先后。</param>
public sealed record Item(ItemId Id, int Version, UnitId Unit, IndexNumber? Index, ImmutableArray<ItemVersion> Versions, ImmutableArray<ReviewEvent> Events)
{
    /// <summary>最新的一版。</summary>
    public ItemVersion Latest => Versions[^1];

    /// <summary>各版用过的附件，每个一次，名称取最后一版的。</summary>
    public ImmutableArray<Attachment> Files => [.. Versions.Reverse().SelectMany(version => version.Draft.Content.Attachments).DistinctBy(file => file.Id)];

    /// <summary>审查到了哪一步，由事件算出。</summary>
    public ReviewState State => ReviewState.Of(Events);

    /// <summary>公众看得见的一版；没有的为空。</summary>
    public ItemVersion? Visible => State.Visible is { } number ? Versions.First(version => version.Number == number) : null;

    /// <summary>公众看到的内容：附件是公开的一份，不是原件；看不见的为空。</summary>
    public ItemDraft? Shown => Visible is { } visible ? ReleasedFile.Show(visible.Draft, State.Released) : null;

    /// <summary>这一轮里写过、改过稿的人：最近一次发布的版本之后的各版，以及最新的一版。</summary>
    public ImmutableHashSet<PersonId> Drafters => DraftersOf([.. Versions.Select(version => (version.Number, version.By))], Events);

    /// <summary>同 <see cref="Drafters"/>，不必取出各版的内容。</summary>
    /// <param name="versions">各版的号与写的人，由早到晚。</param>
    /// <param name="events">审查的各件事，按先后。</param>
    public static ImmutableHashSet<PersonId> DraftersOf(IReadOnlyList<(int Number, PersonId By)> versions, IEnumerable<ReviewEvent> events)
    {
        var published = events.LastOrDefault(happened => happened.To == ReviewStep.Published)?.Version ?? 0;
        return [.. versions.Where((version, at) => version.Number > published || at == versions.Count - 1).Select(version => version.By)];
    }

    /// <summary>添一版。</summary>
    public Item Apply(ItemVersion saved) => this with { Versions = Versions.Add(saved), Version = Version + 1 };

    /// <summary>添审查的事件。</summary>
    public Item Apply(IEnumerable<ReviewEvent> happened) => this with { Events = Events.AddRange(happened), Version = Version + 1 };

    /// <summary>写上分配的索引号。</summary>
    public Item Apply(IndexNumber allocated) => this with { Index = allocated, Version = Version + 1 };
}

/// <summary>内容的一版：写定之后不再改。</summary>
/// <param name="Number">第几版，从 1 起。</param>
/// <param name="Draft">内容。</param>
/// <param name="By">谁写的。</param>
/// <param name="At">时刻。</param>
public sealed record ItemVersion(int Number, ItemDraft Draft, PersonId By, DateTimeOffset At);

/// <summary>所拟的内容：元数据、公开方式、责任、正文和附件。</summary>
/// <param name="Metadata">目录元数据。</param>
/// <param name="Choice">公开方式的认定。</param>
/// <param name="Responsibility">公开的责任。</param>
/// <param name="Content">正文和附件。</param>
public sealed record ItemDraft(ItemMetadata Metadata, DisclosureChoice Choice, Responsibility Responsibility, ItemContent Content)
{
    /// <summary>适用的公开期限；一般的信息是二十个工作日。</summary>
    public DisclosureDeadlineId Deadline { get; init; } = DisclosureDeadlineId.General;

    /// <summary>指定的栏目的代码；空的随法定公开分类。</summary>
    public string? Column { get; init; }

    /// <summary>归入事项清单的哪一项；没有归入的为空。</summary>
    public MatterId? Matter { get; init; }

    /// <summary>五公开的标注。</summary>
    public OpennessAspects Aspects { get; init; }
}

/// <summary>正文和附件。</summary>
/// <param name="Html">正文，已经按允许的标签清洗；没有正文的为空串。</param>
/// <param name="Paragraphs">正文的纯文字，一段一项，供比较、检索和扫描。</param>
/// <param name="Attachments">附件，按显示的次序。</param>
public sealed record ItemContent(string Html, ImmutableArray<string> Paragraphs, ImmutableArray<Attachment> Attachments);

/// <summary>附件：文件存在别处，这里只记着它是哪一个。</summary>
/// <param name="Id">标识。</param>
/// <param name="FileName">给人看的文件名。</param>
/// <param name="ContentHash">内容的 SHA-256，十六进制小写。</param>
/// <param name="Size">字节数。</param>
/// <param name="MediaType">媒体类型，例如 application/pdf。</param>
public sealed record Attachment(AttachmentId Id, string FileName, string ContentHash, long Size, string MediaType);
