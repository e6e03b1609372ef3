using Gongkai.AnnualReports.Filing;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Testing;

namespace Gongkai.AnnualReports.Tests.Filing;

public sealed class FilingProcessTests
{
    [Fact]
    public void The_document_says_what_the_table_does()
    {
        var path = Repository.PathOf("docs", "filing-process.md");
        var generated = FilingText.ToMarkdown();
        if (Environment.GetEnvironmentVariable("GONGKAI_UPDATE_DOCS") == "1") File.WriteAllText(path, generated);

        File.ReadAllText(path).ShouldBe(generated, "docs/filing-process.md 与流程表不一致，重新生成：GONGKAI_UPDATE_DOCS=1 dotnet test tests/Gongkai.AnnualReports.Tests --filter FilingProcess");
    }

    [Fact]
    public void Every_state_is_reached_every_path_can_end_and_every_act_is_used() => FilingProcess.Table.Defects().ShouldBeEmpty();

    [Fact]
    public void An_act_belongs_to_one_role_wherever_it_stands() =>
        FilingProcess.Table.Rows.GroupBy(row => row.Action).Where(rows => rows.SelectMany(row => row.Roles).Distinct().Count() != 1).ShouldBeEmpty();

    [Fact]
    public void Every_role_is_a_permission_that_somebody_has() =>
        Enum.GetValues<FilingRole>().Select(role => PermissionTable.RolesWith(role.Permission()).Length).ShouldAllBe(count => count > 0);

    [Fact]
    public void Before_the_authority_has_it_nobody_but_the_signer_can_put_it_before_the_public() =>
        FilingProcess.Table.Rows.Where(row => row.To == FilingStage.Published).Select(row => (row.From, row.Action)).ShouldBe([(FilingStage.Compiling, FilingAction.AddPast), (FilingStage.Accepted, FilingAction.Publish)], ignoreOrder: true);

    [Theory]
    [InlineData(UnitKind.Department, "2026-01-31")]
    [InlineData(UnitKind.DispatchedBody, "2026-01-31")]
    [InlineData(UnitKind.AuthorizedOrganisation, "2026-01-31")]
    [InlineData(UnitKind.Government, "2026-03-31")]
    public void Departments_have_until_the_end_of_January_and_governments_until_the_end_of_March(UnitKind kind, string day)
    {
        var on = DateOnly.Parse(day);
        FilingDeadline.Of(2025, kind, null).ShouldBe(new FilingDeadline(on, on, false));
    }

    [Fact]
    public void An_authority_may_ask_for_it_earlier_and_never_later()
    {
        var asked = new LocalDeadlines(new MonthDay(1, 26), new MonthDay(1, 28), new MonthDay(5, 1), null);
        FilingDeadline.Of(2025, UnitKind.Department, asked).ShouldBe(new FilingDeadline(new(2026, 1, 26), new(2026, 1, 28), true));
        FilingDeadline.Of(2025, UnitKind.Government, asked).SubmitBy.ShouldBe(new DateOnly(2026, 3, 31));
        asked.Fault()!.Reason.ShouldBe("政府的期限不能晚于3月31日。");
        new LocalDeadlines(new MonthDay(1, 28), new MonthDay(1, 26), null, null).Fault()!.Reason.ShouldBe("公布的期限不能早于报送的期限。");
        new LocalDeadlines(new MonthDay(1, 26), new MonthDay(1, 28), null, null).Fault().ShouldBeNull();
    }

    [Theory]
    [InlineData("1-26", 1, 26)]
    [InlineData(" 03-05 ", 3, 5)]
    [InlineData("2-30", null, null)]
    [InlineData("13-1", null, null)]
    [InlineData("年底", null, null)]
    public void A_day_of_the_year_is_read_or_refused(string text, int? month, int? day) =>
        MonthDay.Parse(text).ShouldBe(month is { } m ? new MonthDay(m, day!.Value) : null);
}
