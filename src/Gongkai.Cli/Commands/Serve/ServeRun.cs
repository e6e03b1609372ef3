using Gongkai.AnnualReports.Forms;
using Gongkai.Cli.Frame;
using Gongkai.Data;
using Gongkai.Services.AnnualReports.DataCentre;
using Gongkai.Services.Demonstration;
using Gongkai.Services.SigningIn;
using Gongkai.Web;
using Gongkai.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gongkai.Cli.Commands.Serve;

/// <summary>启动网站，说出地址，等到被中断。</summary>
internal static class ServeRun
{
    /// <param name="scale">演示的几倍；不是演示的为空。</param>
    public static async Task<int> Start(CommandFrame frame, string? urls, string data, int? scale, CancellationToken cancel)
    {
        var demo = scale is not null;
        // 管理员添的年报格式，在数据目录的 forms 里；要在读第一份报告之前添。
        if (FormCatalogue.Add(Path.Combine(data, "forms")) is { } faulty) return frame.Fail(faulty);
        if (scale is { } times && await DemoRun.Prepare(frame, data, times, cancel) is { } refused) return frame.Fail(refused);
        return await Start(frame, new SiteLaunch(data, urls, demo, frame.Clock, demo ? DemoRun.Settings : null), cancel);
    }

    /// <summary>装入外来的年报，只开数据中心。</summary>
    /// <param name="folder">report batch 得到的文件夹。</param>
    public static async Task<int> StartForeign(CommandFrame frame, string? urls, string folder, string data, CancellationToken cancel)
    {
        if (FormCatalogue.Add(Path.Combine(data, "forms")) is { } faulty) return frame.Fail(faulty);
        var loaded = ForeignSource.Load(folder);
        if (loaded.Refusal is { } refusal) return frame.Fail(refusal);
        var tally = loaded.Value.Tally;
        await frame.Error.WriteLineAsync(Say(
            $"装入 {tally.Reports} 份外来的年报；同一机关同一年度重复的 {tally.Repeated} 份、没有读出机关或年度的 {tally.Unnamed} 份没有装。",
            $"{tally.Reports} foreign reports loaded; left out: {tally.Repeated} of the same body and year, {tally.Unnamed} without body or year."));
        return await Start(frame, new SiteLaunch(data, urls, false, frame.Clock) { Reports = loaded.Value }, cancel);
    }

    private static async Task<int> Start(CommandFrame frame, SiteLaunch launch, CancellationToken cancel)
    {
        var created = await Site.Create(launch, cancel);
        if (created.Refusal is { } refusal) return frame.Fail(refusal);
        await using var site = created.Value;
        var (data, urls, demo) = (launch.DataFolder, launch.Urls, launch.Demo);
        if (!demo && await DemoCity.IsIn(site.Services.GetRequiredService<Database>(), cancel))
            return frame.Fail($"{data} 里是演示的数据，口令人人知道，只能用 --demo 启动。", $"{data} holds demonstration data with public passwords: start it with --demo.");
        try
        {
            // 网站总说中文；它启动的各个线程沿用启动时的语言。
            using (Speech.In(Language.Chinese)) await site.StartAsync(cancel);
        }
        catch (IOException exception)
        {
            return frame.Fail($"不能监听 {urls ?? SiteLaunch.DefaultUrls}：{exception.Message}", $"Cannot listen on {urls ?? SiteLaunch.DefaultUrls}: {exception.Message}");
        }

        await Announce(frame, site);
        if (demo) DemoRun.Announce(frame, site.Urls.First());
        if (launch.Reports is null) await AnnounceSetup(frame, site, cancel);
        await site.WaitForShutdownAsync(cancel);
        return ExitCode.Fine;
    }

    private static async Task Announce(CommandFrame frame, WebApplication site)
    {
        foreach (var address in site.Urls)
        {
            await frame.Error.WriteLineAsync(Say($"公开台已启动：{address}", $"Gongkai is running: {address}"));
        }

        await frame.Error.WriteLineAsync(Say("按 Ctrl+C 停止。", "Press Ctrl+C to stop."));
    }

    // 还没有开办的，印出设置码：能看到启动信息的人，就是装这台机器的人。
    private static async Task AnnounceSetup(CommandFrame frame, WebApplication site, CancellationToken cancel)
    {
        var firstRun = site.Services.GetRequiredService<FirstRun>();
        if (!await firstRun.IsNeeded(cancel)) return;
        var address = site.Urls.First() + "/console/setup";
        await frame.Error.WriteLineAsync(Say($"首次设置：打开 {address}，设置码 {firstRun.Token}", $"First run: open {address}, setup token {firstRun.Token}"));
        await frame.Error.WriteLineAsync(firstRun.KeyFileAdvice);
    }
}
