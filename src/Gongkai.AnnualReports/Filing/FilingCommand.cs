using System.Collections.Immutable;
using Gongkai.AnnualReports.Publishing;
using Gongkai.Organisations.People;

namespace Gongkai.AnnualReports.Filing;

/// <summary>要做的一件事。</summary>
/// <param name="Action">做什么。</param>
public sealed record FilingCommand(FilingAction Action)
{
    /// <summary>理由、意见、更正说明；没有的为空。</summary>
    public string? Note { get; init; }

    /// <summary>退回的函的文号，由主管部门编；没有编的为空。</summary>
    public string? LetterNumber { get; init; }

    /// <summary>对各处发现的说明，键是 <see cref="ReportEdition.Findings"/> 里的第几处，从 0 起。</summary>
    public ImmutableDictionary<int, string> Explanations { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>签字盖章的扫描件；没有的为空。</summary>
    public ReportDocument? Scan { get; init; }
}

/// <summary>决定时要知道的：谁、何时、单位的情况。</summary>
/// <param name="By">谁。</param>
/// <param name="Now">此刻。</param>
/// <param name="Today">今天。</param>
/// <param name="Names">单位用过的名称。</param>
/// <param name="HasAuthority">有没有主管部门。</param>
/// <param name="Hash">最新一版的规范 JSON 的 SHA-256。</param>
public sealed record FilingFacts(PersonId By, DateTimeOffset Now, DateOnly Today, IReadOnlyCollection<string> Names, bool HasAuthority, string Hash);
