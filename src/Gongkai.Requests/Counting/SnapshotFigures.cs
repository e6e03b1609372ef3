using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Requests.Outcomes;

namespace Gongkai.Requests.Counting;

/// <summary>快照里的一件申请，照年底的样子：第二年才办结的，还没有结局。</summary>
/// <param name="Id">哪一件。</param>
/// <param name="Caption">案号；没有登记的是查询码。</param>
/// <param name="Received">收到日。</param>
/// <param name="Applicant">申请人的类别。</param>
/// <param name="Outcome">结局；年底没有办结的为空。</param>
/// <param name="ResultOn">答复日、终止日；年底没有办结的为空。</param>
public sealed record SnapshotCase(Guid Id, string Caption, DateOnly Received, ApplicantKind Applicant, CaseOutcome? Outcome, DateOnly? ResultOn)
{
    /// <summary>计数所看的。</summary>
    public CountedCase Counted => new(Received, Applicant, Outcome, ResultOn);

    internal string Line => string.Create(CultureInfo.InvariantCulture, $"{Id:D}|{Received:yyyy-MM-dd}|{Applicant}|{Outcome}|{ResultOn:yyyy-MM-dd}");
}

/// <summary>快照里的一件复议、诉讼，照年底的样子。</summary>
/// <param name="Id">台账里的哪一笔。</param>
/// <param name="Caption">复议、诉讼的案号。</param>
/// <param name="Remedy">计数所看的。</param>
public sealed record SnapshotRemedy(Guid Id, string Caption, CountedRemedy Remedy)
{
    internal string Line => string.Create(CultureInfo.InvariantCulture, $"{Id:D}|{Remedy.Row}|{Remedy.FiledOn:yyyy-MM-dd}|{Remedy.Result}|{Remedy.ResultOn:yyyy-MM-dd}");
}

/// <summary>表里的一格。</summary>
/// <param name="Row">哪一行，年报格式的 key。</param>
/// <param name="Column">哪一列：表三是申请人的类别，表四是结果。</param>
/// <param name="Count">几件；没有的格不写。</param>
public sealed record SnapshotCell(string Row, string Column, int Count);

/// <summary>一个单位一年的表三、表四，连同每一格是哪些件。只由年底的样子决定，所以以后再取，没有变动的散列相同。条例第五十条。</summary>
/// <param name="Year">哪一年。</param>
/// <param name="Cells">表三、表四的各格，按行、列。</param>
/// <param name="Cases">各件申请，按标识。</param>
/// <param name="Remedies">各件复议、诉讼，按标识。</param>
public sealed record SnapshotFigures(int Year, ImmutableArray<SnapshotCell> Cells, ImmutableArray<SnapshotCase> Cases, ImmutableArray<SnapshotRemedy> Remedies)
{
    /// <summary>撤回的申请照哪种口径计的；从前的快照没有这一项，都是计入的。</summary>
    public WithdrawnCounting Withdrawn { get; init; }

    /// <summary>数出一年。</summary>
    /// <param name="cases">全部的件，别的年度的也在内。</param>
    /// <param name="remedies">全部的复议、诉讼。</param>
    /// <param name="withdrawn">撤回的怎样计。</param>
    public static SnapshotFigures Of(int year, IEnumerable<SnapshotCase> cases, IEnumerable<SnapshotRemedy> remedies, WithdrawnCounting withdrawn = WithdrawnCounting.Counted)
    {
        var counted = cases.Select(one => AsOf(one, year)).OfType<SnapshotCase>().OrderBy(one => one.Id).ToImmutableArray();
        var filed = remedies.Select(one => AsOf(one.Remedy, year) is { } kept ? one with { Remedy = kept } : null).OfType<SnapshotRemedy>().OrderBy(one => one.Id).ToImmutableArray();
        return new SnapshotFigures(year, Count(year, counted, filed, withdrawn), counted, filed) { Withdrawn = withdrawn };
    }

    /// <summary>只有各格的数。</summary>
    public CountedTables Tables => new(Year, Cells, Withdrawn);

    /// <summary>表三。</summary>
    public TableThree TableThree => TableThree.Of(Cases.Select(one => one.Counted), Year, Withdrawn);

    /// <summary>表四。</summary>
    public TableFour TableFour => TableFour.Of(Remedies.Select(one => one.Remedy), Year);

    /// <summary>照口径不计的各件。</summary>
    public ImmutableArray<SnapshotCase> LeftOut() => [.. Cases.Where(one => Withdrawn.LeavesOut(one.Counted))];

    // 计入的不写口径：从前的快照没有这一项，散列不变。
    private string Heading => Withdrawn == WithdrawnCounting.Counted ? Year.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Year}|{Withdrawn}");

    /// <summary>各格与各件的散列（SHA-256，小写十六进制）：改过一格、一件，就不同了。</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', [.. Cells.Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell.Row}|{cell.Column}|{cell.Count}")).Prepend(Heading), "", .. Cases.Select(one => one.Line), "", .. Remedies.Select(one => one.Line)]))));

    /// <summary>各格等于由各件数出来的。</summary>
    public bool IsSound => Cells.SequenceEqual(Count(Year, Cases, Remedies, Withdrawn));

    /// <summary>一格几件。</summary>
    public int Of(string row, string column) => Tables.Count(row, column);

    /// <summary>一格是哪些件。</summary>
    public ImmutableArray<SnapshotCase> In(string row, ApplicantKind column)
    {
        var counted = TableThree.Cases(row, column);
        return [.. Cases.Where(one => counted.Contains(one.Counted))];
    }

    /// <summary>落在一行的各件。</summary>
    public IEnumerable<SnapshotCase> In(string row) => Enum.GetValues<ApplicantKind>().SelectMany(column => In(row, column));

    /// <summary>一件照某年年底的样子；不在这一年里的为空。</summary>
    internal static SnapshotCase? AsOf(SnapshotCase one, int year) =>
        one.Received.Year > year || one.ResultOn?.Year < year ? null : one.ResultOn?.Year > year ? one with { Outcome = null, ResultOn = null } : one;

    /// <summary>一件复议、诉讼照某年年底的样子；不在这一年里的为空。</summary>
    internal static CountedRemedy? AsOf(CountedRemedy? one, int year) =>
        one is null || one.FiledOn.Year > year || one.ResultOn?.Year < year ? null : one.ResultOn?.Year > year ? one with { Result = null, ResultOn = null } : one;

    private static ImmutableArray<SnapshotCell> Count(int year, ImmutableArray<SnapshotCase> cases, ImmutableArray<SnapshotRemedy> remedies, WithdrawnCounting withdrawn) =>
        CountedTables.Of(TableThree.Of(cases.Select(one => one.Counted), year, withdrawn), [.. remedies.Select(one => one.Remedy)], withdrawn).Cells;
}
