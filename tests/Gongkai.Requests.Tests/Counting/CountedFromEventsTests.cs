using Gongkai.Requests.Counting;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Requests.Tests.Process;

namespace Gongkai.Requests.Tests.Counting;

/// <summary>一千个机关，各有任意走过流程的案件：表三每一格都等于直接从事件数出来的，不经状态，也不经计数的那一套。</summary>
public sealed class CountedFromEventsTests
{
    private const int Bodies = 1_000, CasesEach = 8, Choices = 70;

    private static readonly ApplicantKind[] Kinds = Enum.GetValues<ApplicantKind>();

    [Fact]
    public void Every_cell_of_a_thousand_bodies_equals_a_count_over_the_raw_events()
    {
        var random = new Random(20260105);
        var (compared, counted) = (0, 0);
        for (var body = 0; body < Bodies; body++)
        {
            List<(ApplicantKind Kind, List<CaseEvent> Events)> cases = [.. Enumerable.Range(0, CasesEach).Select(_ => (Kinds[random.Next(Kinds.Length)], CaseWalks.Walk([.. Enumerable.Range(0, Choices).Select(_ => random.Next())])))];
            List<CountedCase> states = [.. cases.Select(one => CaseState.Of(one.Events).Counted is { } each ? each with { Applicant = one.Kind } : null).OfType<CountedCase>()];
            List<Raw> raw = [.. cases.Select(one => Raw.Of(one.Kind, one.Events)).OfType<Raw>()];
            foreach (var year in Enumerable.Range(2024, 4))
            {
                var (table, rows) = (TableThree.Of(states, year), OutcomeTable.All.Select(entry => entry.RowIn(year)).Distinct().ToList());
                foreach (var kind in Kinds)
                {
                    var own = raw.Where(one => one.Kind == kind).ToList();
                    Same(TableThree.NewlyReceived, own.Count(one => one.Received.Year == year));
                    Same(TableThree.CarriedIn, own.Count(one => one.Received.Year < year && !(one.Ended?.Year < year)));
                    Same(TableThree.TotalProcessed, own.Count(one => one.Ended?.Year == year));
                    Same(TableThree.CarriedOut, own.Count(one => one.Received.Year <= year && !(one.Ended?.Year <= year)));
                    foreach (var row in rows) Same(row, own.Count(one => one.Ended?.Year == year && OutcomeTable.All.Single(entry => entry.Outcome == one.Outcome).RowIn(year) == row));

                    void Same(string row, int expected)
                    {
                        table.Count(row, kind).ShouldBe(expected, $"第 {body} 个机关 {year} 年 {row} {kind}");
                        compared++;
                        counted += expected;
                    }
                }
            }
        }

        compared.ShouldBeGreaterThan(500_000);
        counted.ShouldBeGreaterThan(20_000, "数的不能都是零。");
    }

    /// <summary>直接从事件看：何时收到，何时离开办理，以什么结局。重作的不再计。</summary>
    private sealed record Raw(ApplicantKind Kind, DateOnly Received, DateOnly? Ended, CaseOutcome? Outcome)
    {
        public static Raw? Of(ApplicantKind kind, List<CaseEvent> events)
        {
            if (events.Exists(happened => happened.Action == CaseAction.OpenRedo)) return null;
            if (events.Find(happened => happened.Action is CaseAction.Receive or CaseAction.Confirm or CaseAction.TakeOver) is not { } arrival) return null;
            var end = events.Find(happened => CaseProcess.Open.Contains(happened.From) && !CaseProcess.Open.Contains(happened.To));
            return new Raw(kind, arrival.On, end?.On, end is null ? null : OutcomeOf(end, events));
        }

        private static CaseOutcome? OutcomeOf(CaseEvent end, List<CaseEvent> events) => end.Action switch
        {
            CaseAction.SendAnswer => events.FindLast(happened => happened.Action == CaseAction.SubmitDraft)!.Details.Outcome,
            CaseAction.LapseCorrection => CaseOutcome.CorrectionOverdue,
            CaseAction.LapseFee => CaseOutcome.FeeOverdue,
            CaseAction.Withdraw => CaseOutcome.Withdrawn,
            CaseAction.Terminate => CaseOutcome.Terminated,
            _ => end.Details.Outcome,
        };
    }
}
