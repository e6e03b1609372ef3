using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Gongkai.Services.SigningIn;

/// <summary>口令的散列：用 ASP.NET Core Identity 的 PBKDF2-HMAC-SHA512，加盐。</summary>
public sealed class PasswordHashing
{
    /// <summary>平常的迭代次数：OWASP 对 PBKDF2-HMAC-SHA512 的建议。</summary>
    public const int Iterations = 210_000;

    private readonly PasswordHasher<object> _hasher;
    private readonly object _nobody = new();
    private readonly Lazy<string> _decoy;

    /// <param name="iterations">迭代次数；测试用少的，别处不要改。</param>
    public PasswordHashing(int iterations = Iterations)
    {
        _hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
        _decoy = new Lazy<string>(() => Hash(Guid.NewGuid().ToString()));
    }

    /// <summary>算出散列。</summary>
    public string Hash(string password) => _hasher.HashPassword(_nobody, password);

    /// <summary>口令对不对。没有账号的（散列为空）也照样算一遍，所以由快慢看不出有没有这个账号。</summary>
    public PasswordCheck Check(string? hash, string password)
    {
        var result = _hasher.VerifyHashedPassword(_nobody, hash ?? _decoy.Value, password);
        if (hash is null || result == PasswordVerificationResult.Failed) return new PasswordCheck(false, null);
        return new PasswordCheck(true, result == PasswordVerificationResult.SuccessRehashNeeded ? Hash(password) : null);
    }
}

/// <summary>口令对不对；对的、但散列是旧的算法或次数，给出新的散列。</summary>
public readonly record struct PasswordCheck(bool IsRight, string? Rehash);
