using System.Collections.Immutable;
using Gongkai.AnnualReports.Publishing;
using Gongkai.AnnualReports.Rules;
using Gongkai.Law;
using Gongkai.Law.Citations;

namespace Gongkai.AnnualReports.Filing;

/// <summary>编报中的一件事能不能做。先问流程表，再看内容。</summary>
public static class FilingDecisions
{
    private const int LongestNote = 2000, LongestLetterNumber = 60;

    private static readonly Citation Contents = LegalDocuments.Regulation.Article("第五十条");

    /// <summary>决定：能做的，给出要记下的一件；不能做的，说明为什么。</summary>
    public static Outcome<FilingEvent> Decide(PublishedReport report, FilingCommand command, FilingFacts facts)
    {
        var row = FilingProcess.Table.Decide(report.Stage, command.Action, FilingProcess.RoleOf(command.Action));
        if (row.Refusal is { } notHere) return notHere;
        var note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim();
        if (note?.Length > LongestNote) return new Refusal($"说明太长，最多 {LongestNote} 个字。");
        var letter = command.Action == FilingAction.SendBack && !string.IsNullOrWhiteSpace(command.LetterNumber) ? command.LetterNumber.Trim() : null;
        if (letter?.Length > LongestLetterNumber) return new Refusal($"文号太长，最多 {LongestLetterNumber} 个字。");
        if (Fault(report, command, note, facts) is { } fault) return fault;
        return new FilingEvent(report.Filings.Length + 1, command.Action, report.Stage, row.Value.To, facts.By, facts.Now, report.Latest.Number)
        {
            Note = note,
            LetterNumber = letter,
            Explanations = command.Action == FilingAction.SelfCheck ? Explained(report.Latest, command) : [],
            Hash = IsSigning(command.Action) ? facts.Hash : null,
            Scan = IsSigning(command.Action) ? command.Scan : null,
        };
    }

    /// <summary>送审以前要逐条写说明的发现：错误和警告；键是第几处，从 0 起。无论如何不放行的不在内，它们只能改。</summary>
    public static IEnumerable<(int At, EditionFinding Finding)> ToExplain(ReportEdition edition) =>
        edition.Findings.Select((finding, at) => (at, finding)).Where(one => MustExplain(one.finding));

    /// <summary>送审以前这一处要写说明：错误和警告，不放行的除外。</summary>
    public static bool MustExplain(EditionFinding finding) => finding.Severity is Severity.Error or Severity.Warning && !Stops(finding);

    /// <summary>这一处写了说明也不得放行，只能改。</summary>
    public static bool Stops(EditionFinding finding) => finding is { NeverWaived: true, Severity: Severity.Error };

    /// <summary>不在发现里的疑点：读不准的格子、机关名称对不上；要写一段总的说明。</summary>
    public static IReadOnlyList<string> OtherDoubts(ReportEdition edition, IReadOnlyCollection<string> names)
    {
        List<string> doubts = [];
        if (edition.Unread > 0) doubts.Add($"有 {edition.Unread} 格读不准，网页上留空");
        if (edition.Agency is { } agency && !names.Contains(agency)) doubts.Add($"报告上的机关是“{agency}”，与本单位的名称不同");
        return doubts;
    }

    /// <summary>是不是签发：签发冻结内容。</summary>
    public static bool IsSigning(FilingAction action) => action is FilingAction.Sign or FilingAction.SignAlone;

    private static Refusal? Fault(PublishedReport report, FilingCommand command, string? note, FilingFacts facts) => command.Action switch
    {
        FilingAction.TakeIn => new Refusal("代收要连同报来的文件：请在“收集年报”里交。"),
        FilingAction.SelfCheck => Stopped(report.Latest, "送审") ?? Unexplained(report.Latest, command, note, facts),
        FilingAction.Pass => Own(report, facts, "审核"),
        FilingAction.Sign when !facts.HasAuthority => new Refusal("本单位没有主管部门，不必报送：请用“签发”。"),
        FilingAction.SignAlone when facts.HasAuthority => new Refusal("本单位有主管部门，签发之后要报送：请用“签发报送”。", LegalDocuments.Regulation.Article("第四十九条")),
        FilingAction.Sign or FilingAction.SignAlone => Own(report, facts, "签发") ?? Stopped(report.Latest, "签发"),
        FilingAction.Accept or FilingAction.Lock => Signed(report, facts),
        FilingAction.Publish => Own(report, facts, "公布") ?? (note is null && report.WasPublished ? new Refusal("这一年的已经公布过：出新版要写更正说明，说明给公众看。") : null),
        FilingAction.AddPast => Past(report, facts) ?? Own(report, facts, "签发") ?? Stopped(report.Latest, "公布") ?? Undoubted(report, note, facts),
        FilingAction.ReturnDraft or FilingAction.DeclineToSign or FilingAction.SendBack or FilingAction.Recall or FilingAction.Withdraw or FilingAction.Correct when note is null
            => new Refusal($"“{command.Action.Caption()}”要写明理由。"),
        _ => null,
    };

    private static Refusal? Own(PublishedReport report, FilingFacts facts, string what) =>
        report.Latest.By == facts.By ? new Refusal($"这一版是您交的，要由别人{what}。", Contents) : null;

    // 主管部门的人也可能就是签发的人：自己签发的，由主管部门的另一个人接收。
    private static Refusal? Signed(PublishedReport report, FilingFacts facts) =>
        report.Filings.LastOrDefault(one => one.Hash is not null)?.By == facts.By ? new Refusal("这一份是您签发、代收的，要由主管部门的另一个人接收。") : null;

    private static Refusal? Stopped(ReportEdition edition, string what) =>
        edition.Findings.Where(Stops).Select(finding => $"{finding.Rule}：{finding.Message}").ToList() is { Count: > 0 } stopped
            ? new Refusal($"有 {stopped.Count} 处错误，附说明也不得{what}：{Some(stopped)}。请改正后重新交。", Contents)
            : null;

    private static Refusal? Unexplained(ReportEdition edition, FilingCommand command, string? note, FilingFacts facts)
    {
        var silent = ToExplain(edition).Where(one => string.IsNullOrWhiteSpace(command.Explanations.GetValueOrDefault(one.At))).Select(one => $"{one.Finding.Rule}：{one.Finding.Message}").ToList();
        if (silent.Count > 0) return new Refusal($"有 {silent.Count} 处发现没有写说明：{Some(silent)}。", Contents);
        if (command.Explanations.Values.Any(text => text.Length > LongestNote)) return new Refusal($"一处说明最多 {LongestNote} 个字。");
        return note is null && OtherDoubts(edition, facts.Names) is { Count: > 0 } doubts ? new Refusal($"要写明说明才能送审：{Some(doubts)}。", Contents) : null;
    }

    private static Refusal? Past(PublishedReport report, FilingFacts facts)
    {
        if (report.Year >= facts.Today.Year - 1) return new Refusal($"{report.Year} 年度的要经自查、审核、签发、报送再公布；只有更早的年度可以补登。", LegalDocuments.Regulation.Article("第四十九条"));
        return report.Filings.Any(one => one.Hash is not null) ? new Refusal("这一年的是在这里编报的，不能补登：请走完编报的各步。") : null;
    }

    private static Refusal? Undoubted(PublishedReport report, string? note, FilingFacts facts)
    {
        if (note is not null) return null;
        if (report.WasPublished) return new Refusal("这一年的已经公布过：出新版要写更正说明，说明给公众看。");
        List<string> doubts =
        [
            .. report.Latest.Findings.Where(finding => finding.Severity == Severity.Error && !Stops(finding)).Select(finding => $"{finding.Rule}：{finding.Message}"),
            .. OtherDoubts(report.Latest, facts.Names),
        ];
        return doubts.Count > 0 ? new Refusal($"要写明说明才能公布：{Some(doubts)}。", Contents) : null;
    }

    private static ImmutableArray<FindingExplanation> Explained(ReportEdition edition, FilingCommand command) =>
        [.. ToExplain(edition).Select(one => new FindingExplanation(one.Finding.Rule, one.Finding.Message, command.Explanations[one.At].Trim()))];

    private static string Some(IReadOnlyList<string> texts) => $"{string.Join("；", texts.Take(3).Select(text => text.TrimEnd('。')))}{(texts.Count > 3 ? $"等 {texts.Count} 处" : "")}";
}
