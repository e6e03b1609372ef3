using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Requests;

/// <summary>数年报的表三：每一格由案件数出来。</summary>
public sealed class CaseCounting(Database database)
{
    /// <summary>一个单位一年的表三，连同每一格是哪些件。</summary>
    public async Task<Outcome<CountedYear>> Of(CurrentPerson who, UnitId unit, int year, CancellationToken cancel)
    {
        if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var cases = (await YearQueries.Cases(db, unit, year, cancel)).ConvertAll(one => (Case: one.Counted, Key: new CaseKey(new CaseId(one.Id), one.Caption)));
        var withdrawn = await YearQueries.Withdrawn(db, unit, year, cancel);
        return new CountedYear(TableThree.Of(cases.Select(one => one.Case), year, withdrawn), withdrawn, cases.ToLookup(one => one.Case, one => one.Key));
    }
}

/// <summary>一年的表三，连同各格的案件。</summary>
/// <param name="Table">表三。</param>
/// <param name="Withdrawn">撤回的申请怎样计的。</param>
public sealed record CountedYear(TableThree Table, WithdrawnCounting Withdrawn, ILookup<CountedCase, CaseKey> Keys)
{
    /// <summary>一格是哪些件。</summary>
    public ImmutableArray<CaseKey> Cases(string row, ApplicantKind column) => [.. Table.Cases(row, column).Distinct().SelectMany(counted => Keys[counted])];

    /// <summary>照口径不计的各件。</summary>
    public ImmutableArray<CaseKey> LeftOut() => [.. Keys.Where(same => Withdrawn.LeavesOut(same.Key)).SelectMany(same => same)];
}

/// <summary>指到一件。</summary>
/// <param name="Caption">案号；没有登记的是查询码。</param>
public sealed record CaseKey(CaseId Id, string Caption);
