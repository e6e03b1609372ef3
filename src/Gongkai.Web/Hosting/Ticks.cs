namespace Gongkai.Web.Hosting;

/// <summary>一下一下地等。</summary>
internal static class Ticks
{
    /// <summary>等下一下；网站要停了，答复假。没有启动成就关的网站不先打招呼，所以不论是谁叫停的都算。</summary>
    public static async ValueTask<bool> Next(this PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
