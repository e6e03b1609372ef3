using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Gongkai.Services.Registers;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.Registers;

/// <summary>登记台账：登记、不重复、更正、作废、附依据，谁能登、谁能看，留下审计记录。</summary>
public sealed class RegisterDeskTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task An_entry_is_made_once_corrected_with_a_reason_and_voided_and_only_what_stands_is_added_up(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var (registers, clerk) = (new RegisterServices(city.Database, city.Services, city.Clock), await city.Somebody(Role.Handler, city.Culture));

        var first = InventedCity.Done(await registers.Desk.Add(clerk, Permits(city, "2026-01", "演出审批", 3), null, None)).Entry;
        InventedCity.Done(await registers.Desk.Add(clerk, Permits(city, "2026-01", "演出审批", 3), null, None)).ShouldBe(new RegisterAdded(first, IsNew: false), "同样的一笔，不重复");
        (await registers.Desk.Add(clerk, Permits(city, "2026年1月", "演出审批", 4), null, None)).Refusal!.Reason.ShouldBe("2026-01已经登记过这一笔，填的不一样；要改请更正原来的。");
        var second = InventedCity.Done(await registers.Desk.Add(clerk, Permits(city, "2026-01", "文物勘探审批", 5), null, None)).Entry;
        InventedCity.Done(await registers.Desk.Correct(clerk, first, 1, Permits(city, "", "演出审批", 7).Values, null, "少数了", null, None)).ShouldBe(2);
        (await registers.Desk.Correct(clerk, first, 1, Permits(city, "", "演出审批", 8).Values, null, "又改", null, None)).Refusal.ShouldBeOfType<StaleRefusal>();
        (await registers.Desk.Correct(clerk, second, 1, Permits(city, "", "演出审批", 5).Values, null, "名称错了", null, None)).Refusal!.Reason.ShouldContain("另有一笔");

        (await Year(city, registers, clerk)).Totals["decided"].ShouldBe(12);
        InventedCity.Done(await registers.Desk.Void(clerk, second, 1, "重了", None));
        var year = await Year(city, registers, clerk);
        (year.Totals["decided"], year.Lines.Length, year.Lines.Count(line => line.Entry.Voided == "重了")).ShouldBe((7, 2, 1));
        // 作废的让出了位置，可以另登一笔。
        InventedCity.Done(await registers.Desk.Add(clerk, Permits(city, "2026-01", "文物勘探审批", 6), null, None));
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Evidence_is_kept_with_its_entry_and_comes_back_byte_for_byte(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var (registers, clerk) = (new RegisterServices(city.Database, city.Services, city.Clock), await city.Somebody(Role.Handler, city.Culture));
        var bytes = "许可月报：三件。"u8.ToArray();
        var file = InventedCity.Done(await city.Database.Attachments.Accept(new MemoryStream(bytes), "月报.txt", None));
        var entry = InventedCity.Done(await registers.Desk.Add(clerk, Permits(city, "2026-02", "演出审批", 3) with { Evidence = [file] }, null, None)).Entry;

        InventedCity.Done(await registers.Desk.AddEvidence(clerk, entry, 1, file with { Name = "又一份.txt" }, None)).ShouldBe(2);

        var opened = InventedCity.Done(await registers.Board.Open(await Current(city, clerk), entry, None)).Line.Entry;
        opened.Evidence.Select(evidence => evidence.Name).ShouldBe(["月报.txt", "又一份.txt"]);
        using var content = new MemoryStream();
        await (await registers.Board.OpenEvidence(opened.Evidence[0], None))!.CopyToAsync(content);
        content.ToArray().ShouldBe(bytes);
        (await registers.Desk.AddEvidence(clerk, entry, 1, file, None)).Refusal.ShouldBeOfType<StaleRefusal>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_may_not_is_told_who_may_and_nothing_is_stored(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var registers = new RegisterServices(city.Database, city.Services, city.Clock);
        var (reviewer, elsewhere) = (await city.Somebody(Role.Proofreader, city.Culture), await city.Somebody(Role.Handler, city.Tourism));

        (await registers.Desk.Add(reviewer, Permits(city, "2026-01", "演出审批", 3), null, None)).Refusal.ShouldBeOfType<AccessRefusal>().Reason.ShouldStartWith("“登记台账”由");
        (await registers.Desk.Add(elsewhere, Permits(city, "2026-01", "演出审批", 3), null, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await registers.Board.Of(await Current(city, elsewhere), city.Culture, "permits", 2026, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await Year(city, registers, reviewer)).Lines.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_month_to_come_an_unknown_register_and_sums_that_disagree_are_refused(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var (registers, clerk) = (new RegisterServices(city.Database, city.Services, city.Clock), await city.Somebody(Role.Handler, city.Culture));

        (await Refused(Permits(city, $"{city.Today.AddMonths(1):yyyy-MM}", "演出审批", 3))).ShouldContain("月份还没有到");
        (await Refused(Permits(city, "2026-01", "演出审批", 3) with { Form = "nothing" })).ShouldBe("没有这本台账。");
        (await Refused(Permits(city, "2026-01", "演出审批", 3, ("granted", "1")))).ShouldBe("准予与不予之和应等于作出处理决定的件数。");
        (await Refused(Permits(city, "2026-01", "演出审批", 3) with { Office = new OfficeId(Guid.NewGuid()) })).ShouldBe("报来的科室不是这个单位的。");
        (await Year(city, registers, clerk)).Lines.ShouldBeEmpty();

        async Task<string> Refused(RegisterInput input) => (await registers.Desk.Add(clerk, input, null, None)).Refusal!.Reason;
    }

    [Fact]
    public void Every_register_reads_its_own_example()
    {
        RegisterCatalogue.All.Select(form => form.Code).ShouldBeUnique();
        foreach (var form in RegisterCatalogue.All)
        {
            var read = RegisterDecisions.Read(form, form.Fields.ToDictionary(field => field.Code, field => field.Example));
            read.Succeeded.ShouldBeTrue($"{form.Name}：{read.Refusal?.Reason}");
            form.Rules.OfType<RegisterSum>().SelectMany(rule => rule.Left.Concat(rule.Right)).ShouldAllBe(code => form.Find(code) != null, form.Name);
            form.Rules.OfType<RegisterInterval>().SelectMany(rule => new[] { rule.From, rule.To }).ShouldAllBe(code => form.Find(code) != null, form.Name);
        }
    }

    private static RegisterInput Permits(InventedCity city, string on, string matter, int decided, params (string Field, string Text)[] others)
    {
        var values = new Dictionary<string, string>
        {
            ["matter"] = matter, ["accepted"] = $"{decided}", ["decided"] = $"{decided}", ["granted"] = $"{decided}", ["refused"] = "0", ["announced"] = $"{decided}",
        };
        foreach (var (field, text) in others) values[field] = text;
        return new RegisterInput(city.Culture, "permits", on, values, null, null, []);
    }

    private static async Task<RegisterYear> Year(InventedCity city, RegisterServices registers, PersonId who) =>
        InventedCity.Done(await registers.Board.Of(await Current(city, who), city.Culture, "permits", 2026, None));

    private static async Task<CurrentPerson> Current(InventedCity city, PersonId who) => (await city.Services.Current.Find(who, None))!;
}
