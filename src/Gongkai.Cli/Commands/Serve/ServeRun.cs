using Gongkai.Cli.Frame;
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
    public static async Task<int> Start(CommandFrame frame, string? urls, string data, bool demo, CancellationToken cancel)
    {
        var created = await Site.Create(new SiteLaunch(data, urls, demo, frame.Clock), cancel);
        if (created.Refusal is { } refusal) return frame.Fail(refusal);
        await using var site = created.Value;
        try
        {
            await site.StartAsync(cancel);
        }
        catch (IOException exception)
        {
            return frame.Fail($"不能监听 {urls ?? SiteLaunch.DefaultUrls}：{exception.Message}", $"Cannot listen on {urls ?? SiteLaunch.DefaultUrls}: {exception.Message}");
        }

        await Announce(frame, site, demo);
        await AnnounceSetup(frame, site, cancel);
        await site.WaitForShutdownAsync(cancel);
        return ExitCode.Fine;
    }

    private static async Task Announce(CommandFrame frame, WebApplication site, bool demo)
    {
        foreach (var address in site.Urls)
        {
            await frame.Error.WriteLineAsync(frame.Say($"公开台已启动：{address}", $"Gongkai is running: {address}"));
            if (demo) await frame.Error.WriteLineAsync(frame.Say($"组件陈列：{address}/console/gallery", $"Component gallery: {address}/console/gallery"));
        }

        await frame.Error.WriteLineAsync(frame.Say("按 Ctrl+C 停止。", "Press Ctrl+C to stop."));
    }

    // 还没有开办的，印出设置码：能看到启动信息的人，就是装这台机器的人。
    private static async Task AnnounceSetup(CommandFrame frame, WebApplication site, CancellationToken cancel)
    {
        var firstRun = site.Services.GetRequiredService<FirstRun>();
        if (!await firstRun.IsNeeded(cancel)) return;
        var address = site.Urls.First() + "/console/setup";
        await frame.Error.WriteLineAsync(frame.Say($"首次设置：打开 {address}，设置码 {firstRun.Token}", $"First run: open {address}, setup token {firstRun.Token}"));
        await frame.Error.WriteLineAsync(firstRun.KeyFileAdvice);
    }
}
