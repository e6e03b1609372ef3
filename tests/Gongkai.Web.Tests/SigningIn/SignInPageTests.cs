using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Services.SigningIn;
using Gongkai.Testing.Organisations;

namespace Gongkai.Web.Tests.SigningIn;

public sealed class SignInPageTests(CitySite site) : IClassFixture<CitySite>
{
    [Fact]
    public async Task Who_opens_a_page_of_the_console_signs_in_first_and_comes_back_to_it()
    {
        var (_, login) = await site.Somebody(Role.Handler);
        using var visitor = site.Visitor();

        var asked = await visitor.Get("/console/permissions");
        await visitor.Follow(asked);
        var back = await visitor.Submit("sign-in", ("Form.LoginName", login), ("Form.Password", CitySite.Password));

        asked.Location.ShouldBe("/console/sign-in?to=%2Fconsole%2Fpermissions");
        back.Location.ShouldBe("/console/permissions");
        (await visitor.Follow(back)).Text.ShouldContain("不得由一个人兼任");
    }

    [Theory]
    [InlineData("https://example.com/console")]
    [InlineData("//example.com")]
    [InlineData("/\\example.com")]
    [InlineData("/")]
    public async Task Nobody_is_led_out_of_the_console_after_signing_in(string wanted)
    {
        var (_, login) = await site.Somebody(Role.Handler);
        using var visitor = site.Visitor();

        (await visitor.SignIn(login, CitySite.Password, wanted)).Location.ShouldBe("/console");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_look_the_same_and_the_password_is_not_echoed()
    {
        var (_, login) = await site.Somebody(Role.Handler);
        using var visitor = site.Visitor();

        var wrong = await visitor.SignIn(login, "错误的口令错误的口令");
        var unknown = await visitor.SignIn("nobody", "错误的口令错误的口令");

        wrong.Page.QuerySelector(".refusal")!.TextContent.ShouldBe(unknown.Page.QuerySelector(".refusal")!.TextContent);
        wrong.Page.DocumentElement.OuterHtml.ShouldNotContain("错误的口令");
        (await visitor.Get("/console")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task After_five_failures_even_the_right_password_is_refused()
    {
        var (_, login) = await site.Somebody(Role.Handler);
        using var visitor = site.Visitor();
        for (var attempt = 0; attempt < 5; attempt++) await visitor.SignIn(login, "错误的口令错误的口令");

        (await visitor.SignIn(login, CitySite.Password)).Page.QuerySelector(".refusal")!.TextContent.ShouldContain("锁定");
    }

    [Fact]
    public async Task One_source_may_try_ten_times_a_minute()
    {
        using var visitor = site.Visitor();
        for (var attempt = 0; attempt < 10; attempt++) (await visitor.SignIn("nobody", "x")).Status.ShouldBe(HttpStatusCode.OK);

        var page = await visitor.Get("/console/sign-in");
        var tooMany = await visitor.Submit("sign-in", ("Form.LoginName", "nobody"), ("Form.Password", "x"));

        page.Status.ShouldBe(HttpStatusCode.OK);
        tooMany.Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_nothing_happens()
    {
        using var visitor = await site.SignedIn(Role.Handler);

        var forged = await visitor.Post("/console/sign-out", new Dictionary<string, string> { ["_handler"] = "sign-out" });

        forged.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.Get("/console")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_cookie_is_for_the_console_only_and_out_of_reach_of_scripts()
    {
        using var visitor = await site.SignedIn(Role.Handler);

        var cookie = visitor.Cookies.GetAllCookies().Single(one => one.Name == "session");

        (cookie.Path, cookie.HttpOnly).ShouldBe(("/console", true));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        using var visitor = await site.SignedIn(Role.Handler);
        var kept = visitor.Cookies.GetAllCookies().Single(one => one.Name == "session").Value;

        (await visitor.Submit("sign-out")).Location.ShouldBe("/console/sign-in");

        visitor.Cookies.Add(site.Address, new Cookie("session", kept, "/console"));
        (await visitor.Get("/console")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_one_time_password_leads_to_changing_it_and_nowhere_else()
    {
        var (person, login) = await site.Somebody(Role.Handler);
        var oneTime = InventedCity.Done(await site.SignIn.Passwords.Reset(site.City.Administrator, person, dropTotp: false, CancellationToken.None));
        using var visitor = site.Visitor();

        (await visitor.SignIn(login, oneTime)).Location.ShouldBe("/console/password");
        (await visitor.Get("/console")).Location.ShouldBe("/console/password");
        await visitor.Get("/console/password");
        var weak = await visitor.Submit("password", ("Form.Current", oneTime), ("Form.Wanted", "123456"), ("Form.Again", "123456"));
        var unequal = await visitor.Submit("password", ("Form.Current", oneTime), ("Form.Wanted", "另外五个不相干的词连起来"), ("Form.Again", "别的"));
        var done = await visitor.Submit("password", ("Form.Current", oneTime), ("Form.Wanted", "另外五个不相干的词连起来"), ("Form.Again", "另外五个不相干的词连起来"));

        weak.Text.ShouldContain("口令至少 12 个字");
        unequal.Text.ShouldContain("两遍填的新口令不一样");
        done.Text.ShouldContain("口令已经改了");
        (await visitor.Get("/console")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_second_factor_is_set_up_by_the_pages_and_then_asked_for()
    {
        var (_, login) = await site.Somebody(Role.Handler);
        using var visitor = site.Visitor();
        await visitor.SignIn(login, CitySite.Password);
        await visitor.Get("/console/totp");
        var setup = await visitor.Submit("totp-begin");
        var secret = FromBase32(setup.Page.QuerySelectorAll("code").First(one => one.TextContent.Contains('-')).TextContent);
        setup.Page.QuerySelector("svg.qr-picture path")!.GetAttribute("d")!.Length.ShouldBeGreaterThan(1_000);

        var wrong = await visitor.Submit("totp-confirm", ("Form.Code", "000000"));
        var codes = await visitor.Submit("totp-confirm", ("Form.Code", Totp.CodeAt(secret, site.City.Clock.GetUtcNow())));
        wrong.Text.ShouldContain("动态口令不对");
        var recovery = codes.Page.QuerySelectorAll(".recovery-codes code").Select(one => one.TextContent).ToList();
        recovery.Count.ShouldBe(10);
        (await visitor.Get("/console/totp")).Text.ShouldNotContain(recovery[0]);
        await visitor.Submit("sign-out");

        var asked = await visitor.SignIn(login, CitySite.Password);
        asked.Location!.ShouldStartWith("/console/sign-in/code");
        (await visitor.Get("/console")).Status.ShouldBe(HttpStatusCode.Redirect);
        await visitor.Follow(asked);
        (await visitor.Submit("sign-in-code", ("Form.Code", "000000"))).Text.ShouldContain("动态口令不对");
        (await visitor.Submit("sign-in-code", ("Form.Code", recovery[0]))).Location.ShouldBe("/console");
        (await visitor.Get("/console/totp")).Text.ShouldContain("备用码还剩 9 个");
    }

    [Fact]
    public async Task Another_place_where_one_is_signed_in_can_be_ended()
    {
        var (_, login) = await site.Somebody(Role.Handler);
        using var here = site.Visitor();
        using var elsewhere = site.Visitor();
        await elsewhere.SignIn(login, CitySite.Password);
        await here.SignIn(login, CitySite.Password);

        var list = await here.Get("/console/sessions");
        await here.Submit("end-others");

        // 自己、另一处，和定口令时的那一次。
        list.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
        list.Text.ShouldContain("127.1.");
        (await elsewhere.Get("/console")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await here.Get("/console")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static byte[] FromBase32(string text)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(text.Where(char.IsAsciiLetterOrDigit).Select(letter => Convert.ToString(alphabet.IndexOf(letter), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
