using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.Data;
using Gongkai.Data.Queries.Registers;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Normative;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication.Normative;

namespace Gongkai.Services.Registers;

/// <summary>年报表二，由规章和规范性文件库、台账算出：每个数说得出从哪里来。登记里没有的不算，说明为什么。</summary>
public sealed class TableTwo(Database database, DisclosureCounting counting)
{
    private const int YuanInTenThousand = 10_000;

    // 表二的一格取自哪本台账的哪一栏，金额的台账记元、表二写万元；不在这里的，台账里没有。
    private static readonly FrozenDictionary<(string Row, string Column), (string Register, string Field, int Divisor)> Counted = new Dictionary<(string, string), (string, string, int)>
    {
        [("licences", "decisions")] = ("permits", "decided", 1),
        [("penalties", "decisions")] = ("penalties", "decided", 1),
        [("coercions", "decisions")] = ("coercion", "decided", 1),
        [("fees", "amount")] = ("fees", "amount", YuanInTenThousand),
        [("procurement", "items")] = ("procurement", "projects", 1),
        [("procurement", "amount")] = ("procurement", "amount", YuanInTenThousand),
    }.ToFrozenDictionary();

    /// <summary>一个单位一年的表二。2019年格式（2019、2020年度）里的项目数量，登记不够算的，写明缘由。</summary>
    public async Task<Outcome<ImmutableArray<TableTwoCell>>> Of(CurrentPerson who, UnitId unit, int year, CancellationToken cancel)
    {
        if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        if (FormCatalogue.ForYear(year) is not { } form) return new Refusal($"{year}年度还没有统一的年报格式。");
        var cells = form.Disclosure.Rows.SelectMany(row => row.Columns.Select(column => (Row: row, Column: column))).ToList();
        var documents = await Documents(form.Id, unit, year, cancel);
        await using var db = database.CreateContext();
        var sums = new Dictionary<string, RegisterSums>();
        foreach (var code in cells.Select(cell => Counted.TryGetValue((cell.Row.Key, cell.Column.Key), out var counted) ? counted.Register : null).OfType<string>().Distinct())
        {
            var entries = await RegisterQueries.Between(db, unit, code, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), cancel);
            sums[code] = new RegisterSums(entries.Count(entry => entry.Voided is null), RegisterDecisions.Totals(RegisterCatalogue.Find(code)!, entries));
        }

        return (ImmutableArray<TableTwoCell>)[.. cells.Select(cell => Cell(cell.Row, cell.Column, documents, sums))];
    }

    private static TableTwoCell Cell(FormRow row, FormColumn column, Dictionary<(string Row, string Column), int> documents, Dictionary<string, RegisterSums> sums)
    {
        var empty = new TableTwoCell(row.Block ?? "", row.Caption.Official, column.Caption.Official, null, TableTwoSource.None, null, null);
        if (documents.TryGetValue((row.Key, column.Key), out var number)) return empty with { Value = number, Source = TableTwoSource.Library };
        if (Counted.TryGetValue((row.Key, column.Key), out var counted)) return Sum(empty, counted.Register, counted.Field, sums, counted.Divisor);
        return empty with { Why = column.Key is "previousItems" or "change" ? "项目的数量以清单为准，台账里没有。" : "没有这一类的台账。" };
    }

    private async Task<Dictionary<(string Row, string Column), int>> Documents(FormId form, UnitId unit, int year, CancellationToken cancel)
    {
        if (form == FormId.Form2019)
        {
            var publicity = await counting.Of2019(unit, year, cancel);
            return Row("regulations", publicity.Regulations).Concat(Row("normativeDocuments", publicity.NormativeDocuments)).ToDictionary();
        }

        var counts = await counting.Of(unit, year, cancel);
        return Row("regulations", counts.Regulations).Concat(Row("normativeDocuments", counts.NormativeDocuments)).ToDictionary();
    }

    private static IEnumerable<KeyValuePair<(string Row, string Column), int>> Row(string row, NormativePublicity counts) =>
        [new((row, "made"), counts.Made), new((row, "published"), counts.Published), new((row, "totalPublished"), counts.TotalPublished)];

    private static IEnumerable<KeyValuePair<(string Row, string Column), int>> Row(string row, NormativeCounts counts) =>
        [new((row, "issued"), counts.Issued), new((row, "repealed"), counts.Repealed), new((row, "inForce"), counts.InForce)];

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
