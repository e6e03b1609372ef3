namespace Gongkai.Testing;

/// <summary>测试用的时钟：停在那里，叫它走才走。</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now;

    /// <param name="start">起始时刻；不写是 2026 年 3 月 2 日（星期一）上午九点，北京时间。</param>
    public TestClock(DateTimeOffset? start = null) => _now = start ?? new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    /// <summary>往前走。</summary>
    public void Advance(TimeSpan by) => _now += by;
}
