using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.Data;
using Gongkai.Data.Queries.Registers;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication.Normative;

namespace Gongkai.Services.Registers;

/// <summary>年报表二，由规章和规范性文件库、台账算出：每个数说得出从哪里来。登记里没有的不算，说明为什么。</summary>
public sealed class TableTwo(Database database, DisclosureCounting counting)
{
    private const int YuanInTenThousand = 10_000;

    // 表二的一行取自哪本台账；数的是作出处理决定的件数。
    private static readonly ImmutableDictionary<string, string> Decisions = new Dictionary<string, string> { ["licences"] = "permits", ["penalties"] = "penalties", ["coercions"] = "coercion" }.ToImmutableDictionary();

    /// <summary>一个单位一年的表二。2019年格式（2019、2020年度）里的项目数量、新公开数量，登记不够算的，写明缘由。</summary>
    public async Task<Outcome<ImmutableArray<TableTwoCell>>> Of(CurrentPerson who, UnitId unit, int year, CancellationToken cancel)
    {
        if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        if (FormCatalogue.ForYear(year) is not { } form) return new Refusal($"{year}年度还没有统一的年报格式。");
        var documents = await counting.Of(unit, year, cancel);
        await using var db = database.CreateContext();
        var sums = new Dictionary<string, RegisterSums>();
        foreach (var register in RegisterCatalogue.All)
        {
            var entries = await RegisterQueries.Between(db, unit, register.Code, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), cancel);
            sums[register.Code] = new RegisterSums(entries.Count(entry => entry.Voided is null), RegisterDecisions.Totals(register, entries));
        }

        return (ImmutableArray<TableTwoCell>)[.. form.Disclosure.Rows.SelectMany(row => row.Columns.Select(column => Cell(row, column, documents, sums)))];
    }

    private static TableTwoCell Cell(FormRow row, FormColumn column, DisclosureCounts documents, Dictionary<string, RegisterSums> sums)
    {
        var empty = new TableTwoCell(row.Block ?? "", row.Caption.Official, column.Caption.Official, null, TableTwoSource.None, null, null);
        if (row.Key is "regulations" or "normativeDocuments")
        {
            var counts = row.Key == "regulations" ? documents.Regulations : documents.NormativeDocuments;
            int? number = column.Key switch { "issued" or "made" => counts.Issued, "repealed" => counts.Repealed, "inForce" or "totalPublished" => counts.InForce, _ => null };
            return number is { } found ? empty with { Value = found, Source = TableTwoSource.Library } : empty with { Why = "文件库里没有区分是不是当年新公开的，请查发布台账。" };
        }

        return (row.Key, column.Key) switch
        {
            (var key, "decisions") when Decisions.TryGetValue(key, out var register) => Sum(empty, register, "decided", sums, 1),
            ("fees", "amount") => Sum(empty, "fees", "amount", sums, YuanInTenThousand),
            ("procurement", "items") => Sum(empty, "procurement", "projects", sums, 1),
            ("procurement", "amount") => Sum(empty, "procurement", "amount", sums, YuanInTenThousand),
            (_, "previousItems" or "change") => empty with { Why = "项目的数量以清单为准，台账里没有。" },
            _ => empty with { Why = "没有这一类的台账。" },
        };
    }

    private static TableTwoCell Sum(TableTwoCell cell, string register, string field, Dictionary<string, RegisterSums> sums, int divisor) => sums[register] is { Entries: > 0 } found
        ? cell with { Value = found.Totals[field] / divisor, Source = TableTwoSource.Register, Register = register }
        : cell with { Source = TableTwoSource.Register, Register = register, Why = "这一年没有登记；确实没有的，登记一笔零。" };

    private sealed record RegisterSums(int Entries, ImmutableSortedDictionary<string, decimal> Totals);
}

/// <summary>一个数从哪里来。</summary>
public enum TableTwoSource
{
    /// <summary>算不出。</summary>
    None,

    /// <summary>规章和规范性文件库。</summary>
    Library,

    /// <summary>台账。</summary>
    Register,
}

/// <summary>表二的一格。</summary>
/// <param name="Block">条例第二十条第几项。</param>
/// <param name="Row">行的名字。</param>
/// <param name="Column">列的名字。</param>
/// <param name="Value">数；收费、采购金额的单位是万元。算不出的为空。</param>
/// <param name="Source">从哪里来。</param>
/// <param name="Register">哪本台账；不是台账的为空。</param>
/// <param name="Why">算不出的缘由。</param>
public sealed record TableTwoCell(string Block, string Row, string Column, decimal? Value, TableTwoSource Source, string? Register, string? Why);
