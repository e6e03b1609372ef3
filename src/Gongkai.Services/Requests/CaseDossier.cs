using System.Collections.Immutable;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.PersonalData;
using Gongkai.Law.Calendar;
using Gongkai.Law.Clocks;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Letters;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;

namespace Gongkai.Services.Requests;

/// <summary>清单里的一件。</summary>
/// <param name="Unit">向哪个单位提出。</param>
/// <param name="Number">案号；没有登记的为空。</param>
/// <param name="TrackCode">查询码。</param>
/// <param name="Wanted">所需信息的开头；抹去了的为空。</param>
/// <param name="Awaited">等谁。</param>
/// <param name="DueOn">最后一日（含）；没有的为空。</param>
/// <param name="DaysLeft">到最后一日还剩几个工作日，当天为 0，逾期为负；没有的为空。</param>
/// <param name="AssigneeName">交给谁办；没有交办的为空。</param>
/// <param name="Outcome">结局；没有办结的为空。</param>
/// <param name="Version">并发的版本。</param>
public sealed record CaseLine(
    CaseId Id, UnitId Unit, string? Number, string TrackCode, ApplicantKind Applicant, string? Wanted, CaseStage Stage, Awaited Awaited, DateOnly? DueOn, int? DaysLeft,
    string? AssigneeName, DateTimeOffset SubmittedAt, DateOnly? ReceivedOn, CaseOutcome? Outcome, DateOnly? ResultOn, long Version)
{
    // 清单里写得下的字数。
    private const int Shown = 60;

    /// <summary>迟做的：补正告知、延期告知发得晚了，没有效力；都按期的是空的。办结了的不再看。</summary>
    public ImmutableArray<ClockFlag> Late { get; init; } = [];

    /// <summary>内部期限：答复至迟在这一天（含）送审；没有设的、已经送审的、期限没有在走的为空。</summary>
    public DateOnly? DraftBy { get; init; }

    /// <summary>快到期了：还剩的工作日不多于设定的。</summary>
    public bool IsNearDue { get; init; }

    /// <summary>逾期了：本机关该做的没有做。</summary>
    public bool IsOverdue => Awaited == Awaited.Agency && DaysLeft < 0;

    internal static CaseLine Of(RequestCaseRow row, DossierKey? key, string? assignee, WorkingCalendar calendar, DateOnly today, CaseReminderPlan plan) => new(
        new CaseId(row.Id), new UnitId(row.Unit), row.Number, row.TrackCode, row.Applicant, key is null ? null : Head(row.ToContent(key).Wanted), row.Stage, row.Awaited, row.DueOn,
        row.DueOn is { } due ? calendar.WorkdaysLeft(due, today) : null, assignee, row.SubmittedAt, row.ReceivedOn, row.Outcome, row.ResultOn, row.Version)
    {
        DraftBy = plan.DraftBy(row.Stage, row.Awaited, row.DueOn, calendar), IsNearDue = row is { Awaited: Awaited.Agency, DueOn: { } last } && plan.IsNear(calendar.WorkdaysLeft(last, today)),
        Late = CaseDeadline.Of(RequestCaseRow.ReadClock(row.Clock), calendar).Answer is { } answer ? [.. answer.Flags.Where(flag => flag.Kind is ClockFlagKind.LateCorrectionNotice or ClockFlagKind.LateExtensionNotice)] : [],
    };

    private static string Head(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= Shown ? line : $"{line[..Shown]}……";
    }
}

/// <summary>清单的一页。</summary>
/// <param name="Count">一共几件。</param>
/// <param name="ByStage">各状态几件，不论挑了哪些。</param>
public sealed record CasePage(ImmutableArray<CaseLine> Lines, int Count, int Page, int Pages, ImmutableSortedDictionary<CaseStage, int> ByStage);

/// <summary>一件的全部。</summary>
/// <param name="Content">申请的内容；抹去了的为空。</param>
/// <param name="State">办到了哪里。</param>
/// <param name="Steps">各件事，先的在前。</param>
/// <param name="Letters">各份文书，先出的在前。</param>
/// <param name="Acts">看的人此时可以办的，照流程表；日期与内容的条件到办理时再看。</param>
/// <param name="Deadline">期限，连同逐日的理由；抹去了的为空。</param>
public sealed record CaseDossier(
    CaseLine Line, ApplicationContent? Content, CaseState State, ImmutableArray<CaseStep> Steps, ImmutableArray<CaseLetter> Letters, ImmutableArray<CaseAction> Acts, CaseDeadline? Deadline)
{
    /// <summary>日历变了，重算过几次，先的在前。</summary>
    public IEnumerable<CaseEvent> Changes => Steps.Select(step => step.Event).Where(happened => happened.Details.Change is not null);
}

/// <summary>一件事，连同是谁办的。</summary>
/// <param name="ByName">谁；申请人自己、系统做的为空。</param>
/// <param name="AssigneeName">交给谁；不是交办、改派的为空。</param>
public sealed record CaseStep(CaseEvent Event, string? ByName, string? AssigneeName);

/// <summary>一份文书。</summary>
/// <param name="Number">第几份，从 1 起。</param>
/// <param name="Event">随第几件事。</param>
/// <param name="Template">哪一种。</param>
public sealed record CaseLetter(int Number, int Event, string Template, Letter Letter);
