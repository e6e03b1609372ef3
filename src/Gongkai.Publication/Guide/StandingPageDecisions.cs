using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Law.Citations;
using Gongkai.Law.Clocks;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;

namespace Gongkai.Publication.Guide;

/// <summary>常设页能不能存、能不能发布，指南有没有过时。条例第十二条。</summary>
public static class StandingPageDecisions
{
    /// <summary>制度页唯一的部分。</summary>
    public const string Body = "body";

    private static readonly DateOnly LatestEffect = new(2199, 12, 31);

    private static readonly Citation UpToDate = LegalDocuments.Regulation.Article("第十二条"), Review = LegalDocuments.Regulation.Article("第十七条");

    /// <summary>新的指南，或者新的制度页（给出 <c>systems.csv</c> 的代码，或者自定的制度名）。</summary>
    public static Outcome<StandingPage> Create(StandingPageId id, UnitId unit, string? system, ImmutableArray<PageText> texts, PersonId by, DateTimeOffset at) =>
        Unknown(system, texts) is { } fault ? fault : new StandingPage(id, 1, unit, system, [new PageVersion(1, texts, by, at)], []);

    /// <summary>另存一版；与最新的一版一样的拒绝。</summary>
    public static Outcome<PageVersion> Save(StandingPage page, ImmutableArray<PageText> texts, PersonId by, DateTimeOffset at)
    {
        if (Unknown(page.System, texts) is { } fault) return fault;
        return texts.SequenceEqual(page.Latest.Texts)
            ? new Refusal("没有改动，不另存一版。") : new PageVersion(page.Latest.Number + 1, texts, by, at);
    }

    /// <summary>发布最新的一版：必备的部分齐全，而且由写的人以外的人审查。</summary>
    /// <param name="page">常设页。</param>
    /// <param name="by">谁审查发布。</param>
    /// <param name="today">今天。</param>
    /// <param name="effectiveFrom">自哪一天起施行（含）；不写是今天。不能早于前一版的施行之日。</param>
    public static Outcome<PagePublication> Publish(StandingPage page, PersonId by, DateOnly today, DateOnly? effectiveFrom = null)
    {
        var missing = Missing(page).ToList();
        if (missing.Count > 0) return new Refusal($"还缺{string.Join("、", missing)}，不得发布。", UpToDate);
        if (page.Publications.LastOrDefault()?.Number == page.Latest.Number) return new Refusal("最新的一版已经发布。");
        if (page.Latest.By == by) return new Refusal("这一版是您写的，要由别人审查发布。", Review);
        var from = effectiveFrom ?? today;
        if (page.Publications.LastOrDefault() is { } before && from < before.EffectiveFrom) return new Refusal($"前一版自{before.EffectiveFrom:yyyy年M月d日}起施行，新的一版不能早于它。");
        return from > LatestEffect ? new Refusal("施行之日不像真的日期。") : new PagePublication(page.Latest.Number, today, by, from);
    }

    /// <summary>最新一版所缺的必备部分，说法。</summary>
    public static IEnumerable<string> Missing(StandingPage page) => page.IsGuide
        ? MissingParts(page.Latest).Select(part => part.Caption)
        : string.IsNullOrWhiteSpace(page.Latest.TextOf(Body)) ? ["制度的正文"] : [];

    /// <summary>指南的一版所缺的必备部分，各有条文。</summary>
    public static IEnumerable<GuidePart> MissingParts(PageVersion version) =>
        GuidePart.All.Where(part => part.IsCompulsory && string.IsNullOrWhiteSpace(version.TextOf(part.Code)));

    /// <summary>指南有没有过时：机构信息自某日变了，应自那一天起二十个工作日内更新。</summary>
    /// <param name="guide">指南；还没有的为空。</param>
    /// <param name="unit">单位。</param>
    /// <param name="today">今天。</param>
    /// <param name="calendar">工作日历。</param>
    public static GuideStanding Standing(StandingPage? guide, Unit unit, DateOnly today, WorkingCalendar calendar)
    {
        var changed = unit.GuideFactsChangedOn(today) ?? unit.EstablishedOn;
        if (guide?.Publications.LastOrDefault()?.On is { } published && published >= changed)
            return new GuideStanding(GuideFreshness.Current, changed, null);
        var due = OtherClocks.ActiveDisclosureDue(changed, calendar).Date;
        return new GuideStanding(today <= due ? GuideFreshness.Due : GuideFreshness.Overdue, changed, due);
    }

    private static Refusal? Unknown(string? system, ImmutableArray<PageText> texts)
    {
        if (system is not null) return texts.All(text => text.Code == Body) && !string.IsNullOrWhiteSpace(system) ? null : new Refusal("制度页只有名称和正文。");
        return texts.FirstOrDefault(text => GuidePart.Find(text.Code) is null) is { } stray ? new Refusal($"指南没有“{stray.Code}”这一部分。") : null;
    }
}

/// <summary>指南新不新。</summary>
public enum GuideFreshness
{
    /// <summary>与机构信息一致。</summary>
    Current,

    /// <summary>机构信息变了，还在更新的期限之内。</summary>
    Due,

    /// <summary>机构信息变了，更新已经逾期。</summary>
    Overdue,
}

/// <summary>指南新不新，连同日期。</summary>
/// <param name="Freshness">新不新。</param>
/// <param name="ChangedOn">机构信息最近一次变动之日。</param>
/// <param name="Due">应当更新的最后一日（含）；已经更新的为空。</param>
public sealed record GuideStanding(GuideFreshness Freshness, DateOnly ChangedOn, DateOnly? Due);

/// <summary>条例要求建立的一项制度，内容在 <c>systems.csv</c>。</summary>
/// <param name="Code">代码。</param>
/// <param name="Caption">说法。</param>
/// <param name="IsForGovernmentsOnly">只要求各级政府。</param>
/// <param name="Article">条文。</param>
public sealed record RequiredSystem(string Code, string Caption, bool IsForGovernmentsOnly, Citation Article)
{
    /// <summary>全部。</summary>
    public static ImmutableArray<RequiredSystem> All { get; } =
    [
        .. DatedTable.Read("Guide/systems.csv", typeof(RequiredSystem).Assembly).Select(row => new RequiredSystem(
            row.Text("code"), row.Text("caption"), row.Text("who") == "government", LegalDocuments.Regulation.Article(row.Text("article")))),
    ];

    /// <summary>一个单位还没有发布的制度。</summary>
    public static ImmutableArray<RequiredSystem> Missing(UnitFacts unit, IEnumerable<StandingPage> pages)
    {
        var published = pages.Where(page => page.Visible is not null).Select(page => page.System).ToHashSet();
        return [.. All.Where(system => (!system.IsForGovernmentsOnly || unit.Kind == UnitKind.Government) && !published.Contains(system.Code))];
    }
}
