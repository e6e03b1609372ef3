using Gongkai.Data;
using Gongkai.Data.Outbox;
using Gongkai.Services.Notices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Web.Hosting;

/// <summary>每十分钟看一遍哪些期限该提醒；几个节点里平常只有一个做，提醒过的不再提醒。</summary>
internal sealed class ReminderRounds(Database database, NoticeServices notices, TimeProvider clock, ILogger<ReminderRounds> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

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
            if (!await _leases.Take("reminders", Every * 2, stop)) return;
            await notices.Cases.Run(stop);
            await notices.Reports.Run(stop);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "期限没有提醒完，十分钟后再来");
        }
    }
}
