using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.AnnualReports.Batch;
using Gongkai.AnnualReports.Indicators;
using Gongkai.AnnualReports.Model;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Agencies;
using Gongkai.Organisations.Regions;
using Gongkai.Organisations.Units;

namespace Gongkai.Services.AnnualReports.DataCentre;

/// <summary>外来的年报：<c>gongkai report batch</c> 得到的文件夹。机关只凭名称认，层级、性质、区划由名称看出，看不出的空着。</summary>
public sealed class ForeignSource : ReportSource
{
    /// <summary>文件夹里的流水。</summary>
    public const string FileName = "reports.jsonl";

    private readonly string _path;
    private readonly FigureStore _store;
    private readonly Dictionary<(string Body, int Year), (long Start, int Length)> _places;

    private ForeignSource(string path, FigureStore store, Dictionary<(string, int), (long, int)> places, ForeignTally tally) => (_path, _store, _places, Tally) = (path, store, places, tally);

    /// <summary>装入了几份，几份没有装。</summary>
    public ForeignTally Tally { get; }

    /// <inheritdoc />
    public override string? Warning => "外来数据，未经本机关核实。机关凭名称认，层级、性质、区划由名称看出。";

    /// <summary>装入一个文件夹；没有流水的、读不懂的，答复一句话。</summary>
    public static Outcome<ForeignSource> Load(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!Directory.Exists(folder)) return new Refusal(Say($"没有文件夹 {folder}。", $"there is no folder {folder}."));
        if (!File.Exists(path)) return new Refusal(Say($"{folder} 里没有 {FileName}：先用 gongkai report batch 年报/ --out {folder} 读出来。", $"{folder} holds no {FileName}: read the reports first with gongkai report batch DIR --out {folder}."));
        var (read, places, tally) = (new List<PublishedFigures>(), new Dictionary<(string, int), (long, int)>(), new ForeignTally(0, 0, 0));
        using var stream = File.OpenRead(path);
        var number = 0;
        foreach (var (line, after) in JsonLines.Read(stream))
        {
            number++;
            var parsed = Parse(line);
            if (parsed.Refusal is { } wrong) return new Refusal(Say($"{path} 第 {number} 行：{wrong.Reason}", $"{path}, line {number}: {wrong.Reason}"));
            if (parsed.Value is not { Agency: { } agency, Year: { } year } report) tally = tally with { Unnamed = tally.Unnamed + 1 };
            else if (Fact(agency, year, report) is var fact && !places.TryAdd((fact.Body, year), (after - line.Length - 1, line.Length))) tally = tally with { Repeated = tally.Repeated + 1 };
            else read.Add(PublishedFigures.Of(fact, report));
        }

        return new ForeignSource(path, FigureStore.Empty.With([], read), places, tally with { Reports = read.Count });
    }

    /// <inheritdoc />
    public override Task<FigureStore> Current(CancellationToken cancel) => Task.FromResult(_store);

    /// <inheritdoc />
    public override async Task<AnnualReport?> Open(string body, int year, CancellationToken cancel)
    {
        if (!_places.TryGetValue((body, year), out var place)) return null;
        await using var stream = File.OpenRead(_path);
        stream.Position = place.Start;
        var line = new byte[place.Length];
        await stream.ReadExactlyAsync(line, cancel);
        return Parse(line) is { Succeeded: true } parsed ? parsed.Value : null;
    }

    /// <inheritdoc />
    public override async IAsyncEnumerable<ReadOnlyMemory<byte>> Lines([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var stream = File.OpenRead(_path);
        foreach (var (line, _) in JsonLines.Read(stream))
        {
            cancel.ThrowIfCancellationRequested();
            yield return line;
        }
    }

    private static Outcome<AnnualReport> Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("report", out var report)
                ? CanonicalJsonReader.Read(Encoding.UTF8.GetBytes(report.GetRawText())) : new Refusal(Say("没有 report 一项", "it has no “report”"));
        }
        catch (JsonException)
        {
            return new Refusal(Say("不是合法的 JSON", "it is not valid JSON"));
        }
    }

    private static ReportFact Fact(string agency, int year, AnnualReport report)
    {
        var profile = AgencyNames.Parse(agency);
        var (level, kind) = profile.Kind switch
        {
            AgencyKind.Town or AgencyKind.Subdistrict => ((UnitLevel?)UnitLevel.Town, (UnitKind?)(profile.Kind == AgencyKind.Town ? UnitKind.Government : UnitKind.DispatchedBody)),
            AgencyKind.StateCouncilDepartment or AgencyKind.StateCouncilBureau => (UnitLevel.State, UnitKind.Department),
            AgencyKind.Government => (LevelOf(profile.RegionLevel), UnitKind.Government),
            AgencyKind.ZoneCommittee => (LevelOf(profile.RegionLevel), UnitKind.DispatchedBody),
            AgencyKind.Department or AgencyKind.GovernmentOffice or AgencyKind.VerticalBranch => (LevelOf(profile.RegionLevel), UnitKind.Department),
            _ => (LevelOf(profile.RegionLevel), null),
        };
        return new ReportFact(KeyOf(profile.Name.Length > 0 ? profile.Name : agency), agency, year, level, kind, profile.RegionCode, report.PublishedOn ?? report.Signature?.Date);
    }

    private static UnitLevel? LevelOf(RegionLevel? level) => level switch
    {
        RegionLevel.Province => UnitLevel.Province,
        RegionLevel.City => UnitLevel.City,
        RegionLevel.County => UnitLevel.County,
        _ => null,
    };

    // 写法与本站单位的代码一样，由名称得出，同名的总是同一个。
    private static string KeyOf(string name) => ShortItemId.Of(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16), bigEndian: true));
}

/// <summary>装入外来数据的结果。</summary>
/// <param name="Reports">装入几份。</param>
/// <param name="Repeated">同一机关同一年度已经有一份的，没有装。</param>
/// <param name="Unnamed">没有读出机关或年度的，没有装。</param>
public sealed record ForeignTally(int Reports, int Repeated, int Unnamed);
