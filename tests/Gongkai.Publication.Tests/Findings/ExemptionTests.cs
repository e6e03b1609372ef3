using Gongkai.Organisations.People;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Findings;
using Gongkai.Scanning;
using static Gongkai.Publication.Tests.InventedItems;

namespace Gongkai.Publication.Tests.Findings;

/// <summary>豁免要两个人：申请的、写稿的都不能决定；只认那一处、那时的内容；理由里不写原文。</summary>
public sealed class ExemptionTests
{
    private static readonly ScanFinding Number = new(ScanKind.ResidentId, ScanSeverity.Error, "正文第1段", "11*************02X", "居民身份证号");

    private static readonly ExemptionId Id = new(new Guid("0190eeee-0000-7000-8000-000000000001"));

    [Fact]
    public void It_is_asked_for_by_one_and_granted_by_another()
    {
        var asked = Ask().Value;

        asked.Standing.ShouldBe(ExemptionStanding.Asked);
        asked.Excerpt.ShouldBe(Number.Excerpt);
        Decide(asked, Head, granted: true).Value.ShouldSatisfyAllConditions(
            granted => granted.Standing.ShouldBe(ExemptionStanding.Granted), granted => granted.DecidedBy.ShouldBe(Head), granted => granted.Note.ShouldBe("看过原件"));
        Decide(asked, Head, granted: false).Value.Standing.ShouldBe(ExemptionStanding.Refused);
        Decide(asked with { Standing = ExemptionStanding.Granted }, Head, granted: false).Refusal!.Reason.ShouldContain("已经决定过");
    }

    [Fact]
    public void What_was_granted_is_revoked_once_with_a_reason_and_asks_to_be_handled_again()
    {
        var granted = Decide(Ask().Value, Head, granted: true).Value;

        ExemptionDecisions.Revoke(granted, " ", Secrecy, At(3)).Refusal!.Reason.ShouldBe("撤销要写明缘由。");
        ExemptionDecisions.Revoke(granted, "就是11010519491231002X这个人", Secrecy, At(3)).Refusal!.Reason.ShouldContain("不要写出原文");
        ExemptionDecisions.Revoke(Ask().Value, "批准错了", Secrecy, At(3)).Refusal!.Reason.ShouldBe("没有批准的豁免，不用撤销。");
        var revoked = ExemptionDecisions.Revoke(granted, " 批准错了 ", Secrecy, At(3)).Value;
        (revoked.Standing, revoked.DecidedBy, revoked.Revocation).ShouldBe((ExemptionStanding.Revoked, Head, new ExemptionRevocation(Secrecy, At(3), "批准错了")));
        ExemptionDecisions.Revoke(revoked, "再撤一次", Secrecy, At(4)).Refusal!.Reason.ShouldBe("这个豁免已经撤销。");
    }

    [Fact]
    public void Neither_who_asked_nor_who_wrote_the_item_decides()
    {
        Decide(Ask(by: Secrecy).Value, Secrecy).Refusal!.Reason.ShouldBe("申请的人不能自己决定：豁免要由另一个人批准。");
        Decide(Ask(by: Secrecy).Value, Handler).Refusal!.Reason.ShouldBe("写过这个稿的人，不能决定它的豁免。");
    }

    [Fact]
    public void What_is_no_longer_there_is_neither_asked_for_nor_granted()
    {
        var changed = Screen("别的内容");

        ExemptionDecisions.Ask(Item(), changed, Screen().Findings[0].Finding.Print, Id, "依法公告", Handler, At(1)).Refusal!.Reason.ShouldContain("已经不在了");
        ExemptionDecisions.Decide(Item(), changed, Ask().Value, true, "看过", Secrecy, At(2)).Refusal!.Reason.ShouldContain("已经不在了");
    }

    [Theory]
    [InlineData(null, "要写明为什么")]
    [InlineData("  ", "要写明为什么")]
    [InlineData("就是11010519491231002X这个人", "不要写出原文")]
    public void A_reason_is_wanted_that_does_not_repeat_the_secret(string? reason, string refused)
    {
        var refusal = Ask(reason).Refusal!.Reason;

        refusal.ShouldContain(refused);
        refusal.ShouldNotContain("11010519491231002X");
    }

    [Fact]
    public void What_does_not_block_or_was_not_looked_into_is_not_exempted()
    {
        var finding = Screen().Findings[0];

        ExemptionDecisions.WhyNotAsk(finding).ShouldBeNull();
        ExemptionDecisions.WhyNotAsk(finding with { Answer = FindingAnswer.Refused }).ShouldBeNull("没有批准的，换了理由可以再申请。");
        foreach (var answer in (FindingAnswer[])[FindingAnswer.NotNeeded, FindingAnswer.Removed, FindingAnswer.Asked, FindingAnswer.Exempted])
            ExemptionDecisions.WhyNotAsk(finding with { Answer = answer }).ShouldNotBeNull();
        ExemptionDecisions.WhyNotAsk(finding with { Finding = finding.Finding with { IsUnseen = true } })!.Reason.ShouldContain("没有查过的不能豁免");
    }

    private static Law.Outcome<Exemption> Ask(string? reason = "依法公告的信息", PersonId? by = null) =>
        ExemptionDecisions.Ask(Item(), Screen(), Screen().Findings[0].Finding.Print, Id, reason, by ?? Leader, At(1));

    private static Law.Outcome<Exemption> Decide(Exemption asked, PersonId by, bool granted = true) => ExemptionDecisions.Decide(Item(), Screen(), asked, granted, "看过原件", by, At(2));

    private static ItemScreening Screen(string source = "内容") =>
        ItemScreening.Of(Item().Id, Draft, [new TextFinding(ItemField.Body, Number, null, source)], new Dictionary<string, FileExamination>(), [], text => text);
}
