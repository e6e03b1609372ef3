using System.Collections.Immutable;
using Gongkai.AnnualReports.Publishing;
using Gongkai.Organisations.People;

namespace Gongkai.AnnualReports.Filing;

/// <summary>编报中发生的一件事，只添不改。</summary>
/// <param name="Number">第几件，从 1 起。</param>
/// <param name="Action">做了什么。</param>
/// <param name="From">原来的状态。</param>
/// <param name="To">之后的状态。</param>
/// <param name="By">谁。</param>
/// <param name="At">时刻。</param>
/// <param name="Edition">就第几版做的。</param>
public sealed record FilingEvent(int Number, FilingAction Action, FilingStage From, FilingStage To, PersonId By, DateTimeOffset At, int Edition)
{
    /// <summary>说的话：理由、意见、更正说明；没有的为空。</summary>
    public string? Note { get; init; }

    /// <summary>退回的函的文号；没有编的、别的事为空。</summary>
    public string? LetterNumber { get; init; }

    /// <summary>自查时逐条写的说明；没有的是空的。</summary>
    public ImmutableArray<FindingExplanation> Explanations { get; init; } = [];

    /// <summary>签发时冻结的内容：规范 JSON 的 SHA-256，小写十六进制；别的事为空。</summary>
    public string? Hash { get; init; }

    /// <summary>签字盖章的扫描件；没有的为空。</summary>
    public ReportDocument? Scan { get; init; }
}
