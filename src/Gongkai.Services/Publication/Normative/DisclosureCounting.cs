using Gongkai.Data;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Normative;

namespace Gongkai.Services.Publication.Normative;

/// <summary>年报表二的头两行，由规章和规范性文件库统计：承接来的文件算在承接的单位名下。</summary>
public sealed class DisclosureCounting(Database database, UnitTrees trees)
{
    /// <summary>一个单位一年的两行（2021 年格式：本年制发件数、本年废止件数、现行有效件数）。</summary>
    /// <param name="year">年度；承接关系以年末为准。</param>
    public async Task<DisclosureCounts> Of(UnitId unit, int year, CancellationToken cancel)
    {
        var documents = await Documents(unit, year, cancel);
        return new DisclosureCounts(NormativeCounts.Of(documents, NormativeKind.Regulation, year), NormativeCounts.Of(documents, NormativeKind.NormativeDocument, year));
    }

    /// <summary>一个单位一年的两行（2019 年格式：本年新制作数量、本年新公开数量、对外公开总数量）。</summary>
    /// <param name="year">年度，2019 或者 2020；别的年度也数得出，供对照。</param>
    public async Task<DisclosurePublicity> Of2019(UnitId unit, int year, CancellationToken cancel)
    {
        var documents = await Documents(unit, year, cancel);
        return new DisclosurePublicity(NormativePublicity.Of(documents, NormativeKind.Regulation, year), NormativePublicity.Of(documents, NormativeKind.NormativeDocument, year));
    }

    private async Task<List<NormativeDocument>> Documents(UnitId unit, int year, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var tree = await trees.Load(db, cancel);
        var rows = await NormativeQueries.Of(db, NormativeOwners.KeptBy(tree, unit, new DateOnly(year, 12, 31)), cancel);
        return rows.ConvertAll(row => row.ToDocument());
    }
}

/// <summary>表二的头两行，2019 年的格式：规章、规范性文件。</summary>
/// <param name="Regulations">规章。</param>
/// <param name="NormativeDocuments">规范性文件。</param>
public sealed record DisclosurePublicity(NormativePublicity Regulations, NormativePublicity NormativeDocuments);

/// <summary>表二的头两行：规章、行政规范性文件。</summary>
/// <param name="Regulations">规章。</param>
/// <param name="NormativeDocuments">行政规范性文件。</param>
public sealed record DisclosureCounts(NormativeCounts Regulations, NormativeCounts NormativeDocuments);
