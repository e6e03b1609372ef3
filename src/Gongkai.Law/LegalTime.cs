namespace Gongkai.Law;

/// <summary>法律上的时间：日期按北京时间，时刻按 UTC。</summary>
public static class LegalTime
{
    // 全国一个时区、没有夏令时，用固定的时差，不依赖机器上装没装时区数据。
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>今天，北京时间的日期。</summary>
    public static DateOnly Today(TimeProvider clock) => DateOf(clock.GetUtcNow());

    /// <summary>北京时间某一天零时的时刻。</summary>
    public static DateTimeOffset StartOf(DateOnly date) => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), Beijing).ToUniversalTime();

    /// <summary>一个时刻在北京是哪一天。</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(MomentOf(instant));

    /// <summary>一个时刻在北京是几点。</summary>
    public static DateTime MomentOf(DateTimeOffset instant) => instant.ToOffset(Beijing).DateTime;
}
