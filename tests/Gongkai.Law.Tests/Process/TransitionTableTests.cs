using Gongkai.Law.Process;

namespace Gongkai.Law.Tests.Process;

/// <summary>用一个杜撰的小流程（借阅图书）检验流程表。</summary>
public sealed class TransitionTableTests
{
    private enum Loan
    {
        Asked,
        Waiting,
        Lent,
        Returned,
    }

    private enum Act
    {
        AskForCard,
        ShowCard,
        Lend,
        Renew,
        Return,
    }

    private enum Person
    {
        Reader,
        Librarian,
    }

    private static readonly Citation Rules = new("《借阅规则》", "第三条");

    private static readonly ProcessWording<Loan, Act, Person> Wording = new(
        "借阅",
        state => state switch { Loan.Asked => "已提出", Loan.Waiting => "待出示借书证", Loan.Lent => "已借出", _ => "已归还" },
        action => action switch { Act.AskForCard => "要求出示", Act.ShowCard => "出示借书证", Act.Lend => "借出", Act.Renew => "续借", _ => "归还" },
        role => role == Person.Reader ? "读者" : "馆员");

    private static readonly Transition<Loan, Act, Person>[] Rows =
    [
        new(Loan.Asked, Act.AskForCard, [Person.Librarian], Loan.Waiting, ClockEffect.Pause),
        new(Loan.Waiting, Act.ShowCard, [Person.Reader], Loan.Asked, ClockEffect.Reset),
        new(Loan.Asked, Act.Lend, [Person.Librarian], Loan.Lent, ClockEffect.Start, Rules),
        new(Loan.Lent, Act.Renew, [Person.Reader, Person.Librarian], Loan.Lent, ClockEffect.Extend, Rules),
        new(Loan.Lent, Act.Return, [Person.Reader], Loan.Returned, ClockEffect.Stop),
    ];

    private static readonly TransitionTable<Loan, Act, Person> Table = new(Wording, Loan.Asked, [Loan.Returned], [.. Rows]);

    [Fact]
    public void A_permitted_act_gives_its_row_with_the_effect_on_the_clock()
    {
        var decided = Table.Decide(Loan.Lent, Act.Renew, Person.Reader);

        decided.Value.To.ShouldBe(Loan.Lent);
        decided.Value.Clock.ShouldBe(ClockEffect.Extend);
    }

    [Fact]
    public void Whatever_is_not_in_the_table_is_refused_with_what_is_possible_instead()
    {
        Table.Decide(Loan.Asked, Act.Return, Person.Reader).Refusal.ShouldNotBeNull().Reason
            .ShouldBe("“已提出”时不能“归还”；此时可以：要求出示、借出。");
        Table.Decide(Loan.Returned, Act.Renew, Person.Reader).Refusal.ShouldNotBeNull().Reason
            .ShouldBe("“已归还”时不能“续借”；这里已经没有可以做的事。");
    }

    [Fact]
    public void The_wrong_role_is_refused_with_the_right_one_and_the_article()
    {
        var refusal = Table.Decide(Loan.Asked, Act.Lend, Person.Reader).Refusal.ShouldNotBeNull();

        refusal.Reason.ShouldBe("“借出”由馆员办理，读者不能办理。");
        refusal.Basis.ShouldBe(Rules);
    }

    [Fact]
    public void Permitted_actions_are_those_that_would_not_be_refused()
    {
        foreach (var state in Enum.GetValues<Loan>())
        foreach (var role in Enum.GetValues<Person>())
            Table.PermittedActions(state, role).ShouldBe(Enum.GetValues<Act>().Where(action => Table.Decide(state, action, role).Succeeded), ignoreOrder: true);
    }

    [Fact]
    public void A_sound_table_has_no_defects() => Table.Defects().ShouldBeEmpty();

    [Fact]
    public void States_that_cannot_be_reached_or_left_and_unused_actions_are_defects()
    {
        var broken = new TransitionTable<Loan, Act, Person>(Wording, Loan.Asked, [Loan.Returned], [Rows[0], Rows[2]]);

        broken.Defects().ShouldBe(
        [
            "“已归还”无法到达。",
            "“已提出”之后走不到结束。",
            "“待出示借书证”之后走不到结束。",
            "“已借出”之后走不到结束。",
            "“出示借书证”在表里没有用到。",
            "“续借”在表里没有用到。",
            "“归还”在表里没有用到。",
        ]);
    }

    [Fact]
    public void One_action_of_one_state_has_one_row() =>
        Should.Throw<ArgumentException>(() => new TransitionTable<Loan, Act, Person>(Wording, Loan.Asked, [], [Rows[0], Rows[0]]))
            .Message.ShouldContain("“已提出”的“要求出示”写了两行。");

    [Fact]
    public void A_row_without_a_role_is_a_mistake_of_the_table() =>
        Should.Throw<ArgumentException>(() => new TransitionTable<Loan, Act, Person>(Wording, Loan.Asked, [], [Rows[0] with { Roles = [] }]))
            .Message.ShouldContain("没有角色");

    [Fact]
    public void The_table_writes_its_own_documentation() => Table.ToMarkdown().ShouldBe("""
        ```mermaid
        stateDiagram-v2
            state "已提出" as Asked
            state "待出示借书证" as Waiting
            state "已借出" as Lent
            state "已归还" as Returned
            [*] --> Asked
            Asked --> Waiting : 要求出示
            Waiting --> Asked : 出示借书证
            Asked --> Lent : 借出
            Lent --> Lent : 续借
            Lent --> Returned : 归还
            Returned --> [*]
        ```

        | 状态 | 动作 | 角色 | 之后 | 期限 | 条文 |
        |---|---|---|---|---|---|
        | 已提出 | 要求出示 | 馆员 | 待出示借书证 | 暂停 |  |
        | 待出示借书证 | 出示借书证 | 读者 | 已提出 | 重新计算 |  |
        | 已提出 | 借出 | 馆员 | 已借出 | 起算 | 《借阅规则》第三条 |
        | 已借出 | 续借 | 读者、馆员 | 已借出 | 延长 | 《借阅规则》第三条 |
        | 已借出 | 归还 | 读者 | 已归还 | 停止 |  |

        """.ReplaceLineEndings("\n"));
}
