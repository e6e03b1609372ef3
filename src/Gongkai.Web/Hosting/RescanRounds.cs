using Gongkai.Data;
using Gongkai.Data.Outbox;
using Gongkai.Services.Publication;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Web.Hosting;

/// <summary>
/// 已发布的再扫描：启动以后、每小时、有人要求时走一遍，没有由这一版扫描器扫过的才真扫；几个节点里平常只有一个做；
/// 一遍走得比租约久的，别的节点也来走，扫过的不再扫。
/// </summary>
internal sealed class RescanRounds(Database database, PublicationServices publication, TimeProvider clock, ILogger<RescanRounds> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1), Every = TimeSpan.FromHours(1), Held = TimeSpan.FromMinutes(10);

    private readonly Leases _leases = new(database, clock, Guid.NewGuid());
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.Next(stoppingToken)) await Round(stoppingToken);
    }

    private async Task Round(CancellationToken stop)
    {
        try
        {
            if (clock.GetUtcNow() < _next && !await publication.Rescans.IsAsked(stop)) return;
            if (!await _leases.Take("rescan", Held, stop)) return;
            await publication.Rescans.Pass(stop);
            await _leases.Release("rescan", stop);
            _next = clock.GetUtcNow() + Every;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "已发布的没有扫完，过一会儿接着扫");
        }
    }
}
