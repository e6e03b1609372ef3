using Gongkai.Data.Mapping.Requests;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Process;

namespace Gongkai.Services.Requests;

/// <summary>挑哪些；为空的不限。</summary>
/// <param name="Unit">向哪个单位提出的。</param>
public sealed record CaseFilter(UnitId Unit)
{
    /// <summary>只看没有办结的。</summary>
    public bool Open { get; init; }

    /// <summary>状态。</summary>
    public CaseStage? Stage { get; init; }

    /// <summary>交给谁办的。</summary>
    public PersonId? Assignee { get; init; }

    /// <summary>只看本机关已经逾期的。</summary>
    public bool Overdue { get; init; }

    /// <summary>案号或者查询码，从头写起。</summary>
    public string? Number { get; init; }

    /// <summary>收到日、答复日在哪一年的。</summary>
    public int? Year { get; init; }
}

/// <summary>按条件挑，排先后。</summary>
internal static class CaseFiltering
{
    public static IQueryable<RequestCaseRow> Matching(IQueryable<RequestCaseRow> rows, CaseFilter filter, DateOnly today)
    {
        if (filter.Open) rows = Open(rows);
        if (filter.Stage is { } stage) rows = rows.Where(row => row.Stage == stage);
        if (filter.Assignee is { } assignee) rows = rows.Where(row => row.Assignee == assignee.Value);
        if (filter.Overdue) rows = rows.Where(row => row.Awaited == Awaited.Agency && row.DueOn < today);
        if (filter.Number?.Trim() is { Length: > 0 } number) rows = rows.Where(row => row.Number!.StartsWith(number) || row.TrackCode == number);
        if (filter.Year is not { } year) return rows;
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return rows.Where(row => row.ReceivedOn <= last && (row.ResultOn == null || row.ResultOn >= first));
    }

    /// <summary>没有办结的。</summary>
    public static IQueryable<RequestCaseRow> Open(IQueryable<RequestCaseRow> rows) => rows.Where(row => row.Rank < RequestCaseRow.Ended);

    // 等双方确认的在最前：应当当日联系；再按期限，没有期限的在后；办结了的新的在前。先后存在一行里，一个单位的照索引取，不必全排一遍。
    public static IQueryable<RequestCaseRow> Sorted(IQueryable<RequestCaseRow> rows) => rows.OrderBy(row => row.Rank).ThenByDescending(row => row.SubmittedAt);
}
