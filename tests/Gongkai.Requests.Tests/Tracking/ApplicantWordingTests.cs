using Gongkai.Requests.Process;
using Gongkai.Requests.Tracking;

namespace Gongkai.Requests.Tests.Tracking;

/// <summary>给申请人看的话：内部的事不说，每一步都有说法。</summary>
public sealed class ApplicantWordingTests
{
    [Fact]
    public void What_goes_on_inside_the_office_is_not_told() => Enum.GetValues<CaseAction>().Where(action => ApplicantWording.Told(Event(action)) is null).ShouldBe(
        [
            CaseAction.Assign, CaseAction.Reassign, CaseAction.RejectReason, CaseAction.RecordSearch, CaseAction.DeliverConsultation, CaseAction.ApproveExtension, CaseAction.StartDraft, CaseAction.ResumeProcessing,
            CaseAction.SubmitDraft, CaseAction.PassLegal, CaseAction.PassSecrecy, CaseAction.ReturnDraft, CaseAction.ApproveAnswer, CaseAction.Archive,
        ],
        ignoreOrder: true);

    [Fact]
    public void What_is_told_never_repeats_what_the_office_wrote()
    {
        var written = new CaseDetails { Text = "内部的意见", Evidence = "通话记录", Party = "某文化公司", Cause = "缘由", Basis = "《某法》", EarlierCase = "2025-0001", Search = new("密库", "词", "某检索员") };

        foreach (var action in Enum.GetValues<CaseAction>())
            if (ApplicantWording.Told(Event(action) with { Details = written }) is { } told)
                foreach (var inner in (string[])["内部的意见", "通话记录", "某文化公司", "缘由", "某法", "2025-0001", "密库", "某检索员"]) told.ShouldNotContain(inner, Case.Sensitive, action.ToString());
    }

    private static CaseEvent Event(CaseAction action) => new()
    {
        Number = 1, Action = action, From = CaseStage.Processing, To = CaseStage.Processing, Role = CaseRole.Handler, At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)), On = new DateOnly(2026, 3, 2),
    };
}
