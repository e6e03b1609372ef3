using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Law.Process;
using static Gongkai.AnnualReports.Filing.FilingAction;
using static Gongkai.AnnualReports.Filing.FilingStage;
using Row = Gongkai.Law.Process.Transition<Gongkai.AnnualReports.Filing.FilingStage, Gongkai.AnnualReports.Filing.FilingAction, Gongkai.AnnualReports.Filing.FilingRole>;

namespace Gongkai.AnnualReports.Filing;

/// <summary>年报编报的流程表：编制、自查、审核、签发、报送、接收、公布、锁定。表里没有的，就是不允许。条例第四十九条、第五十条。</summary>
public static class FilingProcess
{
    private static readonly ImmutableArray<FilingRole>
        Compilers = [FilingRole.Compiler], Reviewers = [FilingRole.Reviewer], Signers = [FilingRole.Signer], Authority = [FilingRole.Authority];

    private static readonly Citation
        Filing = LegalDocuments.Regulation.Article("第四十九条"), Contents = LegalDocuments.Regulation.Article("第五十条"), Guidance = LegalDocuments.Regulation.Article("第四十六条");

    /// <summary>流程表。一个动作只归一个角色。</summary>
    public static TransitionTable<FilingStage, FilingAction, FilingRole> Table { get; } = new(
        FilingWording.Process, Compiling, [Published, Locked],
        new Row(Compiling, Keep, Compilers, Compiling, Article: Contents),
        new Row(Compiling, SelfCheck, Compilers, OfficeReview, Article: Contents),
        new Row(Compiling, AddPast, Signers, Published, Article: Filing),
        new Row(Compiling, TakeIn, Authority, Submitted, ClockEffect.Stop, Filing),
        new Row(OfficeReview, Pass, Reviewers, LeaderSign),
        new Row(OfficeReview, ReturnDraft, Reviewers, Compiling),
        new Row(LeaderSign, Sign, Signers, Submitted, ClockEffect.Stop, Filing),
        new Row(LeaderSign, SignAlone, Signers, Accepted, ClockEffect.Stop, Filing),
        new Row(LeaderSign, DeclineToSign, Signers, Compiling),
        new Row(Submitted, Accept, Authority, Accepted, Article: Filing),
        new Row(Submitted, SendBack, Authority, Returned, Article: Guidance),
        new Row(Submitted, Recall, Signers, Compiling),
        new Row(Returned, Keep, Compilers, Compiling, Article: Contents),
        new Row(Returned, TakeIn, Authority, Submitted, ClockEffect.Stop, Filing),
        new Row(Accepted, Publish, Signers, Published, Article: Filing),
        new Row(Accepted, SendBack, Authority, Returned, Article: Guidance),
        new Row(Published, Withdraw, Signers, Accepted),
        new Row(Published, FilingAction.Lock, Authority, Locked),
        new Row(Published, Correct, Signers, Compiling, Article: Filing),
        new Row(Locked, Withdraw, Signers, Accepted),
        new Row(Locked, Correct, Signers, Compiling, Article: Filing));

    /// <summary>可以存新的一版的状态。</summary>
    public static bool MayKeep(this FilingStage stage) => Table.Rows.Any(row => row.From == stage && row.Action == Keep);

    /// <summary>办这件事的角色。</summary>
    public static FilingRole RoleOf(FilingAction action) => Table.Rows.First(row => row.Action == action).Roles[0];
}
