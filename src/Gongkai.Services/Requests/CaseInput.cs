using System.Collections.Immutable;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Process;

namespace Gongkai.Services.Requests;

/// <summary>要办的一件事：对哪一件，办什么，法律上算哪一天，写了什么。</summary>
/// <param name="Case">哪一件。</param>
/// <param name="Version">页面上看到的并发版本。</param>
/// <param name="Action">办什么。</param>
/// <param name="On">法律上算哪一天。</param>
public sealed record CaseInput(CaseId Case, long Version, CaseAction Action, DateOnly On)
{
    /// <summary>细节。</summary>
    public CaseDetails Details { get; init; } = CaseDetails.None;

    /// <summary>文书里由办案的人填的各项，键是项的名字。</summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>程序性文书的文号；没有的为空。答复书的在细节里。</summary>
    public string? LetterNumber { get; init; }
}
