using Gongkai.Services.AnnualReports.DataCentre;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Web.Hosting;

/// <summary>启动以后在后台把年报的数字装进内存：几万份要几秒，第一个来看的人不必等。装不成的，来看的时候再装。</summary>
internal sealed partial class DataCentreLoading(ReportSource source, ILogger<DataCentreLoading> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await source.Current(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailure(logger, exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "年报的数字没有装成，有人来看时再装")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
