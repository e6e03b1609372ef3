using Gongkai.AnnualReports.Publishing;
using Gongkai.Organisations.People;
using Gongkai.Services.AnnualReports;

namespace Gongkai.Services.Tests.AnnualReports;

/// <summary>公众看到的公布、更正、撤下：撤下过的一版只说何时、为什么，不再给人看。</summary>
public sealed class PublicReleaseTests
{
    [Fact]
    public void What_was_replaced_stays_readable_and_what_was_withdrawn_does_not()
    {
        var history = PublicRelease.Of([Release(1, null), Release(2, "更正"), Release(null, "有个人信息"), Release(3, "去掉了个人信息")]);

        history.Select(release => release.Kind).ShouldBe([PublicReleaseKind.First, PublicReleaseKind.Corrected, PublicReleaseKind.Withdrawn, PublicReleaseKind.Again]);
        history.Select(release => release.IsReadable).ShouldBe([true, false, false, true]);
        history.Select(release => release.Note).ShouldBe([null, "更正", "有个人信息", "去掉了个人信息"]);
    }

    [Fact]
    public void While_it_is_withdrawn_nothing_of_it_is_public()
    {
        PublicRelease.Of([Release(1, null), Release(2, "更正"), Release(null, "有误")]).ShouldBeEmpty();
        PublicRelease.Of([]).ShouldBeEmpty();
    }

    private static ReportRelease Release(int? edition, string? note) => new(edition, DateTimeOffset.UnixEpoch, new PersonId(Guid.Empty), note);
}
