using Gongkai.Services.Publication;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Web.Hosting;

/// <summary>每秒巡一遍：到时的定时发布，别的节点改了公开内容的清缓存。出了错记下，下一遍再来。</summary>
internal sealed class PublicationRounds(PublicationServices publication, TimeProvider clock, ILogger<PublicationRounds> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Round(stoppingToken);
    }

    private async Task Round(CancellationToken stop)
    {
        try
        {
            foreach (var (item, why) in await publication.Timed.PublishDue(stop)) log.LogWarning("定时发布没有做成：{Item}，{Why}", item, why.Reason);
            await publication.Content.Announce(stop);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // 数据库一时连不上，网站照样要活着：缓存着的页面还能看。
            log.LogError(exception, "巡检没有做完，一秒后再来");
        }
    }
}
