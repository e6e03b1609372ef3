using System.Threading.RateLimiting;

namespace Gongkai.Web.Portal.Requests;

/// <summary>同一个查询码一小时至多试二十次：来源换来换去，也试不出别人的后四位。不论有没有这个码都算，说法一样。</summary>
public sealed class TrackGuard : IDisposable
{
    private const int Most = 20;

    private readonly PartitionedRateLimiter<string> _tries = PartitionedRateLimiter.Create<string, string>(
        code => RateLimitPartition.GetFixedWindowLimiter(code, _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = TimeSpan.FromHours(1) }));

    /// <summary>还可以试；试过太多次的为假。</summary>
    public bool Allows(string code)
    {
        using var lease = _tries.AttemptAcquire(code.Trim().ToUpperInvariant());
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _tries.Dispose();
}
