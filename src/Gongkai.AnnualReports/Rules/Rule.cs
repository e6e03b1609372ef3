using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Rules.Prose;
using Gongkai.Documents;

namespace Gongkai.AnnualReports.Rules;

/// <summary>规则：先是一句话，再是依据与适用，最后才是检查。编号一经使用，永不改变。</summary>
public sealed record Rule
{
    /// <summary>编号，例如 T3-01。</summary>
    public required string Id { get; init; }

    /// <summary>不成立时的级别；个别情形可由检查另定。</summary>
    public required Severity Severity { get; init; }

    /// <summary>必须成立的话，给办事人员看。</summary>
    public required Bilingual Sentence { get; init; }

    /// <summary>依据：条文或文件。</summary>
    public required Bilingual Basis { get; init; }

    /// <summary>适用的第一个报告年度（含）；为空不限。</summary>
    public int? FromYear { get; init; }

    /// <summary>适用的最后一个报告年度（含）；为空不限。</summary>
    public int? UntilYear { get; init; }

    /// <summary>只用于这种格式的表；为空不限。</summary>
    public FormId? Form { get; init; }

    /// <summary>有签署的说明也不得放行：ST-01、ST-04、FM-02、LG-06 与内部勾稽。</summary>
    public bool NeverWaived { get; init; }

    /// <summary>要同哪个登记簿或系统比较才能判断，例如“规范性文件登记库”；为空时凭报告、上年报告或同批报告可判。</summary>
    public Bilingual? NeedsRegister { get; init; }

    /// <summary>举例：一句说明，一条成立或不成立的例子。</summary>
    public ImmutableArray<Bilingual> Examples { get; init; } = [];

    /// <summary>检查：不成立或不可判时各给一个判断；什么也不给，就是成立。不抛异常，不改报告。</summary>
    public required Func<CheckContext, IEnumerable<Verdict>> Check { get; init; }
}

/// <summary>级别：错误阻断提交，警告须说明，提示供参考。</summary>
public enum Severity
{
    Error,
    Warning,
    Notice,
}

/// <summary>判断：不成立，或者不可判。成立不说话。</summary>
public abstract record Verdict
{
    /// <summary>不成立。</summary>
    /// <param name="message">给人看的话，带上算式和数字。</param>
    /// <param name="cells">所涉的格子。</param>
    public static Verdict Broken(string message, params ReadOnlySpan<CellPath> cells) => new Broken(message, [.. cells]);

    /// <summary>不可判，以及为什么。</summary>
    public static Verdict NotAssessable(string why) => new NotAssessable(why);
}

/// <summary>不成立。</summary>
public sealed record Broken(string Message, ImmutableArray<CellPath> Cells) : Verdict
{
    /// <summary>出处，例如“第12行”“第五部分：……随州旅游政务网……”。</summary>
    public string? Where { get; init; }

    /// <summary>这一处的级别；为空用规则的级别。</summary>
    public Severity? Severity { get; init; }

    /// <summary>说明出处；没有出处的，由检查去找第一个所涉格子的出处。</summary>
    public Broken At(Place place) => this with { Where = place == default ? null : place.ToString() };
}

/// <summary>不可判：缺上年报告、缺登记簿、格子读不准……</summary>
public sealed record NotAssessable(string Why) : Verdict;

/// <summary>检查所看的东西：本年报告、上年报告、机关的级别与辖区、其他机关的报告。</summary>
public sealed record CheckContext(AnnualReport Report)
{
    /// <summary>同一机关上一年度的报告；没有给时为空。</summary>
    public AnnualReport? Previous { get; init; }

    /// <summary>机关的级别、性质与辖区；没有另外给出时，由报告上的机关名称判定。</summary>
    public ReportingBody Body
    {
        get => field ??= ReportingBody.Of(Report);
        init;
    }

    /// <summary>本年报告的正文，归一、分段、分句；第一条用到的规则付这一遍，其余的共用。</summary>
    internal ProseText Prose => field ??= ProseText.Of(Report);

    /// <summary>正文里读出的全部的数；也只读一遍。</summary>
    internal ProseFacts Facts => field ??= ProseFacts.Of(Prose, Report.Year);

    /// <summary>同时检查的其他机关的报告，用于雷同检查。</summary>
    public IReadOnlyList<AnnualReport> Peers { get; init; } = [];
}

/// <summary>发现：一条规则在一份报告里的一处不成立。</summary>
public sealed record Finding(
    string Rule,
    Severity Severity,
    string Message,
    ImmutableArray<CellPath> Cells,
    string Basis,
    string? Where);

/// <summary>不可判的规则，以及为什么。</summary>
public sealed record Unassessed(string Rule, string Why);

/// <summary>检查结果。</summary>
public sealed record CheckResult(ImmutableArray<Finding> Findings, ImmutableArray<Unassessed> NotAssessable)
{
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);
}
