using FsCheck;
using FsCheck.Fluent;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Law.Process;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Requests.Claims;
using Gongkai.Requests.Letters;
using Gongkai.Testing;

namespace Gongkai.Requests.Tests.Claims;

/// <summary>更正申请、投诉举报：一张流程表，两种结果；规则、期限、告知书。</summary>
public sealed class ClaimProcessTests
{
    private static readonly PersonId Handler = new(Guid.NewGuid()), Head = new(Guid.NewGuid());

    [Fact]
    public void The_document_says_what_the_table_does()
    {
        var path = Repository.PathOf("docs", "claim-process.md");
        var generated = ClaimText.ToMarkdown();
        if (Environment.GetEnvironmentVariable("GONGKAI_UPDATE_DOCS") == "1") File.WriteAllText(path, generated);

        File.ReadAllText(path).ShouldBe(generated, "docs/claim-process.md 与流程表不一致，重新生成：GONGKAI_UPDATE_DOCS=1 dotnet test tests/Gongkai.Requests.Tests");
    }

    [Fact]
    public void What_every_role_may_do_in_every_state_is_as_agreed() => Golden.Matches(ClaimProcess.Table.ToMarkdownGrid(), "claim-actions.md");

    [Fact]
    public void Every_state_is_reached_every_path_can_end_every_act_is_used_and_none_deletes()
    {
        ClaimProcess.Table.Defects().ShouldBeEmpty();
        Enum.GetNames<ClaimAction>().ShouldNotContain(name => name.Contains("Delete", StringComparison.Ordinal) || name.Contains("Remove", StringComparison.Ordinal));
        Enum.GetValues<ClaimResult>().ShouldBe(ClaimResults.All.Select(entry => entry.Result), "每一种结果都登记了，恰好一次。");
        foreach (var row in ClaimProcess.Table.Rows.SelectMany(row => row.Roles).Select(role => role.Permission()).OfType<Permission>().Distinct()) PermissionTable.RolesWith(row).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(ClaimKind.Correction, ClaimResult.Corrected)]
    [InlineData(ClaimKind.Correction, ClaimResult.NotCorrected)]
    [InlineData(ClaimKind.Complaint, ClaimResult.Upheld)]
    [InlineData(ClaimKind.Complaint, ClaimResult.Unfounded)]
    public void A_result_on_the_facts_needs_a_record_and_another_person_and_what_was_promised_must_be_done(ClaimKind kind, ClaimResult result)
    {
        var walk = new Walk(kind).Do(ClaimAction.Register, new() { Number = "1", Days = 20 }).Do(ClaimAction.Accept);
        walk.Refused(ClaimAction.Propose, new() { Result = result, Text = "理由" }).ShouldContain("CM-03");
        walk.Do(ClaimAction.Record, new() { Text = "调阅了登记簿", Evidence = "登记簿第三页" });
        walk.Refused(ClaimAction.Propose, new() { Result = result }).ShouldContain("CM-04");
        walk.Refused(ClaimAction.Propose, new() { Result = kind == ClaimKind.Correction ? ClaimResult.Upheld : ClaimResult.Corrected, Text = "理由" }).ShouldContain($"{kind.Caption()}没有这种结果");
        walk.Do(ClaimAction.Propose, new() { Result = result, Text = "理由" });
        ClaimDecisions.Decide(kind, walk.State, new ClaimCommand(ClaimAction.Approve, ClaimRole.Head, Handler, walk.At, walk.On, ClaimDetails.None)).Refusal!.Reason.ShouldContain("CM-05");
        walk.Do(ClaimAction.Approve);
        walk.Refused(ClaimAction.Tell, new() { Number = "云公更〔2026〕1号" }).ShouldContain("CM-01");
        walk.Do(ClaimAction.Tell, new() { Number = "云公更〔2026〕1号", Evidence = "签收单" });
        if (result.Entry().NeedsFollowUp)
        {
            walk.Refused(ClaimAction.Close).ShouldContain("CM-07");
            walk.Do(ClaimAction.FollowUp, new() { Text = "已经更正", Evidence = "更正后的登记簿" });
        }
        else walk.Refused(ClaimAction.FollowUp, new() { Text = "落实", Evidence = "材料" }).ShouldContain("CM-07");

        walk.Do(ClaimAction.Close).State.ShouldSatisfyAllConditions(state => state.Stage.ShouldBe(ClaimStage.Closed), state => state.Result.ShouldBe(result));
    }

    [Theory]
    [InlineData(ClaimResult.Forwarded)]
    [InlineData(ClaimResult.Advised)]
    public void A_body_that_may_not_correct_forwards_or_tells_which_body_may(ClaimResult result)
    {
        var walk = new Walk(ClaimKind.Correction).Do(ClaimAction.Register, new() { Number = "1", Days = 20 });
        walk.Refused(ClaimAction.Propose, new() { Result = result, Text = "不属于本机关职能范围" }).ShouldContain("由哪个机关");
        walk.Do(ClaimAction.Propose, new() { Result = result, Text = "不属于本机关职能范围", Body = "云泽市档案馆" });
    }

    [Fact]
    public void The_period_is_the_bodys_own_and_counts_working_days_and_starts_anew_after_material()
    {
        // 日期与 domain.md §2.4 的测试向量一样：2025-01-24 起二十个工作日到 2025-02-27。
        var walk = new Walk(ClaimKind.Correction, new DateOnly(2025, 1, 24)).Do(ClaimAction.Register, new() { Number = "1", Days = 20 });
        ClaimClock.Due(walk.State, WorkingCalendar.National).ShouldBe(new DateOnly(2025, 2, 27));
        walk.Refused(ClaimAction.AskMaterial, new() { Text = "证件" }).ShouldContain("CM-06");
        walk.Do(ClaimAction.AskMaterial, new() { Text = "请补登记证", Until = new DateOnly(2025, 2, 20) });
        ClaimClock.Due(walk.State, WorkingCalendar.National).ShouldBeNull("等补充的时候不计。");
        walk.Refused(ClaimAction.GoOn).ShouldContain("还没有过");
        walk.On = new DateOnly(2025, 4, 21);
        walk.Do(ClaimAction.GoOn);
        ClaimClock.Due(walk.State, WorkingCalendar.National).ShouldBe(WorkingCalendar.National.AddWorkdays(new DateOnly(2025, 4, 21), 20).Date);
        ClaimClock.Ground.ShouldContain("条例没有规定期限");
        (ClaimClock.Parse(null), ClaimClock.Parse("15"), ClaimClock.Parse("0"), ClaimClock.Parse("一百")).ShouldBe((20, 15, null, null));
    }

    [Fact]
    public void Dates_are_not_in_the_future_nor_before_the_act_before()
    {
        var walk = new Walk(ClaimKind.Complaint).Do(ClaimAction.Register, new() { Number = "1", Days = 20 });
        walk.On = walk.On.AddDays(-1);
        walk.Refused(ClaimAction.Accept).ShouldContain("CM-02");
        ClaimDecisions.Decide(ClaimKind.Complaint, walk.State, new ClaimCommand(ClaimAction.Accept, ClaimRole.Handler, Handler, walk.At, LegalTime.DateOf(walk.At).AddDays(1), ClaimDetails.None)).Refusal!.Reason.ShouldContain("今天以后");
    }

    [Fact]
    public void However_people_act_the_state_is_what_the_events_say_and_a_closed_one_was_told_or_withdrawn() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ArrayOf(40).ToArbitrary(),
        choices =>
        {
            var walk = new Walk(choices.Length % 2 == 0 ? ClaimKind.Correction : ClaimKind.Complaint);
            foreach (var choice in choices)
            {
                var open = ClaimProcess.Table.Rows.Where(row => row.From == walk.State.Stage).ToList();
                if (open.Count == 0) break;
                walk.Try(open[choice % open.Count].Action, new() { Text = "话", Evidence = "证据", Number = "号", Days = 20, Body = "某机关", Until = walk.On.AddDays(5), Result = (ClaimResult)(choice / 64 % 9) });
                walk.On = walk.On.AddDays(choice % 3);
            }

            var state = ClaimState.Of(walk.Events);
            return state == walk.State && (state.Stage != ClaimStage.Closed || state.ToldOn is not null || state.IsWithdrawn) && (state.Result is not { } result || (result.Entry().Kind == walk.Kind && (!result.Entry().NeedsRecord || state.IsRecorded)));
        }));

    public static TheoryData<ClaimResult> Results => [.. Enum.GetValues<ClaimResult>()];

    [Theory]
    [MemberData(nameof(Results))]
    public void A_letter_says_the_article_the_result_the_reason_and_the_remedy_of_a_correction(ClaimResult result)
    {
        var letter = LetterOf(result);
        Golden.Matches($"{letter.Title}\n{letter.Number}\n{letter.To}：\n{string.Join('\n', letter.Paragraphs)}\n{letter.Date:yyyy-MM-dd}\n", $"claim-letter-{result}.txt");
    }

    /// <summary>一种处理结果的告知书。</summary>
    internal static Letter LetterOf(ClaimResult result)
    {
        var kind = result.Entry().Kind;
        var walk = new Walk(kind, new DateOnly(2026, 3, 2)).Do(ClaimAction.Register, new() { Number = "GZ-2026-0001", Days = 20 }).Do(ClaimAction.Accept).Do(ClaimAction.Record, new() { Text = "查", Evidence = "簿" })
            .Do(ClaimAction.Propose, new() { Result = result, Text = "登记由档案馆保管", Body = "云泽市档案馆", Until = kind == ClaimKind.Complaint ? new DateOnly(2026, 4, 1) : null }).Do(ClaimAction.Approve).Do(ClaimAction.Tell, new() { Number = "云公更〔2026〕1号", Evidence = "签收单" });
        return ClaimLetter.Of(kind, new ClaimContent(kind == ClaimKind.Correction ? "房屋登记的面积" : "云泽市某局", "应当是九十平方米", "登记证", null), walk.State, "云泽市文化广播局", "某乙", new RemedyBodies("云泽市人民政府", "云泽市人民法院"), isAuthority: result != ClaimResult.Unfounded, new DateOnly(2026, 3, 9));
    }

    private sealed class Walk(ClaimKind kind, DateOnly? start = null)
    {
        public ClaimKind Kind => kind;

        public List<ClaimEvent> Events { get; } = [];

        public ClaimState State { get; private set; } = ClaimState.Initial;

        public DateOnly On { get; set; } = start ?? new DateOnly(2026, 3, 2);

        public DateTimeOffset At => LegalTime.StartOf(On).AddHours(10);

        public bool Try(ClaimAction action, ClaimDetails? details = null)
        {
            var decided = Decide(action, details);
            if (!decided.Succeeded) return false;
            Events.Add(decided.Value);
            State = State.After(decided.Value);
            return true;
        }

        public Walk Do(ClaimAction action, ClaimDetails? details = null)
        {
            Try(action, details).ShouldBeTrue(Decide(action, details).Refusal?.Reason);
            return this;
        }

        public string Refused(ClaimAction action, ClaimDetails? details = null) => Decide(action, details).Refusal!.Reason;

        private Outcome<ClaimEvent> Decide(ClaimAction action, ClaimDetails? details)
        {
            var role = ClaimProcess.Table.Rows.First(row => row.Action == action).Roles[0];
            return ClaimDecisions.Decide(kind, State, new ClaimCommand(action, role, role == ClaimRole.Head ? Head : Handler, LegalTime.StartOf(On.AddYears(1)), On, details ?? ClaimDetails.None));
        }
    }
}
