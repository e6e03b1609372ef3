namespace Gongkai.Cli.Frame;

/// <summary>法律上的“今天”：北京时间的日期。</summary>
internal static class LegalToday
{
    // 全国一个时区、没有夏令时，用固定的时差，不依赖机器上装没装时区数据。
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static DateOnly Of(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Beijing).DateTime);
}
