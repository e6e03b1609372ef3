using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Publishing;
using Gongkai.Data;
using Gongkai.Data.Queries.AnnualReports;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Organisations.Units;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.AnnualReports;

/// <summary>公众看的年报：只给公布着的一版。</summary>
public sealed class PublicReports(Database database, UnitTrees trees)
{
    /// <summary>公布着的各件，年度晚的在前；给了单位的只列它的。</summary>
    public async Task<IReadOnlyList<ReportEntry>> List(UnitId? unit, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var rows = PublishedReportQueries.Visible(db);
        if (unit is { } one) rows = rows.Where(row => row.Unit == one.Value);
        var shown = await rows.OrderByDescending(row => row.Year).ThenBy(row => row.Unit).ToListAsync(cancel);
        var tree = await trees.Load(db, cancel);
        return [.. shown.Select(row => new ReportEntry(new UnitId(row.Unit), NameOf(tree, new UnitId(row.Unit), row.Year), row.Year, row.FirstReleasedAt!.Value, row.LastReleasedAt!.Value))];
    }

    /// <summary>一个单位一年的；没有公布的为空。</summary>
    public async Task<ShownReport?> Find(UnitId unit, int year, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await PublishedReportQueries.FindShown(db, unit.Value, year, cancel) is not { } shown) return null;
        var (row, edition) = (shown.Row, shown.Edition.ToEdition());
        var tree = await trees.Load(db, cancel);
        return new ShownReport(
            new ReportEntry(unit, NameOf(tree, unit, year), year, row.FirstReleasedAt!.Value, row.LastReleasedAt!.Value), CanonicalJsonReader.Read(shown.Edition.Canonical).Value, edition.File);
    }

    /// <summary>曾经公布、已经撤下的：何时、为什么。没有的、还公布着的为空。</summary>
    public async Task<(DateTimeOffset At, string? Note)?> FindWithdrawn(UnitId unit, int year, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var report = (await PublishedReportQueries.Row(db, unit.Value, year, cancel))?.ToReport();
        return report is { Visible: null, Releases: [.., var last] } ? (last.At, last.Note) : null;
    }

    /// <summary>公布、更正、撤下的经过，早的在前；现在没有公布着的为空列：撤下以后，从前公布过什么也不再给人看。</summary>
    public async Task<IReadOnlyList<PublicRelease>> History(UnitId unit, int year, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return PublicRelease.Of([.. (await PublishedReportQueries.Releases(db, unit.Value, year, cancel)).Select(row => row.ToRelease())]);
    }

    /// <summary>更正以前公布过的一版；没有公布过的、撤下过的为空。</summary>
    public async Task<AnnualReport?> FindEarlier(UnitId unit, int year, int number, CancellationToken cancel)
    {
        if (!(await History(unit, year, cancel)).Any(release => release.Edition == number && release.IsReadable)) return null;
        await using var db = database.CreateContext();
        return await PublishedReportQueries.Edition(db, unit.Value, year, number, cancel) is { } edition ? CanonicalJsonReader.Read(edition.Canonical).Value : null;
    }

    /// <summary>公布着的一版的原文件；没有的为空。</summary>
    public async Task<(ReportDocument File, Stream Content)?> Open(UnitId unit, int year, CancellationToken cancel)
    {
        if (await Find(unit, year, cancel) is not { File: { } file }) return null;
        return await database.Attachments.Open(file.Hash, cancel) is { } content ? (file, content) : null;
    }

    // 写年度末的名称；那时已经不在的，写最后的名称。
    private static string NameOf(UnitTree tree, UnitId unit, int year) => tree.Find(unit) is { } found ? (found.On(new DateOnly(year, 12, 31)) ?? found.Latest).Name : "";
}

/// <summary>公布着的一件年报。</summary>
/// <param name="Unit">单位。</param>
/// <param name="UnitName">单位在年度末的名称。</param>
/// <param name="Year">报告的年度。</param>
/// <param name="ReleasedAt">首次公布的时刻。</param>
/// <param name="UpdatedAt">最近公布的时刻。</param>
public sealed record ReportEntry(UnitId Unit, string UnitName, int Year, DateTimeOffset ReleasedAt, DateTimeOffset UpdatedAt);

/// <summary>公布着的一件年报的全部。</summary>
/// <param name="Entry">目录里的各项。</param>
/// <param name="Report">报告，印着什么就是什么。</param>
/// <param name="File">原文件；只留读出来的，没有文件，为空。</param>
public sealed record ShownReport(ReportEntry Entry, AnnualReport Report, ReportDocument? File);
