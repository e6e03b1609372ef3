using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Matters;
using Gongkai.Services.Publication.Matters;
using Gongkai.Web.Portal;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Api;

/// <summary>接口给的一个单位的标准目录。</summary>
internal sealed record MatterListDocument(UnitReference Unit, int Count, IReadOnlyList<PublicMatterDocument> Matters);

/// <summary>接口给的一项，连同最近公开的几条。</summary>
/// <param name="Published">一共公开了几条。</param>
internal sealed record PublicMatterDocument(MatterDocument Matter, string Url, int Published, IReadOnlyList<ItemSummary> Latest)
{
    public static PublicMatterDocument Of(PublicMatter matter, HttpRequest request) => new(
        MatterDocument.Of(matter.Matter), PortalAddress.Absolute(request, PortalAddress.OfMatter(matter.Matter.Unit, matter.Key)), matter.Published, [.. matter.Latest.Select(entry => ItemSummary.Of(entry, request))]);
}

/// <summary>登记的各项。</summary>
/// <param name="Category">法定公开分类的代码。</param>
/// <param name="Article">条例的哪一项。</param>
/// <param name="Rhythm">公开时限，例如“每年3月31日以前”。</param>
/// <param name="Audience">特定群体是谁；向全社会公开的为空。</param>
internal sealed record MatterDocument(
    Guid Id, string Group, string Name, string Elements, string Basis, string Category, string? Article, string Frequency, string Rhythm, IReadOnlyList<string> Channels, string Mode, string? Audience, IReadOnlyList<string> Levels)
{
    public static MatterDocument Of(Matter matter)
    {
        var facts = matter.Facts;
        return new MatterDocument(
            matter.Id.Value, facts.Group, facts.Name, facts.Elements, facts.Basis, facts.Category, DisclosureCategory.Find(facts.Category)?.Article.ToString(), ApiAnswers.Name(facts.Rhythm.Frequency), facts.Rhythm.ToString(),
            [.. facts.Channels.Select(channel => ApiAnswers.Name(channel))], ApiAnswers.Name(facts.Mode), facts.Audience, [.. facts.Levels.Select(level => ApiAnswers.Name(level))]);
    }
}

/// <summary>接口给工作人员的清单：公开得怎样。</summary>
internal sealed record DeskMatterListDocument(string Unit, MatterCounts Counts, IReadOnlyList<DeskMatterDocument> Matters)
{
    public static DeskMatterListDocument Of(string unit, IReadOnlyCollection<MatterLine> lines) =>
        new(unit, MatterCounts.Of(lines.Select(line => line.Standing.State)), [.. lines.Select(DeskMatterDocument.Of)]);
}

/// <summary>一项公开得怎样。</summary>
/// <param name="State">never 从未公开，stale 没有按时更新，current 已经公开，onRequest 依申请公开。</param>
/// <param name="DueOn">最迟应在哪一天（含）公开；没有期限的为空。</param>
/// <param name="Why">为什么，一句话。</param>
internal sealed record DeskMatterDocument(MatterDocument Matter, string State, int Published, DateOnly? LastPublishedOn, DateOnly? DueOn, string Why)
{
    public static DeskMatterDocument Of(MatterLine line) =>
        new(MatterDocument.Of(line.Matter), ApiAnswers.Name(line.Standing.State), line.Record.Published, line.Record.LastPublishedOn, line.Standing.DueOn, line.Standing.Why);
}
