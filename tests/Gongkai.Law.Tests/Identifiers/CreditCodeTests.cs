using Gongkai.Law.Identifiers;

namespace Gongkai.Law.Tests.Identifiers;

public sealed class CreditCodeTests
{
    [Theory]
    [InlineData("11341702486344515H", true)]
    [InlineData("11370812004339255B", true)]
    [InlineData("11341702486344515A", false)]
    [InlineData("1134170248634451H5", false)]
    [InlineData("1134170248634451", false)]
    [InlineData("11341702I86344515H", false)]
    public void The_last_character_checks_the_other_seventeen(string code, bool valid) => CreditCode.IsValid(code).ShouldBe(valid);
}
