using Gongkai.Data;
using Gongkai.Data.Outbox;
using Gongkai.Services.Notices;
using Gongkai.Services.Publication;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Web.Hosting;

/// <summary>每隔几秒把待发的送出去；几个节点里只有一个在送。没有送成的由发送的一方隔开再试。</summary>
internal sealed class OutboxRounds(Database database, PublicationServices publication, NoticeServices notices, TimeProvider clock, ILogger<OutboxRounds> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly OutboxDispatcher _dispatcher = new(database, clock, new Leases(database, clock, Guid.NewGuid()), publication.ChannelSender.Senders.Concat(notices.Sender.Senders).ToDictionary());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.Next(stoppingToken)) await Round(stoppingToken);
    }

    private async Task Round(CancellationToken stop)
    {
        try
        {
            await _dispatcher.RunOnce(stop);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "待发的没有送完，过几秒再来");
        }
    }
}
