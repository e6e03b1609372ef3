using Gongkai.Organisations.Access;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Organisations;

public sealed class UnitChangePageTests(CitySite site) : IClassFixture<CitySite>
{
    [Fact]
    public async Task The_contact_of_the_guide_is_changed_and_half_of_it_is_refused_by_name()
    {
        using var visitor = await site.SignedIn(Role.Administrator);
        await visitor.Get($"/console/units/{site.City.Culture}");

        var half = await visitor.Submit("facts", ("FactsForm.Address", "云泽市湖滨路1号"), ("FactsForm.From", "2026-03-02"), ("FactsForm.Reason", "迁址"));
        var whole = await visitor.Submit(
            "facts", ("FactsForm.Address", "云泽市湖滨路1号"), ("FactsForm.OfficeHours", "工作日8:30至17:30"), ("FactsForm.Phone", "0000-12345678"), ("FactsForm.Fax", "无"),
            ("FactsForm.Online", "/apply"), ("FactsForm.From", "2026-03-02"), ("FactsForm.Reason", "迁址"));

        half.Text.ShouldContain("联系方式还缺办公时间、联系电话、传真号码、互联网联系方式");
        half.Page.QuerySelectorAll("details[open] input[name=_handler]").Select(input => input.GetAttribute("value")).ShouldBe(["facts"]);
        whole.Text.ShouldContain("已经改变");
        (await visitor.Get($"/console/units/{site.City.Culture}")).Page.QuerySelector("dl")!.TextContent.ShouldContain("云泽市湖滨路1号");
    }

    [Fact]
    public async Task An_administrator_of_a_county_changes_its_own_unit_without_a_right_over_the_city()
    {
        using var visitor = await site.SignedIn(Role.Administrator, site.City.County);
        await visitor.Get($"/console/units/{site.City.County}");

        var changed = await visitor.Submit("facts", ("FactsForm.ShortName", "甲县"), ("FactsForm.From", "2026-03-02"), ("FactsForm.Reason", "定简称"));

        changed.Text.ShouldContain("已经改变");
    }

    [Fact]
    public async Task A_unit_is_split_into_two_and_another_is_abolished_with_and_without_a_successor()
    {
        using var visitor = await site.SignedIn(Role.Administrator);
        var (first, second) = (await Establish(visitor, "云泽市水务局"), await Establish(visitor, "云泽市河湖局"));
        var (whole, alone) = (await Establish(visitor, "云泽市水利水务局"), await Establish(visitor, "云泽市堤防局"));

        await visitor.Get(whole);
        var once = await visitor.Submit("split", ("SplitForm.Into", Key(first)), ("SplitForm.Second", Key(first)), ("SplitForm.From", "2026-05-01"), ("SplitForm.Reason", "改革"));
        var split = await visitor.Submit("split", ("SplitForm.Into", Key(first)), ("SplitForm.Second", Key(second)), ("SplitForm.From", "2026-05-01"), ("SplitForm.Reason", "改革"));
        await visitor.Get(alone);
        var abolished = await visitor.Submit("abolish", ("AbolishForm.From", "2026-05-01"), ("AbolishForm.Reason", "改革"));

        once.Text.ShouldContain("两个以上承接的单位");
        split.Text.ShouldContain("承接的单位：云泽市水务局、云泽市河湖局");
        abolished.Text.ShouldContain("承接的单位：没有");
    }

    [Fact]
    public async Task An_office_is_opened_designated_and_closed()
    {
        using var visitor = await site.SignedIn(Role.Administrator);
        await visitor.Get(await Establish(visitor, "云泽市气象服务局"));

        var opened = await visitor.Submit("office", ("OfficeForm.Name", "公开科"), ("OfficeForm.From", "2026-03-01"), ("OfficeForm.Reason", "三定"));
        var office = opened.Page.QuerySelector("select[name='DesignateForm.Office'] option:last-child")!.GetAttribute("value")!;
        await visitor.Submit("office", ("OfficeForm.Name", "气象科"), ("OfficeForm.From", "2026-03-01"), ("OfficeForm.Reason", "三定"));
        var designated = await visitor.Submit("designate", ("DesignateForm.Office", office), ("DesignateForm.From", "2026-03-01"), ("DesignateForm.Reason", "三定"));
        var refused = await visitor.Submit("close-office", ("CloseForm.Office", office), ("CloseForm.From", "2026-06-01"), ("CloseForm.Reason", "三定"));
        var other = refused.Page.QuerySelectorAll("select[name='CloseForm.Office'] option").Single(option => option.TextContent == "气象科").GetAttribute("value")!;
        var closed = await visitor.Submit("close-office", ("CloseForm.Office", other), ("CloseForm.From", "2026-06-01"), ("CloseForm.Reason", "三定"));

        designated.Text.ShouldContain("政府信息公开工作机构");
        refused.Text.ShouldContain("先指定别的机构，再撤销它");
        closed.Text.ShouldContain("已经撤销内设机构");
        closed.Page.QuerySelector("select[name='CloseForm.Office']")!.TextContent.ShouldNotContain("气象科");
    }

    [Fact]
    public async Task A_local_region_code_is_registered_once_and_a_unit_uses_it()
    {
        using var visitor = await site.SignedIn(Role.Administrator);
        await visitor.Get("/console/units/regions");

        (string, string)[] form = [("Form.Unit", site.City.City.ToString()), ("Form.Code", "990999"), ("Form.Name", "云泽新区"), ("Form.Level", "County"), ("Form.Reason", "统计用代码")];
        var added = await visitor.Submit("region", form);
        var again = await visitor.Submit("region", form);

        added.Page.QuerySelector("tbody")!.TextContent.ShouldContain("云泽新区");
        again.Text.ShouldContain("区划代码 990999 已经是云泽新区");
        await Establish(visitor, "云泽新区管理委员会", ("Form.Level", "County"), ("Form.Kind", "DispatchedBody"), ("Form.RegionCode", "990999"));
    }

    private static string Key(string address) => address.Split('/')[^1];

    private async Task<string> Establish(Visitor visitor, string name, params (string, string)[] more)
    {
        await visitor.Get("/console/units/establish");
        (string Name, string Value)[] usual = [("Form.Name", name), ("Form.Superior", site.City.City.ToString()), ("Form.Level", "City"), ("Form.Kind", "Department"), ("Form.From", "2026-03-01"), ("Form.Reason", "设立")];
        var reply = await visitor.Submit("establish", [.. usual.Where(field => more.All(other => other.Item1 != field.Name)), .. more]);
        return reply.Location.ShouldNotBeNull(reply.Text);
    }
}
