namespace Gongkai.Services.Demonstration;

/// <summary>演示用的时钟：三年的事一件件重演，做哪一件时就停在哪一件的时刻，只往前走。</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    public void MoveTo(DateTimeOffset instant)
    {
        if (instant > _now) _now = instant;
    }
}
