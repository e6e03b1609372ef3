using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Law.Identifiers;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Services.Requests;
using static Gongkai.Requests.Process.CaseAction;

namespace Gongkai.Services.Demonstration;

/// <summary>演示的申请：各单位三年里办结的几件，各样结局都有；现在停在各处等人办的几件，其中有一件已经逾期。</summary>
internal sealed class DemoCases(RequestServices requests, ImmutableDictionary<string, DemoTeam> teams, DateTimeOffset now, CancellationToken cancel)
{
    // 市文旅局的最多，别的单位少一些。
    private const int Most = 24, Usual = 6, DaysBetween = 37, Spoken = 24;

    private readonly List<DemoAct> _acts = [];

    /// <summary>排好的各件事。</summary>
    public IReadOnlyList<DemoAct> Plan()
    {
        var count = 0;
        foreach (var unit in DemoUnit.All.Where(unit => teams.ContainsKey(unit.Key)))
        {
            var number = 0;
            var finished = unit.Key == "wenlv" ? Most : Usual;
            for (; number < finished; number++)
                Add(unit, number, count++, WorkTime.Workday(LegalTime.DateOf(now).AddDays(-60 - (finished - number) * DaysBetween * Most / finished)), DemoCasePath.Finished[count % DemoCasePath.Finished.Length]);
            foreach (var path in DemoCasePath.UnderWay.Take(unit.Key == "wenlv" ? int.MaxValue : 2))
                Add(unit, number++, count++, Back(LegalTime.DateOf(now), path.StartedWorkdaysAgo), path);
        }

        var wenlv = DemoUnit.All.First(unit => unit.Key == "wenlv");
        if (teams.ContainsKey(wenlv.Key)) Settle(wenlv, now.Year - 2);
        return [.. _acts.Where(act => act.At < now)];
    }

    private void Add(DemoUnit unit, int number, int count, DateOnly start, DemoCasePath path)
    {
        var (team, going) = (teams[unit.Key], new Going { Answer = number + 1 });
        var at = WorkTime.On(start, 10 + count % 60);
        var topic = unit.Topics[count % unit.Topics.Length];
        Add(at, unit, async () =>
        {
            var received = await requests.Intake.Submit(team.Unit, Application(count, topic), $"demo-{count}", cancel);
            if (received.Succeeded) (going.Case, going.Pass) = (received.Value.Case, new TrackPass(received.Value.TrackCode, Application(count, topic).Phone!));
            return received.Refusal;
        });
        foreach (var step in path.Steps)
        {
            var day = WorkingCalendar.National.AddWorkdays(start, step.Workday).Date;
            at = step.Workday == 0 ? at.AddMinutes(12) : Later(at, WorkTime.On(day, 10 + count % 60));
            var on = LegalTime.DateOf(at);
            Add(at, unit, () => Do(unit, team, going, step, on));
        }

        if (unit.Key == "wenlv" && number < Spoken && path.Steps.Any(step => step.Details.Outcome == CaseOutcome.Granted) && path.Steps.Any(step => step.Action == Archive)) Add(at.AddMinutes(30), unit, () => Speak(going, number));
    }

    // 答复以后，申请人评了分，有的希望公开。
    private async Task<Refusal?> Speak(Going going, int number)
    {
        var rated = await requests.Voices.Rate(going.Pass!, 5 - (number % 3), number % 2 == 0 ? "答复得清楚（演示）。" : null, $"demo-{number}", cancel);
        return rated.Refusal ?? (number % 2 == 0 ? (await requests.Voices.Wish(going.Pass!, $"demo-{number}", cancel)).Refusal : null);
    }

    // 市文旅局前年的年报在别处编，数在这里定下：取快照、冻结、锁定；上一年的随年报定（DemoReports）。
    private void Settle(DemoUnit unit, int year)
    {
        var version = 0L;
        foreach (var (day, act) in ((int, SnapshotAct)[])[(5, SnapshotAct.Take), (20, SnapshotAct.Freeze), (28, SnapshotAct.Lock)])
            Add(WorkTime.On(new DateOnly(year + 1, 1, day), 15), unit, async () =>
            {
                var done = await requests.Years.Do(teams[unit.Key].People[Role.DisclosureOfficeHead].First(), teams[unit.Key].Unit, year, act, version, null, null, cancel);
                if (done.Succeeded) version = done.Value;
                return done.Refusal;
            });
    }

    private async Task<Refusal?> Do(DemoUnit unit, DemoTeam team, Going going, DemoCaseStep step, DateOnly on)
    {
        var details = step.Details with
        {
            Assignee = step.Action == Assign ? team.Handler(0) : null,
            Number = step.Action == SendAnswer ? $"{unit.NumberCode}公复〔{on.Year}〕{going.Answer}号" : null,
            Until = step.UntilWorkdays is { } days ? WorkingCalendar.National.AddWorkdays(on, days).Date : null,
        };
        var by = step.Role == Role.Handler ? team.Handler(0) : team.People[step.Role].First();
        var done = await requests.Desk.Do(by, new CaseInput(going.Case, going.Version, step.Action, on) { Details = details }, null, cancel);
        if (done.Succeeded) going.Version = done.Value;
        return done.Refusal;
    }

    private static Application Application(int count, string topic)
    {
        var kind = (count % 9) switch { 3 => ApplicantKind.Business, 5 => ApplicantKind.LegalService, 7 => ApplicantKind.PublicWelfare, _ => ApplicantKind.NaturalPerson };
        var person = kind == ApplicantKind.NaturalPerson;
        var serial = string.Create(CultureInfo.InvariantCulture, $"99990019{60 + count % 40:00}{1 + count % 12:00}{1 + count % 28:00}{count % 1000:000}");
        return new Application
        {
            Kind = kind, Name = kind switch { ApplicantKind.NaturalPerson => $"某{"甲乙丙丁戊己庚辛壬癸"[count % 10]}", ApplicantKind.Business => "云泽某商贸有限公司", ApplicantKind.LegalService => "云泽某律师事务所", _ => "云泽某志愿者协会" },
            IdentityKind = person ? IdentityKind.ResidentId : IdentityKind.CreditCode,
            IdentityNumber = person ? serial + ResidentIdNumber.CheckCharacter(serial) : CreditCode.Complete(string.Create(CultureInfo.InvariantCulture, $"91999900MA{count % 10000000:0000000}")),
            Phone = string.Create(CultureInfo.InvariantCulture, $"139{count % 100000000:00000000}"), Address = "云泽市（虚构）",
            Wanted = $"{topic}的实施方案、资金安排和验收结果", Form = count % 4 == 0 ? DisclosureForm.Paper : DisclosureForm.Electronic, Delivery = count % 4 == 0 ? DeliveryWay.Post : DeliveryWay.Portal,
        };
    }

    private static DateOnly Back(DateOnly day, int workdays)
    {
        for (day = WorkingCalendar.National.LastWorkdayUntil(day); workdays > 0; workdays--) day = WorkingCalendar.National.LastWorkdayUntil(day.AddDays(-1));
        return day;
    }

    private static DateTimeOffset Later(DateTimeOffset before, DateTimeOffset wanted) => wanted > before ? wanted : before.AddMinutes(12);

    private void Add(DateTimeOffset at, DemoUnit unit, Func<Task<Refusal?>> act) => _acts.Add(new DemoAct(at, $"{unit.Facts.Name}的一件申请", act));

    /// <summary>办着的一件：提出以后才有标识。</summary>
    private sealed class Going
    {
        public CaseId Case { get; set; }

        public long Version { get; set; } = 1;

        /// <summary>申请人查询的凭据；还没有提出的为空。</summary>
        public TrackPass? Pass { get; set; }

        /// <summary>答复书编几号：每个单位各从 1 起。</summary>
        public required int Answer { get; init; }
    }
}
