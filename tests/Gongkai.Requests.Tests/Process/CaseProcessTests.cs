using Gongkai.Law.Process;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Process;
using Gongkai.Testing;

namespace Gongkai.Requests.Tests.Process;

public sealed class CaseProcessTests
{
    [Fact]
    public void The_document_says_what_the_table_does()
    {
        var path = Repository.PathOf("docs", "request-process.md");
        var generated = CaseText.ToMarkdown();
        if (Environment.GetEnvironmentVariable("GONGKAI_UPDATE_DOCS") == "1") File.WriteAllText(path, generated);

        File.ReadAllText(path).ShouldBe(generated, "docs/request-process.md 与流程表不一致，重新生成：GONGKAI_UPDATE_DOCS=1 dotnet test tests/Gongkai.Requests.Tests");
    }

    [Fact]
    public void What_every_role_may_do_in_every_state_is_as_agreed() => Golden.Matches(CaseProcess.Table.ToMarkdownGrid(), "permitted-actions.md");

    [Fact]
    public void Every_state_is_reached_every_path_can_end_and_every_act_is_used() => CaseProcess.Table.Defects().ShouldBeEmpty();

    [Fact]
    public void No_act_removes_a_case() =>
        Enum.GetNames<CaseAction>().ShouldNotContain(name => name.Contains("Delete", StringComparison.Ordinal) || name.Contains("Remove", StringComparison.Ordinal));

    [Fact]
    public void Every_open_stage_can_be_left_by_the_applicant()
    {
        foreach (var stage in CaseProcess.Open) CaseProcess.Table.PermittedActions(stage, CaseRole.Applicant).ShouldContain(CaseAction.Withdraw, stage.Caption());
    }

    [Fact]
    public void Whoever_may_act_in_the_process_has_the_permission_for_it()
    {
        var contradictions =
            from row in CaseProcess.Table.Rows
            let permission = CaseWording.Permission(row.Action)
            where permission is not null
            from role in row.Roles
            where role.Organisational() is { } organisational && PermissionTable.ScopeOf(permission.Value, organisational) != PermissionScope.Own
            select $"{row.Action.Caption()} {role.Caption()}：没有“{permission.Value.Caption()}”";

        contradictions.Distinct().ShouldBeEmpty("流程表与权限表（docs/access.md）要一致。");
    }
}
