using FsCheck;
using FsCheck.Fluent;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Law.Fees;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;

namespace Gongkai.Requests.Tests.Process;

/// <summary>任意的人在任意的日子做任意的事：放行的，必守规矩。</summary>
public sealed class CaseWalks
{
    private static readonly DateOnly Start = new(2024, 11, 1);

    private static readonly CaseFacts Facts = new() { Calendar = WorkingCalendar.National, AnsweredEarlier = ["旧案"] };

    private static readonly Gen<int[]> Walks = Gen.Choose(0, int.MaxValue).ArrayOf(70);

    private static readonly Gen<HolidayNotice> Notices =
        from off in Gen.Choose(0, 500).ListOf()
        from makeUp in Gen.Choose(0, 500).ListOf()
        select new HolidayNotice
        {
            Title = "关于调整放假的通知", Number = "云政办发〔2025〕3号", Year = 2025, Source = "市政府网站",
            Off = [.. off.Distinct().Select(day => new NoticeDay(Start.AddDays(day), "调整"))], MakeUp = [.. makeUp.Except(off).Distinct().Select(day => new NoticeDay(Start.AddDays(day), "调整"))],
        };

    [Fact]
    public void No_walk_leaves_the_table() => OnEveryWalk(events =>
    {
        foreach (var happened in events) CaseProcess.Table.Decide(happened.From, happened.Action, happened.Role).Value.To.ShouldBe(happened.To);
        foreach (var (before, after) in events.Zip(events.Skip(1))) after.From.ShouldBe(before.To);
    });

    [Fact]
    public void Every_case_has_one_result_at_most_and_once_ended_never_opens_again() => OnEveryWalk(events =>
    {
        var results = events.Where(happened => !CaseProcess.Open.Contains(happened.To) && CaseProcess.Open.Contains(happened.From)).ToList();
        results.Count.ShouldBeLessThanOrEqualTo(1);
        var state = CaseState.Of(events);
        state.IsOpen.ShouldBe(results.Count == 0);
        (state.Outcome is not null && state.ResultOn is not null).ShouldBe(!state.IsOpen);
    });

    [Fact]
    public void The_due_date_is_that_of_a_plain_count_of_days() => OnEveryWalk(events =>
    {
        var state = CaseState.Initial;
        foreach (var happened in events)
        {
            state = state.After(happened);
            if (state.Received is not null && state.IsOpen) CaseDeadline.Of(state, WorkingCalendar.National).Answer!.Due.ShouldBe(Oracle(events.Take(happened.Number).ToList(), WorkingCalendar.National), string.Join(" ", events.Take(happened.Number).Select(each => $"{each.Action}@{each.On:MM-dd}")));
        }
    });

    [Fact]
    public void Under_any_new_notice_a_recomputation_is_a_fresh_count_of_days_and_says_so_only_where_the_date_moves() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400),
        Prop.ForAll(Walks.ToArbitrary(), Notices.ToArbitrary(), (choices, notice) =>
        {
            var (events, calendar) = (Walk(choices), WorkingCalendar.National.With([notice]));
            var state = CaseState.Of(events);
            if (CaseClock.Of(state) is not { } clock) return;
            var (before, after) = (CaseDeadline.Of(clock, WorkingCalendar.National), CaseDeadline.Of(clock, calendar));
            after.Answer!.Due.ShouldBe(Oracle(events, calendar));
            // 期限往后挪了，原来届满以后才起作用的征求意见可能因此停住它：只有这样，等谁才会变。
            if (after.Awaited != before.Awaited) new[] { before.Awaited, after.Awaited }.ShouldBe([Awaited.Agency, Awaited.Others], ignoreOrder: true);

            var happened = CaseRecomputation.Of(state.Stage, state.EventCount, before.Due, after, notice.Cited, LegalTime.StartOf(new(2026, 11, 1)));
            (happened is null).ShouldBe(before.Due == after.Due);
            if (happened is null) return;
            CaseProcess.Table.Decide(happened.From, happened.Action, happened.Role).Value.To.ShouldBe(happened.To);
            happened.Details.Change.ShouldBe(new DeadlineChange(notice.Cited, before.Due, after.Due));
            var told = state.After(happened);
            (told.EventCount, told.Stage).ShouldBe((state.EventCount + 1, state.Stage));
            CaseDeadline.Of(told, calendar).Due.ShouldBe(after.Due, "记下重算，不改变期限所凭的事实。");
        }));

    [Fact]
    public void The_walks_reach_every_act()
    {
        var reached = new HashSet<CaseAction>();
        OnEveryWalk(events => reached.UnionWith(events.Select(happened => happened.Action)), walks: 2_000);

        Enum.GetValues<CaseAction>().Except(reached).ShouldBeEmpty("有的动作一次也没有走到，这些性质就没有检验到它。");
    }

    /// <summary>照法条另写一遍：从事件直接数日子，不用 CaseState，也不用 AnswerClock。</summary>
    private static DateOnly? Oracle(List<CaseEvent> events, WorkingCalendar calendar)
    {
        var received = events.First(happened => happened.Action is CaseAction.Receive or CaseAction.Confirm or CaseAction.TakeOver or CaseAction.OpenRedo).On;
        // 移入的，原台账里记着的各步并成一件事。
        if (events[0].Details.TakenOver is { } taken && events[0].Action == CaseAction.TakeOver) return TakenOverDue(events, taken, calendar);
        var noticeDue = received;
        for (var workdays = 0; workdays < 7;) if (calendar.IsWorkday(noticeDue = noticeDue.AddDays(1))) workdays++;
        var notices = events.Where(happened => happened.Action is CaseAction.RequestCorrection or CaseAction.TakeOverCorrection).ToList();
        var corrections = notices.Count > 0 && notices[0].On > noticeDue ? [] : events.Where(happened => happened.Action == CaseAction.ReceiveCorrection).ToList();
        var payments = events.Where(happened => happened.Action == CaseAction.RecordPayment);
        var anchor = corrections.Concat(payments).Select(happened => happened.On).Append(received).Max();

        var sent = events.Where(happened => happened.Action is CaseAction.ConsultThirdParty or CaseAction.ConsultJointMaker).ToList();
        var pauses = sent.Select((happened, index) => (From: happened.On, Until: events.FirstOrDefault(end => end.Action == CaseAction.EndConsultation && end.Details.Consultation == index + 1)?.On)).ToList();
        DateOnly? Count(int quota)
        {
            var day = anchor;
            for (var counted = 0; counted < quota;)
            {
                day = day.AddDays(1);
                if (pauses.Any(pause => day > pause.From && pause.Until is null)) return null;
                if (calendar.IsWorkday(day) && !pauses.Any(pause => day > pause.From && day <= pause.Until)) counted++;
            }

            return day;
        }

        var due = Count(20);
        var extension = events.FirstOrDefault(happened => happened.Action == CaseAction.ApproveExtension);
        var told = events.FirstOrDefault(happened => happened.Action == CaseAction.NotifyExtension);
        if (extension is not null && told is not null && !(due is { } original && told.On > original)) due = Count(20 + extension.Details.Days!.Value);
        var floor = events.LastOrDefault(happened => happened.Action == CaseAction.AcceptReason && happened.Details.Until is not null)?.Details.Until;
        return due is { } end && floor > end ? floor : due;
    }

    /// <summary>移入的，只看移入的那几项能不能算对；之后办的与别的一样，另有检验。</summary>
    private static DateOnly? TakenOverDue(List<CaseEvent> events, TakenOver taken, WorkingCalendar calendar) =>
        CaseDeadline.Of(CaseState.Of([.. LedgerTests.AsItHappened(events[0], taken), .. events.Skip(1).Select(happened => happened with { Number = happened.Number + 100 })]), calendar).Answer!.Due;

    private static void OnEveryWalk(Action<List<CaseEvent>> check, int walks = 400) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(walks), Prop.ForAll(Walks.ToArbitrary(), choices => check(Walk(choices))));

    /// <summary>照这些选择走一遍，答复放行了的各件事。</summary>
    internal static List<CaseEvent> Walk(int[] choices)
    {
        var (events, state, today) = (new List<CaseEvent>(), CaseState.Initial, Start);
        foreach (var choice in choices)
        {
            // 有时过了一个多月：期限才会过。
            today = today.AddDays(choice % 13 == 0 ? 45 : choice % 9);
            var rows = CaseProcess.Table.Rows.Where(row => row.From == state.Stage).ToList();
            // 撤回、终止处处都有，少选一些，走得深。
            var lively = rows.Where(row => row.Action is not (CaseAction.Withdraw or CaseAction.Terminate)).ToList();
            var pool = choice % 23 == 0 || lively.Count == 0 ? rows : lively;
            if (pool.Count == 0) break;
            var row = pool[choice / 7 % pool.Count];
            var role = row.Roles[choice / 13 % row.Roles.Length];
            // 多数是当天的；有的往前写几天。期满没有意见的，算到期满之日。
            var details = Details(choice, state, today);
            var on = row.Action == CaseAction.EndConsultation && details.Opinion == Opinion.Silent ? LastDay(state, details) ?? today : today.AddDays(-(choice / 17 % 4));
            if (row.Action is CaseAction.TakeOver or CaseAction.TakeOverCorrection or CaseAction.TakeOverResult) on = today.AddDays(-30 + (choice / 17 % 4));
            var command = new CaseCommand
            {
                Action = row.Action, Role = role, By = role is CaseRole.Applicant or CaseRole.System ? null : InventedCase.Person(choice / 19 % 5), At = LegalTime.StartOf(today).AddHours(9), On = on, Details = details,
            };
            if (!(CaseDecisions.Decide(state, command, Facts) is { Succeeded: true } done)) continue;
            events.Add(done.Value);
            state = state.After(done.Value);
        }

        return events;
    }

    private static DateOnly? LastDay(CaseState state, CaseDetails details) =>
        state.Consultations.FirstOrDefault(consultation => consultation.Number == details.Consultation) is { } consultation ? CaseDeadline.OfConsultation(consultation, WorkingCalendar.National) : null;

    private static CaseDetails Details(int choice, CaseState state, DateOnly today) => new()
    {
        Text = "说明", Evidence = "证据", Cause = "缘由", Party = "某公司", Number = "文号", Assignee = InventedCase.Handler, Search = InventedCase.Search, EarlierCase = "旧案", RedoOf = "旧案",
        Way = state.Stage == CaseStage.Submitted ? (ReceiptWay)(choice / 3 % 7) : null,
        Until = choice % 3 == 0 ? null : today.AddDays(15 + (choice % 40)),
        Days = 1 + (choice % 20),
        Consultation = 1 + (choice / 5 % Math.Max(1, state.Consultations.Length)),
        Opinion = (Opinion)(choice / 11 % 5),
        Fee = new FeeOrder(choice % 2 == 0 ? ChargeMode.Items : ChargeMode.Pages, 40, 0),
        TakenOver = choice % 2 == 0 ? null : new TakenOver(null, null, 1 + (choice % 20), today, null),
        Outcome = OutcomeTable.All[choice / 29 % OutcomeTable.All.Length].Outcome,
    };
}
