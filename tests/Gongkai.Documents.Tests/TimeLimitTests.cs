namespace Gongkai.Documents.Tests;

/// <summary>不与别的测试同时跑：线程池被占满时，计时器会迟到。</summary>
[CollectionDefinition(nameof(TimeLimitTests), DisableParallelization = true)]
[Collection(nameof(TimeLimitTests))]
public sealed class TimeLimitTests
{
    [Fact]
    public void Time_runs_out_with_a_sentence() =>
        Reading.Refused(new string('\n', 8_000_000) + "文", new ReadLimits { Time = TimeSpan.FromMilliseconds(1), Blocks = int.MaxValue })
            .ShouldContain("已停止");
}
