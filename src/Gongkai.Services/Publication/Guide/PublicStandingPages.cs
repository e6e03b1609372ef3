using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Guide;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication.Guide;

/// <summary>公众看的指南与制度：只给发布过的各版。</summary>
public sealed class PublicStandingPages(Database database)
{
    /// <summary>一个单位发布了的指南；没有的为空。</summary>
    public async Task<PublicStandingPage?> Guide(UnitId unit, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await StandingPageQueries.Visible(db).SingleOrDefaultAsync(row => row.Unit == unit.Value && row.Slot == StandingPageRow.Guide, cancel) is { } row ? Of(row) : null;
    }

    /// <summary>一个单位发布了的制度，条例要求的在前。</summary>
    public async Task<ImmutableArray<PublicStandingPage>> Systems(UnitId unit, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var rows = await StandingPageQueries.Visible(db).Where(row => row.Unit == unit.Value && row.Slot != StandingPageRow.Guide).OrderBy(row => row.Id).ToListAsync(cancel);
        return [.. rows.Select(Of).OrderBy(page => RequiredSystem.All.Select(system => system.Code).ToList().IndexOf(page.System!) is >= 0 and var at ? at : int.MaxValue)];
    }

    /// <summary>全部发布了的指南与制度，供网站地图和首页；内容不在内。</summary>
    public async Task<IReadOnlyList<PageAddress>> Addresses(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await db.StandingPages.AsNoTracking().Where(row => row.VisibleVersion != null).OrderBy(row => row.Id)
            .Select(row => new PageAddress(new UnitId(row.Unit), row.Slot == StandingPageRow.Guide ? null : row.ShortId)).ToListAsync(cancel);
    }

    internal static PublicStandingPage Of(StandingPageRow row)
    {
        var page = row.ToPage();
        var editions = page.Publications.Select(published => new PublishedEdition(published.Number, published.On, published.EffectiveFrom, page.Versions.First(version => version.Number == published.Number).Texts));
        return new PublicStandingPage(page.Unit, row.ShortId, page.System, PageNames.Of(page.System), [.. editions]);
    }
}

/// <summary>发布了的一件指南或者制度。</summary>
/// <param name="Unit">单位。</param>
/// <param name="ShortId">网址里的短号。</param>
/// <param name="System">哪一项制度；指南为空。</param>
/// <param name="Name">名称。</param>
/// <param name="Editions">发布过的各版，由早到晚，至少一版；现在的是最后一版。</param>
public sealed record PublicStandingPage(UnitId Unit, string ShortId, string? System, string Name, ImmutableArray<PublishedEdition> Editions)
{
    /// <summary>现在的一版。</summary>
    public PublishedEdition Current => Editions[^1];

    /// <summary>发布过的第几版；没有的为空。</summary>
    public PublishedEdition? Find(int number) => Editions.FirstOrDefault(edition => edition.Number == number);
}

/// <summary>发布过的一版。</summary>
/// <param name="Number">第几版。</param>
/// <param name="PublishedOn">发布之日。</param>
/// <param name="EffectiveFrom">施行之日（含）。</param>
/// <param name="Texts">各部分的文字：撰写的是清洗过的正文，其余是一行纯文字。</param>
public sealed record PublishedEdition(int Number, DateOnly PublishedOn, DateOnly EffectiveFrom, ImmutableArray<PageText> Texts)
{
    /// <summary>一部分的文字；没有的是空串。</summary>
    public string TextOf(string code) => Texts.FirstOrDefault(text => text.Code == code)?.Text ?? "";
}

/// <summary>一件发布了的指南（短号为空）或者制度在哪里。</summary>
public sealed record PageAddress(UnitId Unit, string? System);
