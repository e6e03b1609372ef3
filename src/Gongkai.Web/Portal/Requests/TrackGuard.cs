using System.Threading.RateLimiting;

namespace Gongkai.Web.Portal.Requests;

/// <summary>
/// 同一个查询码一小时至多试二十次，一天至多六十次：来源换来换去，捡到收条的人也试不出后四位（一万个，一天六十次，要几个月）。
/// 不论有没有这个码都算，说法一样；查到了以后看、办都凭 cookie，不再算。
/// </summary>
/// <param name="mostAnHour">一小时至多几次。</param>
/// <param name="mostADay">一天至多几次。</param>
public sealed class TrackGuard(int mostAnHour = 20, int mostADay = 60) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _tries = PartitionedRateLimiter.CreateChained(Windows(mostAnHour, TimeSpan.FromHours(1)), Windows(mostADay, TimeSpan.FromDays(1)));

    /// <summary>还可以试；试过太多次的为假。</summary>
    public bool Allows(string code)
    {
        using var lease = _tries.AttemptAcquire(code.Trim().ToUpperInvariant());
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _tries.Dispose();

    private static PartitionedRateLimiter<string> Windows(int most, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(
        code => RateLimitPartition.GetFixedWindowLimiter(code, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = window }));
}
