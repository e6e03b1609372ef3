using Gongkai.Organisations.Access;

namespace Gongkai.Organisations.Tests.Access;

public sealed class SignInFailuresTests
{
    private static readonly SignInRules Rules = SignInRules.On(new DateOnly(2026, 3, 2));
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Failures_within_the_window_lock_at_the_fifth()
    {
        var failures = Fail(4, TimeSpan.FromMinutes(3));
        failures.IsLocked(Start.AddMinutes(12)).ShouldBeFalse();

        failures = failures.Failed(Start.AddMinutes(12), Rules);

        failures.LockedUntil.ShouldBe(Start.AddMinutes(12) + Rules.Lockout);
        failures.IsLocked(Start.AddMinutes(12) + Rules.Lockout).ShouldBeFalse();
    }

    [Fact]
    public void Failures_spread_over_the_day_do_not_lock() => Fail(20, TimeSpan.FromMinutes(16)).LockedUntil.ShouldBeNull();

    [Fact]
    public void Failing_while_locked_does_not_prolong_the_lock()
    {
        var locked = Fail(5, TimeSpan.FromMinutes(1));

        locked.Failed(Start.AddMinutes(10), Rules).ShouldBe(locked);
    }

    [Fact]
    public void After_the_lock_counting_begins_anew()
    {
        var locked = Fail(5, TimeSpan.FromMinutes(1));

        locked.Failed(locked.LockedUntil!.Value, Rules).ShouldBe(new SignInFailures(1, locked.LockedUntil, null));
    }

    private static SignInFailures Fail(int times, TimeSpan apart) =>
        Enumerable.Range(0, times).Aggregate(SignInFailures.None, (failures, number) => failures.Failed(Start + (apart * number), Rules));
}
