using System.Text.Json.Serialization;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Web.Console.Drafting;

namespace Gongkai.Web.Api;

/// <summary>
/// 程序交来的一条稿：各项与拟稿的表单一样，代码的写法也一样；不认得的项拒绝，免得写错了名字而不知道。附件在后台的页面上加。
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DraftDocument
{
    /// <summary>名称，必填。</summary>
    public string? Title { get; init; }

    /// <summary>内容概述。</summary>
    public string? Description { get; init; }

    /// <summary>生成日期，年-月-日。</summary>
    public string? CreatedOn { get; init; }

    /// <summary>文号。</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>没有文号的原因。</summary>
    public string? WithoutNumber { get; init; }

    /// <summary>体裁，例如 circular。</summary>
    public string? Genre { get; init; }

    /// <summary>主题分类的代码。</summary>
    public string? Subject { get; init; }

    /// <summary>法定公开分类的代码，例如 2001。</summary>
    public string? Category { get; init; }

    /// <summary>指定的栏目的代码；不写的随法定公开分类。</summary>
    public string? Column { get; init; }

    /// <summary>归入事项清单的哪一项，标识；不写的不归入。</summary>
    public string? Matter { get; init; }

    /// <summary>五公开：decision、execution、management、service、result。</summary>
    public IReadOnlyList<string> Aspects { get; init => field = value ?? []; } = [];

    /// <summary>公开的期限，例如 licenceOrPenalty；不写的是一般的二十个工作日。</summary>
    public string? Deadline { get; init; }

    /// <summary>关键词。</summary>
    public IReadOnlyList<string> Keywords { get; init => field = value ?? []; } = [];

    /// <summary>公开范围；不写的是“面向社会”。</summary>
    public string? Audience { get; init; }

    /// <summary>公开方式，必填：active、onRequest、notOpen。</summary>
    public string? Mode { get; init; }

    /// <summary>不主动公开的理由。</summary>
    public string? Reason { get; init; }

    /// <summary>不予公开的情形，例如 stateSecret。</summary>
    public string? Ground { get; init; }

    /// <summary>依据的位阶。</summary>
    public string? BasisRank { get; init; }

    /// <summary>依据的名称。</summary>
    public string? BasisTitle { get; init; }

    /// <summary>依据的条文。</summary>
    public string? BasisArticle { get; init; }

    /// <summary>正文：HTML，存的时候清洗；没有标签的当作纯文字，一行一段。</summary>
    public string? Html { get; init; }

    /// <summary>写成拟稿的表单，以后与页面上交来的一样读、一样查。</summary>
    public DraftForm ToForm() => new()
    {
        Title = Title, Description = Description, CreatedOn = CreatedOn, DocumentNumber = DocumentNumber, WithoutNumber = WithoutNumber, Genre = Pascal(Genre), Subject = Subject, Category = Category,
        Column = Column, Matter = Matter, Aspects = AspectBoxes.Of(Marked), Deadline = Pascal(Deadline) ?? nameof(DisclosureDeadlineId.General), Keywords = string.Join('、', Keywords), Audience = Audience, Mode = Pascal(Mode), Reason = Reason,
        Ground = Pascal(Ground), BasisRank = Pascal(BasisRank), BasisTitle = BasisTitle, BasisArticle = BasisArticle, Html = Html,
    };

    /// <summary>认不得的五公开；都认得的是空的。</summary>
    [JsonIgnore]
    public IEnumerable<string> StrangeAspects => Aspects.Where(code => Openness.FindCode(code) is null);

    private OpennessAspects Marked => Aspects.Select(code => Openness.FindCode(code) ?? OpennessAspects.None).Aggregate(OpennessAspects.None, (all, one) => all | one);

    private static string? Pascal(string? name) => string.IsNullOrWhiteSpace(name) ? null : char.ToUpperInvariant(name[0]) + name[1..];
}
