using Gongkai.Organisations.Access;

namespace Gongkai.Organisations.Tests.Access;

public sealed class SignInTests
{
    private static readonly SignInRules Rules = SignInRules.On(new(2026, 1, 1));

    [Theory]
    [InlineData("短口令")]
    [InlineData("zhang.san-湖边的大树")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("Password20261234")]
    [InlineData("hu-123456-bian-shu")]
    [InlineData("lake-ytrewq-tree")]
    [InlineData("@admin@202511030")]
    public void A_password_that_is_easily_guessed_is_refused_with_the_reason(string password) =>
        Rules.Check(password, "zhang.san").Refusal.ShouldNotBeNull().Reason.ShouldNotBeEmpty();

    [Theory]
    [InlineData("湖边大树下有三只白鹭飞过")]
    [InlineData("teapot-granite-umbrella")]
    public void A_few_unrelated_words_are_a_good_password(string password) => Rules.Check(password, "zhang.san").Succeeded.ShouldBeTrue();

    [Fact]
    public void The_numbers_come_from_the_table()
    {
        Rules.PasswordShortest.ShouldBe(12);
        Rules.FailuresBeforeLockout.ShouldBe(5);
        Rules.Lockout.ShouldBe(TimeSpan.FromMinutes(15));
        Rules.LongestSession.ShouldBe(TimeSpan.FromHours(12));
    }
}
