using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Findings;
using Gongkai.Publication.Review;

namespace Gongkai.Publication.Drafting;

/// <summary>拟稿、改稿、分配索引号、审查：能不能做，做了发生什么。</summary>
public static class ItemDecisions
{
    /// <summary>新拟一条。公开方式在拟稿时就要选定。</summary>
    public static Outcome<Item> Create(ItemId id, UnitId unit, ItemDraft draft, PersonId by, DateTimeOffset at) =>
        Unnamed(draft) is { } fault ? fault : new Item(id, 1, unit, null, [new ItemVersion(1, draft, by, at)], []);

    /// <summary>改稿：另存一版。只在拟稿时可以；送审之后要先退回。没有改动的拒绝。</summary>
    public static Outcome<ItemVersion> Save(Item item, ItemDraft draft, PersonId by, DateTimeOffset at)
    {
        var step = item.State.Step;
        if (step != ReviewStep.Draft)
            return new Refusal(step is ReviewStep.Published or ReviewStep.Withdrawn
                ? "已经发布过的不能直接改：先“更正”，另拟新的版本，重新审查。"
                : $"“{step.Caption()}”时不能改稿：先退回或者撤回送审。");
        if (Unnamed(draft) is { } fault) return fault;
        return new ItemVersion(item.Latest.Number + 1, draft, by, at);
    }

    /// <summary>分配索引号：一经分配不再改变，机构变了也不变。</summary>
    public static Outcome<IndexNumber> Allocate(Item item, IndexPattern pattern, IndexIssuer issuer, DateOnly date, int lastSequence) =>
        item.Index is { } index ? new Refusal($"索引号 {index} 已经分配，不再改变。") : pattern.Next(issuer, date, lastSequence);

    /// <summary>最新一版所填各项的问题；没有是空的。</summary>
    /// <param name="item">信息。</param>
    /// <param name="publisher">发布机构在今天的情况；今天不存在的为空。</param>
    /// <param name="today">今天。</param>
    public static ImmutableArray<ItemFault> Faults(Item item, UnitFacts? publisher, DateOnly today)
    {
        var draft = item.Latest.Draft;
        var isActive = draft.Choice.Mode == DisclosureMode.Active;
        return
        [
            .. MetadataRules.Faults(draft.Metadata, isActive, publisher, today),
            .. DisclosureRules.Faults(draft.Choice),
            .. ResponsibilityRules.Faults(draft.Responsibility, draft.Metadata.Publisher),
            .. Body(draft.Content),
        ];
    }

    /// <summary>审查里的一件事。</summary>
    /// <param name="item">信息。</param>
    /// <param name="command">要做的事。</param>
    /// <param name="plan">本单位的程序。</param>
    /// <param name="publisher">发布机构在今天的情况；今天不存在的为空。</param>
    /// <param name="screening">最新一版的扫描和处置。</param>
    /// <param name="today">今天。</param>
    public static Outcome<ImmutableArray<ReviewEvent>> Decide(
        Item item, ReviewCommand command, ReviewPlan plan, UnitFacts? publisher, ItemScreening screening, DateOnly today) =>
        ReviewDecisions.Decide(item.State, command, FactsOf(item, plan, publisher, screening, today));

    /// <summary>审查要看的事实。</summary>
    public static ReviewFacts FactsOf(Item item, ReviewPlan plan, UnitFacts? publisher, ItemScreening screening, DateOnly today) => new()
    {
        Plan = plan,
        Drafters = item.Drafters,
        LatestVersion = item.Latest.Number,
        IsActive = item.Latest.Draft.Choice.Mode == DisclosureMode.Active,
        HasIndexNumber = item.Index is not null,
        Faults = Faults(item, publisher, today),
        Findings = screening.Unresolved,
        Attachments = item.Latest.Draft.Content.Attachments,
        Released = screening.Released,
    };

    private static Refusal? Unnamed(ItemDraft draft) => string.IsNullOrWhiteSpace(draft.Metadata.Title) ? new Refusal("要填名称。") : null;

    private static IEnumerable<ItemFault> Body(ItemContent content)
    {
        if (content.Attachments.IsEmpty && content.Paragraphs.All(string.IsNullOrWhiteSpace))
            yield return ItemFault.Blocking(ItemField.Body, "要有正文或者附件。");
        var mute = BodyPictures.In(content.Html).Count(picture => string.IsNullOrWhiteSpace(picture.Alt));
        if (mute > 0) yield return ItemFault.Blocking(ItemField.Body, $"正文里有 {mute} 张图片没有替代文字：看不见图片的人要靠它知道图上是什么。");
    }
}
