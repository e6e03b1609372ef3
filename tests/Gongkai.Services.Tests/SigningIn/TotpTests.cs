using System.Text;
using Gongkai.Services.SigningIn;

namespace Gongkai.Services.Tests.SigningIn;

/// <summary>RFC 6238 附录 B 的例子（取末六位），和快慢、重用。</summary>
public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Totp.CodeAt(Secret, DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(code);

    [Theory]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(-60, false)]
    [InlineData(60, false)]
    public void A_clock_may_be_one_step_off(int seconds, bool accepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111111);

        (Totp.Match(Secret, Totp.CodeAt(Secret, now.AddSeconds(seconds)), now, null) is not null).ShouldBe(accepted);
    }

    [Fact]
    public void A_step_that_was_used_is_not_used_again_nor_an_earlier_one()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111111);
        var step = Totp.Match(Secret, Totp.CodeAt(Secret, now), now, null);

        Totp.Match(Secret, Totp.CodeAt(Secret, now), now, step).ShouldBeNull();
        Totp.Match(Secret, Totp.CodeAt(Secret, now.AddSeconds(-30)), now, step).ShouldBeNull();
        Totp.Match(Secret, Totp.CodeAt(Secret, now.AddSeconds(30)), now, step).ShouldNotBeNull();
    }

    [Fact]
    public void The_address_is_what_authenticators_read() =>
        Totp.Address(Secret, "公开台", "jia").ShouldBe("otpauth://totp/%E5%85%AC%E5%BC%80%E5%8F%B0:jia?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E5%85%AC%E5%BC%80%E5%8F%B0");
}
