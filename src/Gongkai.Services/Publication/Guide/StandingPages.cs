using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Data.Search;
using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Guide;
using Gongkai.Scanning;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication.Guide;

/// <summary>指南与制度的编写、审查发布。写凭“拟稿”，发布凭“维护栏目、指南、制度”，不能是同一个人。</summary>
public sealed class StandingPages(Database database, PermittedActs acts, PublicContent content)
{
    /// <summary>检索里这一种东西的名字。</summary>
    internal const string Kind = "standing-page";

    private const int LongestName = 60;

    private static readonly Citation Review = LegalDocuments.Regulation.Article("第十七条");

    /// <summary>存一版，答复并发的新版本；第一次存就是新建。</summary>
    /// <param name="system">哪一项制度的代码（<c>systems.csv</c>）或者自定的名称；指南为空。</param>
    /// <param name="texts">各部分的文字，正文还没有清洗。</param>
    /// <param name="version">页面上看到的并发版本；还没有这一页的为 0。</param>
    public Task<Outcome<long>> Save(PersonId by, UnitId unit, string? system, IReadOnlyCollection<PageText> texts, long version, CommandKey? key, CancellationToken cancel) =>
        acts.Perform<long>(
            new PermittedAct(by, "page.save", Permission.DraftItem, unit) { Key = key },
            async scope =>
            {
                var slot = system?.Trim() ?? StandingPageRow.Guide;
                if (slot.Length is 0 or > LongestName || (system is not null && slot == StandingPageRow.Guide)) return new Refusal($"制度要有名称，不超过 {LongestName} 个字。");
                var clean = PageTexts.Clean(texts, cancel);
                if (clean.Refusal is { } unclean) return unclean;
                var row = await StandingPageQueries.Row(scope.Db, unit.Value, slot, cancel);
                if (row is null)
                {
                    if (version != 0) return new Refusal("没有这一页。");
                    var id = Guid.CreateVersion7(scope.Act.Now);
                    var created = StandingPageDecisions.Create(new StandingPageId(id), unit, system?.Trim(), clean.Value, by, scope.Act.Now);
                    if (created.Refusal is { } fault) return fault;
                    scope.Db.StandingPages.Add(row = new StandingPageRow { Id = id, Unit = unit.Value, ShortId = ShortItemId.Of(id), Slot = slot });
                    row.Take(created.Value);
                    scope.Record(new Subject(Kind, id), new { slot, version = 1 });
                    return 1;
                }

                if (scope.Act.Stale(row, version) is { } stale) return stale;
                var saved = StandingPageDecisions.Save(row.ToPage(), clean.Value, by, scope.Act.Now);
                if (saved.Refusal is { } refusal) return refusal;
                row.Take(row.ToPage().Apply(saved.Value));
                scope.Record(new Subject(Kind, row.Id), new { slot, version = saved.Value.Number });
                return version + 1;
            },
            cancel);

    /// <summary>审查之后发布最新的一版，答复并发的新版本。</summary>
    /// <param name="effectiveFrom">自哪一天起施行（含）；不写是今天。</param>
    public async Task<Outcome<long>> Publish(PersonId by, UnitId unit, string? system, long version, DateOnly? effectiveFrom, CommandKey? key, CancellationToken cancel)
    {
        var done = await acts.Perform<long>(
            new PermittedAct(by, "page.publish", Permission.MaintainColumns, unit) { Key = key },
            async scope =>
            {
                if (await StandingPageQueries.Row(scope.Db, unit.Value, system?.Trim() ?? StandingPageRow.Guide, cancel) is not { } row) return new Refusal("还没有写，先存一版。");
                if (scope.Act.Stale(row, version) is { } stale) return stale;
                var page = row.ToPage();
                var published = StandingPageDecisions.Publish(page, by, scope.Today, effectiveFrom);
                if (published.Refusal is { } refusal) return refusal;
                var plain = PageTexts.Plain(page.Latest.Texts, cancel).ToList();
                if (PlacedText.Scan(plain).FirstOrDefault(finding => finding.Severity == ScanSeverity.Error) is { } found)
                    return new Refusal($"{found.Where}：{found.Message.TrimEnd('。')}。改了再发布。", Review);
                row.Take(page.Apply(published.Value));
                var owner = scope.Tree.Find(unit)!;
                await scope.Act.Search.Put(EntryOf(row, page, owner.Latest.Name, plain), cancel);
                await PublicItemQueries.AdvanceStamp(scope.Db, cancel);
                scope.Record(new Subject(Kind, row.Id), new { slot = row.Slot, version = published.Value.Number, published.Value.EffectiveFrom });
                return version + 1;
            },
            cancel);
        if (done.Succeeded) await content.Announce(cancel);
        return done;
    }

    /// <summary>一个单位的指南与制度，连同还缺什么、指南新不新；给写的人和发布的人看。</summary>
    public async Task<Outcome<StandingDossier>> Of(CurrentPerson who, UnitId unit, CancellationToken cancel)
    {
        if (who.May(Permission.ReadUnpublished, unit).Refusal is { } refusal) return refusal;
        if (who.Tree.Find(unit) is not { } owner) return new Refusal("没有这个单位。");
        await using var db = database.CreateContext();
        var pages = (await StandingPageQueries.Of(db, unit.Value, cancel)).ConvertAll(row => row.ToPage());
        var guide = pages.Find(page => page.IsGuide);
        var people = pages.SelectMany(page => page.Versions.Select(version => version.By.Value).Concat(page.Publications.Select(published => published.By.Value))).Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        return new StandingDossier(
            owner, guide, [.. pages.Where(page => !page.IsGuide)], StandingPageDecisions.Standing(guide, owner, who.Today, who.Calendar),
            RequiredSystem.Missing(owner.On(who.Today) ?? owner.Latest, pages),
            who.May(Permission.DraftItem, unit).Succeeded, who.May(Permission.MaintainColumns, unit).Succeeded, names);
    }

    private static SearchEntry EntryOf(StandingPageRow row, StandingPage page, string unitName, IEnumerable<PlacedText> plain) => new(
        new Subject(Kind, row.Id),
        unitName + PageNames.Of(page.System),
        string.Join('\n', plain.Select(text => text.Text)),
        new SearchFacets { Unit = row.Unit });
}

/// <summary>常设页的名称。</summary>
public static class PageNames
{
    /// <summary>指南，制度的说法，或者自定的名称。</summary>
    public static string Of(string? system) => system is null ? "政府信息公开指南" : RequiredSystem.All.FirstOrDefault(one => one.Code == system)?.Caption ?? system;
}

/// <summary>一个单位的指南与制度，给办理的人看。</summary>
/// <param name="Unit">单位。</param>
/// <param name="Guide">指南；还没有写的为空。</param>
/// <param name="Systems">制度，按写的先后。</param>
/// <param name="Standing">指南新不新。</param>
/// <param name="MissingSystems">条例要求、还没有发布的制度。</param>
/// <param name="MayWrite">此人可以写。</param>
/// <param name="MayPublish">此人可以审查发布。</param>
/// <param name="Names">写过、发布过的各人的姓名。</param>
public sealed record StandingDossier(
    Unit Unit, StandingPage? Guide, ImmutableArray<StandingPage> Systems, GuideStanding Standing, ImmutableArray<RequiredSystem> MissingSystems, bool MayWrite, bool MayPublish,
    IReadOnlyDictionary<Guid, string> Names);
