using Gongkai.Data;
using Gongkai.Data.Outbox;
using Gongkai.Data.Upkeep;
using Gongkai.Services.Requests;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Web.Hosting;

/// <summary>每小时清一遍过了时的，一月里取该取的年度快照；几个节点里只有一个做。</summary>
internal sealed class UpkeepRounds(Database database, RequestServices requests, TimeProvider clock, ILogger<UpkeepRounds> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

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
            if (!await _leases.Take("upkeep", Every * 2, stop)) return;
            await Pruning.Run(database, clock, stop);
            await requests.Years.TakeDue(clock, stop);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "过时的数据没有清完，一小时后再来");
        }
    }
}
