using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Process;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>办一件事要装入的事实。</summary>
internal static class CaseReading
{
    /// <summary>日历，和这个单位数字定下了的各年。</summary>
    public static async Task<CaseFacts> Facts(ActScope scope, WorkingCalendar calendar, UnitId unit, CancellationToken cancel) =>
        new() { Calendar = calendar, LockedYears = [.. await YearQueries.Settled(scope.Db, unit, cancel)] };

    /// <summary>连同同一申请人在先的、已经答复的各件：要说重复申请的才查，查一次记一次。</summary>
    public static async Task<CaseFacts> Facts(ActScope scope, WorkingCalendar calendar, RequestCaseRow row, CaseDetails details, CancellationToken cancel)
    {
        var facts = await Facts(scope, calendar, new UnitId(row.Unit), cancel);
        if (details.EarlierCase is null) return facts;
        var same = (await scope.Personal.FindSame(row.Subject, [ApplicantFields.Identity, ApplicantFields.Phone, ApplicantFields.Email], cancel)).Select(Guid.Parse).ToList();
        var answered = await scope.Db.RequestCases.AsNoTracking()
            .Where(other => same.Contains(other.Id) && other.Unit == row.Unit && other.Number != null && other.SubmittedAt <= row.SubmittedAt && (other.Stage == CaseStage.Replied || other.Stage == CaseStage.Delivered || other.Stage == CaseStage.Archived))
            .Select(other => other.Number!).ToListAsync(cancel);
        return facts with { AnsweredEarlier = [.. answered] };
    }
}
