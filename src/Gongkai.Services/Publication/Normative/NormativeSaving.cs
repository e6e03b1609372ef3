using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Data.Search;
using Gongkai.Publication.Normative;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication.Normative;

/// <summary>存登记的文件：行、检索、公开内容的戳，在同一个事务里一起变。</summary>
internal static class NormativeSaving
{
    /// <summary>检索里这一种东西的名字。</summary>
    public const string Kind = "normative";

    public static Subject SubjectOf(NormativeDocumentRow row) => new(Kind, row.Id);

    /// <summary>清理的结论在审计里的代码。</summary>
    public static string CodeOf(CleanupResult result) => result switch
    {
        CleanupResult.Keep => "keep",
        CleanupResult.Repeal => "repeal",
        CleanupResult.DeclareExpired => "expire",
        CleanupResult.Amend => "amend",
        _ => "extend",
    };

    /// <summary>登记本身查不查得到：全文在本系统的，查到的是那条信息；不在的，公布过就查得到。</summary>
    public static bool IsFoundItself(NormativeFacts facts) => facts.Item is null && facts.PublishedOn is not null;

    /// <summary>添一件事，存好，记一条。</summary>
    public static async Task Append(PermittedScope scope, NormativeDocumentRow row, NormativeEvent happened, CancellationToken cancel)
    {
        await Save(scope, row, row.ToDocument().Apply(happened), cancel);
        var until = (happened as ValidityExtended)?.Until;
        scope.Record(SubjectOf(row), new { happened = happened.GetType().Name, happened.On, basis = happened.Basis.Title, until });
    }

    public static async Task Save(PermittedScope scope, NormativeDocumentRow row, NormativeDocument document, CancellationToken cancel)
    {
        var before = row.Item;
        row.Take(document);
        var facts = document.Facts;
        if (IsFoundItself(facts))
        {
            await scope.Act.Search.Put(
                new SearchEntry(
                    SubjectOf(row),
                    string.Join(' ', new[] { facts.Title, row.DocumentNumber, row.RegistrationNumber }.OfType<string>()),
                    facts.Caption ?? "",
                    new SearchFacets { Unit = row.Unit, Year = facts.IssuedOn.Year, Normative = true }),
                cancel);
        }
        else
        {
            await scope.Act.Search.Remove(SubjectOf(row), cancel);
        }

        if (before != row.Item) await Reclassify(scope, row, before, cancel);
        await PublicItemQueries.AdvanceStamp(scope.Db, cancel);
    }

    private static async Task Reclassify(PermittedScope scope, NormativeDocumentRow row, Guid? before, CancellationToken cancel)
    {
        if (before is { } old && !await scope.Db.NormativeDocuments.AnyAsync(other => other.Item == old && other.Id != row.Id, cancel))
            await ItemSaving.Classify(scope.Act, old, normative: false, cancel);
        if (row.Item is { } item) await ItemSaving.Classify(scope.Act, item, normative: true, cancel);
    }
}
