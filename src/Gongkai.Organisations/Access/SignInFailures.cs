namespace Gongkai.Organisations.Access;

/// <summary>登录失败的账：连续失败了几次，锁定到何时。规则见 <see cref="SignInRules"/>。</summary>
/// <param name="Count">这一串连续失败了几次。</param>
/// <param name="Since">这一串从何时起；没有失败的为空。</param>
/// <param name="LockedUntil">锁定到何时（到时即解）；没有锁定过的为空。</param>
public sealed record SignInFailures(int Count, DateTimeOffset? Since, DateTimeOffset? LockedUntil)
{
    /// <summary>没有失败。</summary>
    public static SignInFailures None { get; } = new(0, null, null);

    /// <summary>此刻是否锁着。</summary>
    public bool IsLocked(DateTimeOffset now) => LockedUntil is { } until && now < until;

    /// <summary>又失败一次。锁着的时候再失败不延长，免得别人一直试就能把人一直锁在外面。</summary>
    public SignInFailures Failed(DateTimeOffset now, SignInRules rules)
    {
        if (IsLocked(now)) return this;
        var continues = LockedUntil is null && Since is { } since && now - since <= rules.FailureWindow;
        var count = continues ? Count + 1 : 1;
        return new SignInFailures(count, continues ? Since : now, count >= rules.FailuresBeforeLockout ? now + rules.Lockout : null);
    }
}
