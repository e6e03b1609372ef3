using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Law.Citations;
using Gongkai.Law.Clocks;
using Gongkai.Organisations.Units;

namespace Gongkai.Publication.Catalogue;

/// <summary>目录元数据：拟稿时填写的部分；索引号由目录分配，发布日期由发布写上。</summary>
public sealed record ItemMetadata
{
    /// <summary>名称：只填主标题。</summary>
    public required string Title { get; init; }

    /// <summary>内容概述：一两句话，一百字上下。</summary>
    public string Description { get; init; } = "";

    /// <summary>生成日期：公文是成文（签发）日期。</summary>
    public DateOnly? CreatedOn { get; init; }

    /// <summary>发布机构；联合发文的，是编号的机关。</summary>
    public required UnitId Publisher { get; init; }

    /// <summary>文号；没有的为空。</summary>
    public DocumentNumber? DocumentNumber { get; init; }

    /// <summary>公文没有文号的原因；有文号的为空。</summary>
    public string? WithoutNumber { get; init; }

    /// <summary>主题分类的代码。</summary>
    public string? Subject { get; init; }

    /// <summary>体裁分类。</summary>
    public Genre? Genre { get; init; }

    /// <summary>法定公开分类的代码。</summary>
    public string? DisclosureCategory { get; init; }

    /// <summary>关键词。</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>公开范围。</summary>
    public string Audience { get; init; } = "面向社会";
}

/// <summary>目录元数据填得对不对。</summary>
public static class MetadataRules
{
    private const int LongestTitle = 200;
    private const int AdvisedDescription = 100;

    private static readonly Citation Listing = LegalDocuments.Regulation.Article("第十二条");

    /// <summary>各项的问题，按项排列；没有问题是空的。</summary>
    /// <param name="metadata">所填的。</param>
    /// <param name="isActive">是不是主动公开。</param>
    /// <param name="publisher">发布机构在今天的情况；今天不存在的为空。</param>
    /// <param name="today">今天。</param>
    public static IEnumerable<ItemFault> Faults(ItemMetadata metadata, bool isActive, UnitFacts? publisher, DateOnly today) =>
    [
        .. Title(metadata), .. Description(metadata), .. CreatedOn(metadata, today), .. Publisher(publisher),
        .. Number(metadata), .. Subject(metadata), .. Genre(metadata), .. Category(metadata, isActive, publisher),
    ];

    /// <summary>首次公开有没有逾期的提醒：自生成之日起的二十个工作日。条例第二十六条。</summary>
    public static ItemFault? Late(ItemMetadata metadata, DateOnly publishedOn, WorkingCalendar calendar)
    {
        if (metadata.CreatedOn is not { } created) return null;
        var due = OtherClocks.ActiveDisclosureDue(created, calendar).Date;
        return publishedOn <= due ? null : ItemFault.Reminder(ItemField.PublishedOn,
            $"{created:yyyy年M月d日}生成的信息应在{due:yyyy年M月d日}以前公开，已经逾期。", LegalDocuments.Regulation.Article("第二十六条"));
    }

    private static IEnumerable<ItemFault> Title(ItemMetadata metadata)
    {
        if (string.IsNullOrWhiteSpace(metadata.Title)) yield return ItemFault.Blocking(ItemField.Title, "要填名称。", Listing);
        else if (metadata.Title.Length > LongestTitle) yield return ItemFault.Blocking(ItemField.Title, $"名称只填主标题，不超过 {LongestTitle} 个字。");
        else if (metadata.Title.AsSpan().ContainsAny('\n', '\r')) yield return ItemFault.Blocking(ItemField.Title, "名称写在一行里，不换行。");
    }

    private static IEnumerable<ItemFault> Description(ItemMetadata metadata)
    {
        if (string.IsNullOrWhiteSpace(metadata.Description)) yield return ItemFault.Blocking(ItemField.Description, "要填内容概述；可以用正文的首句。", Listing);
        else if (metadata.Description.Length > AdvisedDescription) yield return ItemFault.Reminder(ItemField.Description, $"内容概述有 {metadata.Description.Length} 个字，一百字上下为宜。");
    }

    private static IEnumerable<ItemFault> CreatedOn(ItemMetadata metadata, DateOnly today)
    {
        if (metadata.CreatedOn is not { } created) yield return ItemFault.Blocking(ItemField.CreatedOn, "要填生成日期；公文填成文（签发）日期。", Listing);
        else if (created > today) yield return ItemFault.Blocking(ItemField.CreatedOn, "生成日期不能晚于今天。");
        else if (metadata.DocumentNumber is { Year: { } year } && year != created.Year)
            yield return ItemFault.Reminder(ItemField.CreatedOn, $"文号是{year}年的，生成日期是{created.Year}年的，请核对。");
    }

    private static IEnumerable<ItemFault> Publisher(UnitFacts? publisher)
    {
        if (publisher is null) yield return ItemFault.Blocking(ItemField.Publisher, "发布机构今天不存在；机构已经合并、撤销的，由承接的单位发布。");
    }

    private static IEnumerable<ItemFault> Number(ItemMetadata metadata)
    {
        if (metadata.Genre is { } genre && genre.IsOfficialDocument() && metadata.DocumentNumber is null && string.IsNullOrWhiteSpace(metadata.WithoutNumber))
            yield return ItemFault.Blocking(ItemField.DocumentNumber, $"{genre.Caption()}要填文号；没有文号的，说明原因。");
        if (metadata is { Genre: Gongkai.Publication.Catalogue.Genre.Order, DocumentNumber.IsOrder: false })
            yield return ItemFault.Reminder(ItemField.DocumentNumber, "命令（令）的文号一般写作“某机关令第几号”，请核对。");
    }

    private static IEnumerable<ItemFault> Subject(ItemMetadata metadata)
    {
        if (metadata.Subject is not { } code) yield return ItemFault.Blocking(ItemField.Subject, "要选主题分类。");
        else if (Gongkai.Publication.Catalogue.Subject.Find(code) is null) yield return ItemFault.Blocking(ItemField.Subject, $"没有“{code}”这个主题分类。");
    }

    private static IEnumerable<ItemFault> Genre(ItemMetadata metadata)
    {
        if (metadata.Genre is null) yield return ItemFault.Blocking(ItemField.Genre, "要选体裁分类；不是公文的选“其他”。");
    }

    private static IEnumerable<ItemFault> Category(ItemMetadata metadata, bool isActive, UnitFacts? publisher)
    {
        if (metadata.DisclosureCategory is not { } code)
        {
            if (isActive) yield return ItemFault.Blocking(ItemField.DisclosureCategory, "主动公开的信息要选法定公开分类。", LegalDocuments.Regulation.Article("第二十条"));
        }
        else if (Gongkai.Publication.Catalogue.DisclosureCategory.Find(code) is not { } category)
        {
            yield return ItemFault.Blocking(ItemField.DisclosureCategory, $"没有“{code}”这个法定公开分类。");
        }
        else if (publisher is not null && !category.AppliesTo(publisher.Level))
        {
            yield return ItemFault.Blocking(ItemField.DisclosureCategory, $"“{category.Caption}”不适用于{publisher.Level.Caption()}。", category.Article);
        }
        else if (!isActive)
        {
            yield return ItemFault.Reminder(ItemField.DisclosureCategory, $"“{category.Caption}”属于应当主动公开的内容，请再核对公开方式。", category.Article);
        }
    }
}
