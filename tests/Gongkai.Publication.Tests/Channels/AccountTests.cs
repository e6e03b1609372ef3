using System.Net;
using System.Text;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Review;
using static Gongkai.Publication.Tests.InventedItems;

namespace Gongkai.Publication.Tests.Channels;

/// <summary>渠道账号：登记、关停、自动发布设得对不对，发给哪些，推送到得了哪里，怎样签名。</summary>
public sealed class AccountTests
{
    private static readonly DateOnly Now = new(2026, 3, 2);

    [Fact]
    public void The_platforms_are_the_channels_of_the_register_of_releases()
    {
        var form = RegisterForms.In(typeof(ChannelPlatform).Assembly).Single(form => form.Code == ReleaseCounts.Form);

        form.Find("channel")!.Choices.ShouldBe(ChannelPlatform.All.Select(platform => platform.Caption));
    }

    [Fact]
    public void What_is_wrong_with_an_account_is_said_at_once()
    {
        var refused = AccountDecisions.Check(Facts("广场舞", " ") with { Operator = new string('长', 61), OpenedOn = Now.AddDays(1) }, Now).Refusal.ShouldBeOfType<AccountRefusal>();

        refused.Faults.Select(fault => fault.Field).ShouldBe([AccountField.Platform, AccountField.Name, AccountField.Operator, AccountField.OpenedOn]);
        AccountDecisions.Check(Facts("宣传栏", " 一楼宣传栏 ") with { Filing = " " }, Now).Value.ShouldBe(Facts("宣传栏", "一楼宣传栏"));
    }

    [Fact]
    public void An_account_is_closed_once_with_a_day_and_a_reason()
    {
        var account = Account(Facts("微博", "云泽文旅") with { OpenedOn = new(2020, 1, 1) });

        AccountDecisions.Close(account, null, "", Now).Refusal!.Reason.ShouldBe("要写哪一天关停。关停要写明缘由。");
        AccountDecisions.Close(account, new(2019, 12, 31), "并号", Now).Refusal!.Reason.ShouldBe("关停日期不能早于开设日期 2020-01-01。");
        AccountDecisions.Close(account, Now.AddDays(1), "并号", Now).Refusal!.Reason.ShouldBe("关停日期还没有到，关停了再登记。");
        var closing = AccountDecisions.Close(account, Now, " 并号 ", Now).Value;
        closing.ShouldBe(new AccountClosing(Now, "并号"));
        AccountDecisions.Close(account with { Closing = closing }, Now, "再关", Now).Refusal!.Reason.ShouldBe("这个账号已经关停。");
    }

    [Theory]
    [InlineData(AdapterKind.FileDrop, "", "文件投放要写文件夹的名字。")]
    [InlineData(AdapterKind.FileDrop, "../outside", "只用汉字、字母、数字、连字符和下划线，不写路径")]
    [InlineData(AdapterKind.FileDrop, "a/b", "不写路径")]
    [InlineData(AdapterKind.FileDrop, "a\\b", "不写路径")]
    [InlineData(AdapterKind.FileDrop, "..", "不写路径")]
    [InlineData(AdapterKind.FileDrop, "nul", "不能做文件夹的名字")]
    [InlineData(AdapterKind.Webhook, "", "网址推送要写网址。")]
    [InlineData(AdapterKind.Webhook, "http://push.example.com/", "要以 https:// 开头")]
    [InlineData(AdapterKind.Webhook, "file:///etc/passwd", "要以 https:// 开头")]
    [InlineData(AdapterKind.Webhook, "https://a:b@push.example.com/", "不要写用户名和口令")]
    public void A_wrong_target_is_refused_with_a_sentence(AdapterKind kind, string target, string sentence) =>
        AccountDecisions.CannotSet(new ChannelAdapter(kind, target), new string('密', 24), false).ShouldNotBeNull().Reason.ShouldContain(sentence);

    [Fact]
    public void A_push_needs_a_secret_that_is_long_enough_and_an_empty_one_keeps_the_old()
    {
        var push = new ChannelAdapter(AdapterKind.Webhook, "https://push.example.com/in");

        AccountDecisions.CannotSet(push, "", false)!.Reason.ShouldContain("要有签名的密钥，至少 24 个字");
        AccountDecisions.CannotSet(push, "太短", true)!.Reason.ShouldBe("密钥要 24 到 200 个字，现在是 2 个。");
        AccountDecisions.CannotSet(push, "", true).ShouldBeNull();
        AccountDecisions.CannotSet(push, new string('k', 24), false).ShouldBeNull();
        AccountDecisions.CannotSet(new ChannelAdapter(AdapterKind.FileDrop, "云泽-wenlv_01"), null, false).ShouldBeNull();
        AccountDecisions.CannotSet(null, null, false).ShouldBeNull();
    }

    [Fact]
    public void What_changed_for_the_public_follows_from_the_states()
    {
        var (approved, published) = (Approved(), Published());
        var withdrawn = Do(published, Command(ReviewAction.Withdraw, ReviewRole.DisclosureOfficeHead, Chief) with { Text = "有误" });

        DeliveryDecisions.KindOf(approved.State, published.State).ShouldBe(LedgerEntryKind.First);
        DeliveryDecisions.KindOf(published.State, withdrawn.State).ShouldBe(LedgerEntryKind.Withdrawal);
        DeliveryDecisions.KindOf(published.State, published.State).ShouldBeNull();
    }

    [Fact]
    public void An_account_is_told_when_its_channel_was_chosen_or_it_was_told_before()
    {
        var (media, portal) = (Account(Facts("微信公众号", "云泽文旅"), Drop), Account(Facts("上级门户", "市门户"), Drop));

        DeliveryDecisions.Sends(LedgerEntryKind.First, media, [Channel.Website], false).ShouldBeFalse();
        DeliveryDecisions.Sends(LedgerEntryKind.First, media, [Channel.Website, Channel.NewMedia], false).ShouldBeTrue();
        DeliveryDecisions.Sends(LedgerEntryKind.First, portal, [Channel.Website], false).ShouldBeTrue();
        DeliveryDecisions.Sends(LedgerEntryKind.Correction, media, [Channel.Website], true).ShouldBeTrue("发过的，更正要告诉它");
        DeliveryDecisions.Sends(LedgerEntryKind.Withdrawal, portal, [], false).ShouldBeFalse("没有发过的，撤回不用告诉");
        DeliveryDecisions.Sends(LedgerEntryKind.Withdrawal, portal, [], true).ShouldBeTrue();
        DeliveryDecisions.Sends(LedgerEntryKind.First, portal with { Adapter = null }, [Channel.Website], false).ShouldBeFalse();
        DeliveryDecisions.Sends(LedgerEntryKind.First, portal with { Closing = new AccountClosing(Now, "并号") }, [Channel.Website], false).ShouldBeFalse();
        DeliveryDecisions.Sends(LedgerEntryKind.First, portal with { Facts = portal.Facts with { Standing = AccountStanding.Suspended } }, [Channel.Website], false).ShouldBeFalse();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.9.8.7")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::1")]
    public void An_inner_address_is_not_reached_unless_it_is_allowed(string address)
    {
        PushTargets.PublicOnly.Permits(IPAddress.Parse(address)).ShouldBeFalse();
        PushTargets.Parse("203.0.113.0/24、2001:db8::1").Value.Permits(IPAddress.Parse(address)).ShouldBeFalse();
    }

    [Fact]
    public void Public_addresses_and_allowed_networks_are_reached()
    {
        PushTargets.PublicOnly.Permits(IPAddress.Parse("8.8.8.8")).ShouldBeTrue();
        PushTargets.PublicOnly.Permits(IPAddress.Parse("2400:3200::1")).ShouldBeTrue();
        var allowed = PushTargets.Parse("10.1.2.0/24，127.0.0.1").Value;
        allowed.Permits(IPAddress.Parse("10.1.2.3")).ShouldBeTrue();
        allowed.Permits(IPAddress.Parse("::ffff:10.1.2.3")).ShouldBeTrue();
        allowed.Permits(IPAddress.Loopback).ShouldBeTrue();
        allowed.Permits(IPAddress.Parse("10.1.3.3")).ShouldBeFalse();
        PushTargets.Parse("内网").Refusal!.Reason.ShouldBe("“内网”既不是地址也不是网段，写作 10.1.2.3 或者 10.1.2.0/24。");
    }

    [Fact]
    public void The_signature_is_the_agreed_one_and_changes_with_each_part()
    {
        var (at, delivery, body) = (DateTimeOffset.FromUnixTimeSeconds(1_772_000_000), new Guid("0195f000-0000-7000-8000-000000000001"), Encoding.UTF8.GetBytes("{\"event\":\"published\"}"));

        // 另用 openssl 算过：printf '1772000000.0195f000-0000-7000-8000-000000000001.{"event":"published"}' | openssl dgst -sha256 -hmac 0123456789abcdef01234567
        WebhookSignature.Of("0123456789abcdef01234567", at, delivery, body).ShouldBe("v1=8310606c8fd5639acf83e024ffbfcd83e71274fee32982e5d06d4d4882dce251");
        new[]
        {
            WebhookSignature.Of("0123456789abcdef01234567", at, delivery, body), WebhookSignature.Of("another-secret-of-24-char", at, delivery, body), WebhookSignature.Of("0123456789abcdef01234567", at.AddSeconds(1), delivery, body),
            WebhookSignature.Of("0123456789abcdef01234567", at, Guid.Empty, body), WebhookSignature.Of("0123456789abcdef01234567", at, delivery, [.. body, 32]),
        }.Distinct().Count().ShouldBe(5);
    }

    private static readonly ChannelAdapter Drop = new(AdapterKind.FileDrop, "in");

    private static ChannelAccountFacts Facts(string platform, string name) => new() { Platform = platform, Name = name };

    private static ChannelAccount Account(ChannelAccountFacts facts, ChannelAdapter? adapter = null) => new(new ChannelAccountId(Guid.NewGuid()), 1, new UnitId(Guid.NewGuid()), facts, adapter, null);
}
