using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Calendars;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Process;
using Gongkai.Testing.Organisations;
using Actor = Gongkai.Data.Acts.Actor;

namespace Gongkai.Bench;

/// <summary>
/// 许多没有办结的申请，成批写进库：每件事照样问过流程表和硬规则，照样封起来，只是一批一个事务，审计一批一条。
/// 一半在一个单位，其余分在九个单位；有延期的、征求过意见的、正在征求的。
/// </summary>
internal static class CaseLoading
{
    private const int Together = 1_000;
    private const int Units = 10;

    public static async Task Load(InventedCity city, InventedOffice office, int count)
    {
        var units = new List<UnitId> { office.Unit };
        for (var number = 1; number < Units; number++) units.Add(await city.Establish($"云泽市第{number}局", UnitLevel.City, UnitKind.Department));
        foreach (var (at, unit) in units.Index())
        {
            var own = at == 0 ? count - (count / 2 / (Units - 1) * (Units - 1)) : count / 2 / (Units - 1);
            for (var from = 0; from < own; from += Together)
            {
                var some = Enumerable.Range(from, Math.Min(Together, own - from));
                InventedCity.Done(await city.Database.Acts.Perform<int>(
                    new Act("bench.load", Actor.System, new ChainId(unit.Value)),
                    scope =>
                    {
                        foreach (var number in some) Add(scope, city, office, unit, at, number);
                        scope.Record(new Subject("unit", unit.Value), new { from });
                        return Task.FromResult<Outcome<int>>(some.Count());
                    },
                    CancellationToken.None));
            }
        }
    }

    private static void Add(ActScope scope, InventedCity city, InventedOffice office, UnitId unit, int at, int number)
    {
        var handler = office.Holder(Role.Handler);
        var received = new DateOnly(2026, 2, 2).AddDays(number % 26);
        var id = Guid.CreateVersion7(scope.Now);
        var key = city.Database.Dossiers.Create(scope.Db, new Subject(RequestCaseRow.SubjectKind, id));
        var content = new ApplicationContent($"2025 年第 {number} 批文化场馆免费开放补助的发放名册，连同审批的文件", DisclosureForm.Electronic, DeliveryWay.Portal, null, false, 0);
        var row = new RequestCaseRow
        {
            Id = id, Unit = unit.Value, TrackCode = $"BN{at}{number:000000000}", SubmittedAt = LegalTime.StartOf(received).AddHours(9), Applicant = (ApplicantKind)(number % 6), Content = RequestCaseRow.SealContent(key, content),
        };
        var (state, facts) = (CaseState.Initial, new CaseFacts { Calendar = NumberedCalendar.Shipped.Days });
        Do(CaseAction.Receive, CaseRole.Handler, 0, new() { Way = ReceiptWay.InPerson, Evidence = "受理记录" });
        Do(CaseAction.Register, CaseRole.Handler, 0, new() { Number = $"2026-{number:000000}" });
        Do(CaseAction.Assign, CaseRole.DisclosureOfficeHead, 0, new() { Assignee = handler });
        Do(CaseAction.Accept, CaseRole.Handler, 0, CaseDetails.None);
        if (number % 5 == 1)
        {
            Do(CaseAction.ConsultThirdParty, CaseRole.DisclosureOfficeHead, 1, new() { Party = "某文化公司" });
            if (number % 10 == 1) Do(CaseAction.EndConsultation, CaseRole.Handler, 2, new() { Consultation = 1, Opinion = Opinion.Agrees });
        }
        else if (number % 5 == 2)
        {
            Do(CaseAction.ApproveExtension, CaseRole.DisclosureOfficeHead, 1, new() { Days = 10, Text = "涉及几个科室" });
            Do(CaseAction.NotifyExtension, CaseRole.Handler, 1, CaseDetails.None);
        }

        scope.Db.RequestCases.Add(row);

        void Do(CaseAction action, CaseRole role, int days, CaseDetails details)
        {
            var on = received.AddDays(days);
            var happened = CaseDecisions.Decide(state, new CaseCommand { Action = action, Role = role, By = handler, At = LegalTime.StartOf(on).AddHours(10), On = on, Details = details }, facts).Value;
            state = state.After(happened);
            row.Add(key, happened, state, NumberedCalendar.Shipped);
        }
    }
}
