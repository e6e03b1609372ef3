using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.Requests.Outcomes;

namespace Gongkai.Requests.Counting;

/// <summary>计数所看的一件：收到日、申请人的类别、结局、答复日。</summary>
/// <param name="Received">收到日。</param>
/// <param name="Applicant">申请人的类别；几个人的，第一个。</param>
/// <param name="Outcome">结局；没有办结的为空。</param>
/// <param name="ResultOn">答复日、终止日；没有办结的为空。</param>
public sealed record CountedCase(DateOnly Received, ApplicantKind Applicant, CaseOutcome? Outcome, DateOnly? ResultOn);

/// <summary>一年的表三：每一格由案件数出来，从不手填。行是年报格式的 key。</summary>
public sealed class TableThree
{
    /// <summary>本年新收的行。</summary>
    public const string NewlyReceived = "newlyReceived";

    /// <summary>上年结转的行。</summary>
    public const string CarriedIn = "carriedIn";

    /// <summary>办理结果的总计行。</summary>
    public const string TotalProcessed = "totalProcessed";

    /// <summary>结转下年度的行。</summary>
    public const string CarriedOut = "carriedOut";

    private readonly FrozenDictionary<(string Row, ApplicantKind Column), ImmutableArray<CountedGroup>> _cells;

    private TableThree(int year, IEnumerable<CountedGroup> groups)
    {
        Year = year;
        _cells = groups.SelectMany(group => RowsOf(group.Case, year).Select(row => (Row: row, group)))
            .GroupBy(pair => (pair.Row, pair.group.Case.Applicant))
            .ToFrozenDictionary(cell => cell.Key, cell => cell.Select(pair => pair.group).ToImmutableArray());
    }

    /// <summary>哪一年。</summary>
    public int Year { get; }

    /// <summary>数出一年。</summary>
    /// <param name="cases">全部的件，别的年度的也在内。</param>
    /// <param name="year">哪一年。</param>
    /// <param name="withdrawn">撤回的怎样计。</param>
    public static TableThree Of(IEnumerable<CountedCase> cases, int year, WithdrawnCounting withdrawn = WithdrawnCounting.Counted) =>
        Of(cases.Select(counted => new CountedGroup(counted, 1)), year, withdrawn);

    /// <summary>由分好的组数出一年：口径只有这一处，逐件的是一件一组。</summary>
    /// <param name="groups">年底看来一样的各组。</param>
    /// <param name="year">哪一年。</param>
    /// <param name="withdrawn">撤回的怎样计。</param>
    public static TableThree Of(IEnumerable<CountedGroup> groups, int year, WithdrawnCounting withdrawn = WithdrawnCounting.Counted) =>
        new(year, groups.Where(group => !withdrawn.LeavesOut(group.Case)));

    /// <summary>一格的数。</summary>
    public int Count(string row, ApplicantKind column) => Groups(row, column).Sum(group => group.Count);

    /// <summary>一行的总计。</summary>
    public int Total(string row) => Enum.GetValues<ApplicantKind>().Sum(column => Count(row, column));

    /// <summary>一格是哪些件；由组数出的，一组一件。</summary>
    public ImmutableArray<CountedCase> Cases(string row, ApplicantKind column) => [.. Groups(row, column).Select(group => group.Case)];

    private ImmutableArray<CountedGroup> Groups(string row, ApplicantKind column) => _cells.GetValueOrDefault((row, column), []);

    /// <summary>一件在一年里落在哪些行：新收或者上年结转，办理结果或者结转下年度。</summary>
    private static IEnumerable<string> RowsOf(CountedCase counted, int year)
    {
        var (received, result) = (counted.Received.Year, counted.ResultOn?.Year ?? int.MaxValue);
        if (received > year || result < year) yield break;
        yield return received == year ? NewlyReceived : CarriedIn;
        if (result > year)
        {
            yield return CarriedOut;
            yield break;
        }

        yield return counted.Outcome!.Value.Entry().RowIn(year);
        yield return TotalProcessed;
    }
}
