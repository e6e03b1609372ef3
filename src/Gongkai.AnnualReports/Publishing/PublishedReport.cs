using System.Collections.Immutable;
using Gongkai.AnnualReports.Drafting;
using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Rules;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;

namespace Gongkai.AnnualReports.Publishing;

/// <summary>公布的年报：一个单位一年一件。交来的文件一份一版，只添不改；公众看最近公布的一版。条例第四十九条、第五十条。</summary>
/// <param name="Id">标识。</param>
/// <param name="Version">并发的版本：每交一次、公布一次、撤下一次加一，从 1 起。</param>
/// <param name="Unit">单位。</param>
/// <param name="Year">报告的年度。</param>
/// <param name="Editions">交来的各版，由早到晚，至少一版。</param>
/// <param name="Releases">公布与撤下，由早到晚。</param>
public sealed record PublishedReport(Guid Id, int Version, UnitId Unit, int Year, ImmutableArray<ReportEdition> Editions, ImmutableArray<ReportRelease> Releases)
{
    /// <summary>最新的一版。</summary>
    public ReportEdition Latest => Editions[^1];

    /// <summary>公众看得见的一版；没有公布的、撤下了的为空。</summary>
    public ReportEdition? Visible => Releases is [.., { Edition: { } number }] ? Editions.First(edition => edition.Number == number) : null;

    /// <summary>编报中发生的各件事，由早到晚。</summary>
    public ImmutableArray<FilingEvent> Filings { get; init; } = [];

    /// <summary>编到哪一步。还没有这份流程时公布的，是已公布。</summary>
    public FilingStage Stage => Filings is [.., var last] ? last.To : Visible is null ? FilingStage.Compiling : FilingStage.Published;

    /// <summary>曾经公布过，撤下了的也算。</summary>
    public bool WasPublished => Releases.Any(release => release.Edition is not null);

    /// <summary>最近一次签发；没有签发过的、之后又出了新版的为空。</summary>
    public FilingEvent? Signing => Filings.LastOrDefault(one => one.Hash is not null && one.Edition == Latest.Number);

    /// <summary>添一版。</summary>
    public PublishedReport Apply(ReportEdition put) => this with
    {
        Editions = Editions.Add(put), Filings = Filings.Add(new FilingEvent(Filings.Length + 1, FilingAction.Keep, Stage, FilingStage.Compiling, put.By, put.At, put.Number)), Version = Version + 1,
    };

    /// <summary>主管部门代收的一版：存下，同时算报送了，冻结。</summary>
    /// <param name="hash">规范 JSON 的 SHA-256。</param>
    public PublishedReport TakeIn(ReportEdition put, string hash) => this with
    {
        Editions = Editions.Add(put), Version = Version + 1,
        Filings = Filings.Add(new FilingEvent(Filings.Length + 1, FilingAction.TakeIn, Stage, FilingStage.Submitted, put.By, put.At, put.Number) { Hash = hash, Scan = put.File }),
    };

    /// <summary>添编报中的一件事；公布、撤下的，公众看的随着变。</summary>
    public PublishedReport Apply(FilingEvent done) => this with { Filings = Filings.Add(done), Releases = [.. Releases, .. Shown(done)], Version = Version + 1 };

    private static IEnumerable<ReportRelease> Shown(FilingEvent done) => done.Action switch
    {
        FilingAction.Publish or FilingAction.AddPast => [new ReportRelease(done.Edition, done.At, done.By, done.Note)],
        FilingAction.Withdraw => [new ReportRelease(null, done.At, done.By, done.Note)],
        _ => [],
    };
}

/// <summary>交来的一版：文件，以及读出来、查过的结果。</summary>
/// <param name="Number">第几版，从 1 起。</param>
/// <param name="File">文件；网页、JSON 只留读出来的，没有文件，为空。</param>
/// <param name="Agency">报告上的编制机关；读不准的为空。</param>
/// <param name="Findings">检查的发现，按规则的次序。</param>
/// <param name="Unread">有几格读不准。</param>
/// <param name="By">谁交的。</param>
/// <param name="At">时刻。</param>
public sealed record ReportEdition(int Number, ReportDocument? File, string? Agency, ImmutableArray<EditionFinding> Findings, int Unread, PersonId By, DateTimeOffset At)
{
    /// <summary>由登记编出来的，编报的人改过的各格；没有改过的是空的。</summary>
    public ImmutableArray<CellOverride> Overrides { get; init; } = [];

    /// <summary>存下时由登记写的文字，一句一句的：以后登记变了，看得出哪些句子是编报的人改的。交来文件的、从前没有留的是空的。</summary>
    public ImmutableArray<DraftedSection> Drafted { get; init; } = [];

    /// <summary>编报的人在格子旁边对查出的问题预先写的说明，送审时先填上。</summary>
    public ImmutableArray<FindingExplanation> Explanations { get; init; } = [];
}

/// <summary>交来的文件。</summary>
/// <param name="Hash">内容的 SHA-256，小写十六进制。</param>
/// <param name="Name">文件名。</param>
/// <param name="Length">字节数。</param>
/// <param name="MediaType">媒体类型。</param>
public sealed record ReportDocument(string Hash, string Name, long Length, string MediaType);

/// <summary>检查的一处发现，照检查时的样子留着。</summary>
/// <param name="Rule">规则的编号。</param>
/// <param name="Severity">级别。</param>
/// <param name="Message">说明。</param>
/// <param name="NeverWaived">有说明也不得放行。</param>
public sealed record EditionFinding(string Rule, Severity Severity, string Message, bool NeverWaived)
{
    /// <summary>所涉的格子，<see cref="Model.CellPath"/> 的写法；不指哪一格的是空的。</summary>
    public ImmutableArray<string> Cells { get; init; } = [];
}

/// <summary>一次公布，或者撤下。</summary>
/// <param name="Edition">公布的是第几版；撤下的为空。</param>
/// <param name="At">时刻。</param>
/// <param name="By">谁。</param>
/// <param name="Note">公布时对错误的说明，或者撤下的理由；没有的为空。</param>
public sealed record ReportRelease(int? Edition, DateTimeOffset At, PersonId By, string? Note);
