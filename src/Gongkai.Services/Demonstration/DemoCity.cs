using System.Text.Json;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Settings;
using Gongkai.Law;
using Gongkai.Services.Acting;
using Gongkai.Services.AnnualReports;
using Gongkai.Services.Organisations;
using Gongkai.Services.Publication;
using Gongkai.Services.Registers;
using Gongkai.Services.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Demonstration;

/// <summary>演示：一座虚构的城市三年的公开工作，由固定的种子经各项服务做成，审计链是真的。口令人人知道，只供演示。</summary>
public static class DemoCity
{
    /// <summary>各账号的口令，都相同。</summary>
    public const string Password = "demo-yanshi-kouling";

    /// <summary>系统管理员的登录名。</summary>
    public const string Administrator = "guanliyuan";

    /// <summary>平常做多少条。</summary>
    public const int Items = 2000;

    private const int Seed = 20190515;
    private const string Setting = "demo";
    private const string Unfinished = "demo.unfinished";

    /// <summary>备好演示的数据：没有的现做，做好了的接着用；不是演示的数据，拒绝。</summary>
    /// <param name="settings">数据放在哪里。</param>
    /// <param name="items">至少做几条；停在各步等人办的约两百条总是有。</param>
    /// <param name="clock">真的时钟：三年的事做到此刻为止。</param>
    /// <param name="progress">做到几成。</param>
    public static async Task<Outcome<DemoReport>> Prepare(DataSettings settings, int items, TimeProvider clock, Action<double> progress, CancellationToken cancel)
    {
        DiscardUnfinished(settings);
        var now = clock.GetUtcNow();
        var past = new DemoClock(DemoPlan.Beginning(now));
        var opened = await DatabaseOpening.Open(settings, past, cancel);
        if (opened.Refusal is { } refusal) return refusal;
        using var database = opened.Value;
        var organisations = new OrganisationServices(database, past);
        if (!await organisations.Founding.IsNeeded(cancel))
            return await Read(database, cancel) is { } made ? made : new Refusal(Say($"{settings.Folder} 里已有数据，不是演示的；演示请另用一个数据目录（--data）。", $"{settings.Folder} holds data other than the demonstration's; use another data folder (--data) for it."));

        // 做出来的东西都是中文，与命令行说哪种语言无关。
        using var speaking = Speech.In(Language.Chinese);
        await MarkUnfinished(settings, cancel);
        var publication = new PublicationServices(database, organisations, past);
        var teams = await new DemoFounding(database, organisations, publication, past, cancel).Found();
        if (teams.Refusal is { } unfounded) return unfounded;
        await using (var db = database.CreateContext()) await organisations.Trees.Load(db, cancel);
        var stories = DemoPlan.Of(Seed, now, items);
        var registers = new DemoRegisters(publication, teams.Value, past.GetUtcNow(), now, cancel).Plan();
        var (requests, kept) = (new RequestServices(database, organisations), new RegisterServices(database, organisations, past));
        var compiler = new ReportCompiler(database, kept.TableTwo, requests.Years, requests.Fees, publication.OpinionBoard);
        var reports = new DemoReports(publication, compiler, new CurrentPeople(database, organisations.Trees, past), teams.Value, past.GetUtcNow(), now, cancel).Plan();
        var books = new DemoBooks(database, kept, teams.Value, now, cancel).Plan();
        var findings = new DemoFindings(database, publication, teams.Value, now, cancel).Plan();
        var matters = new DemoMatters(publication, teams.Value, past.GetUtcNow(), cancel);
        var opinions = new DemoOpinions(publication, organisations, teams.Value[DemoOpinions.Unit], now, cancel).Plan();
        var cases = new DemoCases(requests, teams.Value, now, cancel).Plan();
        var claims = new DemoClaims(requests, teams.Value, now, cancel).Plan();
        var channels = new DemoChannels(publication, teams.Value[DemoChannels.Unit], now, cancel).Plan();
        var acts = await new DemoWork(database, publication, teams.Value, matters, past, cancel).Do(Seed, stories, [.. matters.Plan(), .. registers, .. reports, .. books, .. findings, .. opinions, .. cases, .. claims, .. channels], progress);
        if (acts.Refusal is { } undone) return undone;
        var report = new DemoReport(await Count(database, cancel), acts.Value, LegalTime.DateOf(now), IsNew: true);
        await Finish(database, report, cancel);
        File.Delete(UnfinishedFile(settings));
        return report;
    }

    /// <summary>库里是不是演示的数据。</summary>
    public static async Task<bool> IsIn(Database database, CancellationToken cancel) => await Read(database, cancel) is not null;

    // 文件库的全文与解读也是信息，所以数库里的。
    private static async Task<int> Count(Database database, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await db.Items.CountAsync(cancel);
    }

    private static async Task<DemoReport?> Read(Database database, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var value = await db.Settings.AsNoTracking().Where(row => row.Unit == ChainId.System.Value && row.Name == Setting).Select(row => row.Value).SingleOrDefaultAsync(cancel);
        return value is null ? null : JsonSerializer.Deserialize<DemoReport>(value)! with { IsNew = false };
    }

    private static Task<Outcome<int>> Finish(Database database, DemoReport report, CancellationToken cancel) => database.Acts.Perform<int>(
        new Act("demo.finish", Actor.System, ChainId.System) { Reason = "演示" },
        scope =>
        {
            scope.Db.Settings.Add(new SettingRow { Unit = ChainId.System.Value, Name = Setting, Value = JsonSerializer.Serialize(report) });
            scope.Record(new Subject("setting", Setting), report);
            return Task.FromResult<Outcome<int>>(report.Items);
        },
        cancel);

    // 做到一半停了的，从头再做：有这个文件的数据目录，里面只有我们没做完的。
    private static void DiscardUnfinished(DataSettings settings)
    {
        if (settings.Engine != Engine.Sqlite || !File.Exists(UnfinishedFile(settings))) return;
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(settings.SqliteFile + suffix);
        File.Delete(settings.KeyPath);
        if (Directory.Exists(settings.AttachmentFolder)) Directory.Delete(settings.AttachmentFolder, recursive: true);
    }

    private static Task MarkUnfinished(DataSettings settings, CancellationToken cancel) =>
        File.WriteAllTextAsync(UnfinishedFile(settings), "演示的数据正在做；有这个文件说明没有做完，下次启动会从头再做。\n", cancel);

    private static string UnfinishedFile(DataSettings settings) => Path.Combine(settings.Folder, Unfinished);
}

/// <summary>演示的数据有多少。</summary>
/// <param name="Items">信息几条。</param>
/// <param name="Acts">办了几件事。</param>
/// <param name="Until">做到哪一天。</param>
/// <param name="IsNew">这次现做的。</param>
public sealed record DemoReport(int Items, int Acts, DateOnly Until, bool IsNew);
