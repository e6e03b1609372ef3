using Gongkai.Data;
using Gongkai.Data.Outbox;
using Gongkai.Services.Requests;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Web.Hosting;

/// <summary>日历变了，页面上当场没有算完的，在后台接着逐件重算；几个节点里平常只有一个做，断了由下一遍接着。</summary>
internal sealed class DeadlineRounds(Database database, RequestServices requests, TimeProvider clock, ILogger<DeadlineRounds> log) : BackgroundService
{
    private const int AtOnce = 5_000;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10), Held = TimeSpan.FromMinutes(5);

    private readonly Leases _leases = new(database, clock, Guid.NewGuid());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.Next(stoppingToken)) await Round(stoppingToken);
    }

    private async Task Round(CancellationToken stop)
    {
        try
        {
            if (await requests.Recomputation.Waiting(stop) == 0) return;
            do
                if (!await _leases.Take("deadlines", Held, stop)) return;
            while (await requests.Recomputation.Run(AtOnce, stop) > 0);
            await _leases.Release("deadlines", stop);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "期限没有重算完，过几秒接着算");
        }
    }
}
