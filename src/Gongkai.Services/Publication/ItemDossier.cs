using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Findings;
using Gongkai.Publication.Matters;
using Gongkai.Publication.Review;

namespace Gongkai.Services.Publication;

/// <summary>一条信息的全部，给办理的人看。</summary>
/// <param name="Item">信息。</param>
/// <param name="ShortId">网址里的短号。</param>
/// <param name="Plan">本单位现在的审查程序；送审过的以信息里记的为准。</param>
/// <param name="Faults">所填各项的问题。</param>
/// <param name="Screening">最新一版的扫描和处置。</param>
/// <param name="MayDraft">此人此时可以改稿。</param>
/// <param name="Deadline">首次公开的期限；不主动公开的、没有生成日期的为空。</param>
/// <param name="Names">各人的姓名。</param>
/// <param name="Now">此刻。</param>
public sealed record ItemDossier(
    Item Item,
    string ShortId,
    ReviewPlan Plan,
    ImmutableArray<ItemFault> Faults,
    ItemScreening Screening,
    bool MayDraft,
    DisclosureDeadline? Deadline,
    ImmutableDictionary<Guid, string> Names,
    DateTimeOffset Now)
{
    /// <summary>最新一版各附件的查验，按原件的散列；还没有查完的不在其中。</summary>
    public required ImmutableDictionary<string, FileExamination> Examinations { get; init; }

    /// <summary>表里这个人的角色此时可以办的事；其中有的因他办过相邻的步、因内容还不行，说明为什么。</summary>
    public required ImmutableArray<PossibleAct> Acts { get; init; }

    /// <summary>最近一轮审查的各步。</summary>
    public required ImmutableArray<RoundStep> Round { get; init; }

    /// <summary>这一步在等谁；不等谁的是空的。</summary>
    public required ImmutableArray<StepHandler> Handlers { get; init; }

    /// <summary>到了时刻却没有发布成的理由；没有的为空。</summary>
    public string? TimingFault { get; init; }

    /// <summary>最新的一版归入事项清单的哪一项；没有归入的为空。</summary>
    public Matter? Matter { get; init; }

    /// <summary>并发的版本：页面带着它去办。</summary>
    public long Version => Item.Version;

    /// <summary>此人此时可以办的事。</summary>
    public IEnumerable<ReviewAction> Permitted => Acts.Where(act => act.Why is null).Select(act => act.Action);

    /// <summary>最新的一版现在发布了，公众会看到的样子；没有公开的也可以这样看，只给有权查看的人。</summary>
    /// <param name="unitName">单位的名称。</param>
    public PublicItem AsPublished(string unitName)
    {
        var (draft, metadata) = (Item.Latest.Draft, Item.Latest.Draft.Metadata);
        var entry = new CatalogueEntry(
            ShortId, metadata.Title, metadata.Description, Item.Index?.Value, Item.Unit, unitName, metadata.DisclosureCategory, metadata.DocumentNumber?.ToString(), metadata.CreatedOn,
            Item.State.FirstPublishedAt ?? Now, Now) { Aspects = draft.Aspects };
        return new PublicItem(entry, ReleasedFile.Show(draft, Screening.Released), []) { Matter = Matter };
    }

    /// <summary>一个人的姓名；系统办的写“系统”。</summary>
    public string NameOf(PersonId? person) => person is { } id ? Names.GetValueOrDefault(id.Value, "（已不在名册）") : "系统";
}

/// <summary>一个人此时可以办的一件事。</summary>
/// <param name="Action">办什么。</param>
/// <param name="Consequence">办了以后会怎样，一句话。</param>
/// <param name="Why">为什么此时不能办；可以办的为空。</param>
public sealed record PossibleAct(ReviewAction Action, string Consequence, Refusal? Why);

/// <summary>能办这一步的一个人。</summary>
/// <param name="Name">姓名。</param>
/// <param name="Role">角色的说法。</param>
/// <param name="Why">他为什么不能办这一步（办过相邻的一步、自己拟的稿）；可以办的为空。</param>
public sealed record StepHandler(string Name, string Role, Refusal? Why);
