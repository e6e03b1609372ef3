using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.Law;

namespace Gongkai.Publication.Catalogue;

/// <summary>一条信息要填的各项：目录的核心元数据，和拟稿时的认定。说法与要求见 <see cref="ItemFields"/>。</summary>
public enum ItemField
{
    /// <summary>索引号。</summary>
    IndexNumber,

    /// <summary>名称。</summary>
    Title,

    /// <summary>内容概述。</summary>
    Description,

    /// <summary>生成日期：公文是成文（签发）日期，也是公开期限的起算之日。</summary>
    CreatedOn,

    /// <summary>发布日期。</summary>
    PublishedOn,

    /// <summary>发布机构。</summary>
    Publisher,

    /// <summary>文号。</summary>
    DocumentNumber,

    /// <summary>主题分类。</summary>
    Subject,

    /// <summary>体裁分类。</summary>
    Genre,

    /// <summary>法定公开分类。</summary>
    DisclosureCategory,

    /// <summary>关键词。</summary>
    Keywords,

    /// <summary>公开方式。</summary>
    DisclosureMode,

    /// <summary>有效性。</summary>
    Validity,

    /// <summary>公开范围。</summary>
    Audience,

    /// <summary>不予公开的情形。</summary>
    Ground,

    /// <summary>不主动公开的理由。</summary>
    Reason,

    /// <summary>所依据的法律、行政法规。</summary>
    LegalBasis,

    /// <summary>法律、法规、规章是否另有应当公开的规定。</summary>
    OtherDuty,

    /// <summary>第三方意见。</summary>
    ThirdParty,

    /// <summary>来源。</summary>
    Source,

    /// <summary>责任机关。</summary>
    ResponsibleBody,

    /// <summary>协商确认记录。</summary>
    Coordination,

    /// <summary>批准记录。</summary>
    Approval,

    /// <summary>正文。</summary>
    Body,

    /// <summary>归入事项清单的哪一项。</summary>
    Matter,

    /// <summary>五公开。</summary>
    Aspects,
}

/// <summary>填写的要求。</summary>
public enum FieldObligation
{
    /// <summary>必填。</summary>
    Required,

    /// <summary>在某种情形必填。</summary>
    Conditional,

    /// <summary>可不填。</summary>
    Optional,
}

/// <summary>一项的说法与要求。</summary>
/// <param name="Field">哪一项。</param>
/// <param name="Caption">说法，例如“索引号”。</param>
/// <param name="Obligation">要求。</param>
/// <param name="When">在什么情形必填；不是有条件必填的为空。</param>
public sealed record ItemFieldEntry(ItemField Field, string Caption, FieldObligation Obligation, string? When);

/// <summary>各项的说法与要求，内容在 <c>fields.csv</c>。</summary>
public static class ItemFields
{
    private static readonly FrozenDictionary<ItemField, ItemFieldEntry> ByField = DatedTable.Read("Catalogue/fields.csv", typeof(ItemFields).Assembly)
        .Select(row => new ItemFieldEntry(
            Enum.Parse<ItemField>(row.Text("id")), row.Text("caption"), Enum.Parse<FieldObligation>(row.Text("obligation"), ignoreCase: true), row.TextOrNone("when")))
        .ToFrozenDictionary(entry => entry.Field);

    /// <summary>全部，按表里的顺序。</summary>
    public static ImmutableArray<ItemFieldEntry> All { get; } = [.. Enum.GetValues<ItemField>().Select(field => ByField[field])];

    /// <summary>说法，例如“索引号”。</summary>
    public static string Caption(this ItemField field) => ByField[field].Caption;
}

/// <summary>一项填得不对：哪一项、为什么、依据什么。</summary>
/// <param name="Field">哪一项。</param>
/// <param name="Blocks">不改就不能送审；否则只是提醒。</param>
/// <param name="Reason">一句话。</param>
/// <param name="Basis">依据；没有条文的为空。</param>
public sealed record ItemFault(ItemField Field, bool Blocks, string Reason, Citation? Basis = null)
{
    /// <summary>必须改的。</summary>
    internal static ItemFault Blocking(ItemField field, string reason, Citation? basis = null) => new(field, true, reason, basis);

    /// <summary>只是提醒的。</summary>
    internal static ItemFault Reminder(ItemField field, string reason, Citation? basis = null) => new(field, false, reason, basis);
}
