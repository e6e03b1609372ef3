using Gongkai.Services.Publication;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Web.Hosting;

/// <summary>
/// 每秒巡一遍：到时的定时发布，别的节点改了公开内容的清缓存。发布不成的由服务隔开再试；
/// 整遍做不完的（例如数据库连不上）记下，隔得一次比一次久再来，不每秒记一条。
/// </summary>
internal sealed class PublicationRounds(PublicationServices publication, TimeProvider clock, ILogger<PublicationRounds> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromMinutes(1);

    private TimeSpan _pause = TimeSpan.Zero;
    private DateTimeOffset _resume = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.Next(stoppingToken))
            if (clock.GetUtcNow() >= _resume) await Round(stoppingToken);
    }

    private async Task Round(CancellationToken stop)
    {
        try
        {
            foreach (var (item, why) in await publication.Timed.PublishDue(stop)) log.LogWarning("定时发布没有做成：{Item}，{Why}", item, why.Reason);
            await publication.Content.Announce(stop);
            _pause = TimeSpan.Zero;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // 数据库一时连不上，网站照样要活着：缓存着的页面还能看。
            _pause = _pause == TimeSpan.Zero ? Every * 2 : _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
            _resume = clock.GetUtcNow() + _pause;
            log.LogError(exception, "巡检没有做完，{Seconds} 秒后再来", _pause.TotalSeconds);
        }
    }
}
