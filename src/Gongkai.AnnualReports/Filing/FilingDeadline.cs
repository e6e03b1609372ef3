using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Organisations.Units;

namespace Gongkai.AnnualReports.Filing;

/// <summary>编报的期限：部门次年1月31日以前，政府3月31日以前，当日都在内；主管部门可以要求得更早，不能更晚。条例第四十九条。</summary>
/// <param name="SubmitBy">最晚哪一天报送主管部门（含）。</param>
/// <param name="PublishBy">最晚哪一天公布（含）。</param>
/// <param name="IsLocal">主管部门另有更早的要求。</param>
public sealed record FilingDeadline(DateOnly SubmitBy, DateOnly PublishBy, bool IsLocal)
{
    /// <summary>依据。</summary>
    public static Citation Basis { get; } = LegalDocuments.Regulation.Article("第四十九条");

    /// <summary>一个单位一年的期限。</summary>
    /// <param name="year">报告的年度。</param>
    /// <param name="kind">单位的性质：政府与其余的不同。</param>
    /// <param name="local">主管部门另外要求的；没有的为空。</param>
    public static FilingDeadline Of(int year, UnitKind kind, LocalDeadlines? local)
    {
        var legal = kind == UnitKind.Government ? new DateOnly(year + 1, 3, 31) : new DateOnly(year + 1, 1, 31);
        var submit = Earlier(kind == UnitKind.Government ? local?.GovernmentSubmit : local?.DepartmentSubmit, year, legal);
        var publish = Earlier(kind == UnitKind.Government ? local?.GovernmentPublish : local?.DepartmentPublish, year, legal);
        return new FilingDeadline(submit < publish ? submit : publish, publish, submit < legal || publish < legal);
    }

    private static DateOnly Earlier(MonthDay? local, int year, DateOnly legal) =>
        local is { } day && day.In(year + 1) is var on && on < legal ? on : legal;
}

/// <summary>主管部门要求的日子，都在报告年度的次年；没有要求的为空。</summary>
/// <param name="DepartmentSubmit">部门报送。</param>
/// <param name="DepartmentPublish">部门公布。</param>
/// <param name="GovernmentSubmit">政府报送。</param>
/// <param name="GovernmentPublish">政府公布。</param>
public sealed record LocalDeadlines(MonthDay? DepartmentSubmit, MonthDay? DepartmentPublish, MonthDay? GovernmentSubmit, MonthDay? GovernmentPublish)
{
    /// <summary>说不通的地方；没有的为空。</summary>
    public Refusal? Fault()
    {
        if (Later(DepartmentSubmit, 1, 31) || Later(DepartmentPublish, 1, 31)) return new Refusal("部门的期限不能晚于1月31日。", FilingDeadline.Basis);
        if (Later(GovernmentSubmit, 3, 31) || Later(GovernmentPublish, 3, 31)) return new Refusal("政府的期限不能晚于3月31日。", FilingDeadline.Basis);
        return After(DepartmentSubmit, DepartmentPublish) || After(GovernmentSubmit, GovernmentPublish) ? new Refusal("公布的期限不能早于报送的期限。") : null;
    }

    private static bool Later(MonthDay? day, int month, int dayOfMonth) => day is { } given && (given.Month, given.Day).CompareTo((month, dayOfMonth)) > 0;

    private static bool After(MonthDay? submit, MonthDay? publish) => submit is { } first && publish is { } then && (first.Month, first.Day).CompareTo((then.Month, then.Day)) > 0;
}

/// <summary>某月某日，年份另定。</summary>
/// <param name="Month">月。</param>
/// <param name="Day">日。</param>
public readonly record struct MonthDay(int Month, int Day)
{
    /// <summary>在某年；那年没有 2 月 29 日的，是 28 日。</summary>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));

    /// <summary>读“1-26”或者“01-26”；不是日子的为空。</summary>
    public static MonthDay? Parse(string? text)
    {
        if (text?.Trim().Split('-') is not [var month, var day]) return null;
        if (!int.TryParse(month, out var m) || !int.TryParse(day, out var d) || m is < 1 or > 12) return null;
        return d >= 1 && d <= DateTime.DaysInMonth(2024, m) ? new MonthDay(m, d) : null;
    }

    /// <summary>写作“1-26”。</summary>
    public override string ToString() => $"{Month}-{Day}";
}
