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
        await using var db = database.CreateContext();
        var tree = await trees.Load(db, cancel);
        var rows = await NormativeQueries.Of(db, NormativeOwners.KeptBy(tree, unit, new DateOnly(year, 12, 31)), cancel);
        var documents = rows.ConvertAll(row => row.ToDocument());
        return new DisclosureCounts(NormativeCounts.Of(documents, NormativeKind.Regulation, year), NormativeCounts.Of(documents, NormativeKind.NormativeDocument, year));
    }
}

/// <summary>表二的头两行：规章、行政规范性文件。</summary>
/// <param name="Regulations">规章。</param>
/// <param name="NormativeDocuments">行政规范性文件。</param>
public sealed record DisclosureCounts(NormativeCounts Regulations, NormativeCounts NormativeDocuments);
