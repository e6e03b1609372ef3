using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Outcomes;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.Requests;

/// <summary>一个单位改写文书：一版一版地存；以后出的用新的，出了的不变；可以恢复标准。</summary>
public sealed class LetterDeskTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_revised_holds_from_then_on_and_what_went_out_keeps_its_words(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (letters, unit, head) = (cases.Requests.Letters, cases.Office.Unit, cases.Office.Holder(Role.DisclosureOfficeHead));
        var who = await cases.Office.Current(head);
        var before = (await cases.Processing()).Case;
        var standard = InventedCity.Done(await letters.Versions(who, unit, "Receipt", None)).ShouldHaveSingleItem().Template;
        var text = string.Join('\n', standard.Paragraphs) + "\n谢谢您的申请。";

        (await letters.Save(cases.Office.Holder(Role.Handler), unit, "Receipt", "回执", text, 0, null, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await letters.Save(head, unit, "Receipt", "回执", "没有必有的项", 0, null, None)).Refusal!.Reason.ShouldContain("必有的项");
        InventedCity.Done(await letters.Save(head, unit, "Receipt", "申请回执", text, 0, "一", None)).ShouldBe(1);
        InventedCity.Done(await letters.Save(head, unit, "Receipt", "申请回执", text, 0, "一", None)).ShouldBe(1, "按两下只存一版。");
        (await letters.Save(head, unit, "Receipt", "回执", text, 0, null, None)).Refusal!.Reason.ShouldContain("别人先改了");
        var after = (await cases.Processing()).Case;
        InventedCity.Done(await letters.Restore(head, unit, "Receipt", 1, null, None)).ShouldBe(2);
        var restored = (await cases.Processing()).Case;

        (await cases.Open(before)).Letters[0].Letter.Title.ShouldBe(standard.Title, "出了的不变。");
        (await cases.Open(after)).Letters[0].Letter.ShouldSatisfyAllConditions(letter => letter.Title.ShouldBe("申请回执"), letter => letter.Paragraphs[^1].ShouldBe("谢谢您的申请。"));
        (await cases.Open(restored)).Letters[0].Letter.Title.ShouldBe(standard.Title);
        var versions = InventedCity.Done(await letters.Versions(who, unit, "Receipt", None));
        versions.Select(version => (version.Version, version.IsOwn)).ShouldBe([(2, false), (1, true), (0, false)]);
        versions[0].ChangedBy.ShouldNotBeNull();
        InventedCity.Done(await letters.Of(who, unit, None)).Count(letter => letter.IsOwn).ShouldBe(0);
    }

    [Fact]
    public async Task A_revised_answer_is_seen_before_it_goes_out()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var head = cases.Office.Holder(Role.DisclosureOfficeHead);
        var standard = Gongkai.Requests.Letters.LetterTemplates.Find("Granted")!;
        InventedCity.Done(await cases.Requests.Letters.Save(head, cases.Office.Unit, "Granted", "信息公开答复", string.Join('\n', standard.Paragraphs) + "\n欢迎评价。", 0, null, None));
        var id = (await cases.Processing()).Case;

        await cases.Answer(id, new() { Outcome = CaseOutcome.Granted });

        (await cases.Open(id)).Letters[^1].Letter.Paragraphs[^1].ShouldBe("欢迎评价。");
    }
}
