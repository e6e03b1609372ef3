using System.Collections.Immutable;
using System.Text;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;

namespace Gongkai.Organisations.Tests.Registers;

/// <summary>台账的格式是数据：填的怎样读，各栏怎样核对，期限怎样算，合计怎样加。</summary>
public sealed class RegisterDecisionTests
{
    private static readonly RegisterForm Form = RegisterForms.Read(new MemoryStream(Encoding.UTF8.GetBytes("""
        {
          "code": "trial", "name": "试本", "group": "测试", "purpose": "测试用。", "rhythm": "monthly",
          "fields": [
            {"code": "matter", "name": "事项", "kind": "text", "key": true, "example": "甲"},
            {"code": "accepted", "name": "受理", "kind": "count", "unit": "件", "required": true, "example": "3"},
            {"code": "online", "name": "线上", "kind": "count", "unit": "件", "example": "2"},
            {"code": "counter", "name": "窗口", "kind": "count", "unit": "件", "example": "1"},
            {"code": "fine", "name": "金额", "kind": "money", "unit": "元", "example": "1.50"},
            {"code": "grade", "name": "分级", "kind": "choice", "choices": ["重大", "一般"], "example": "一般"},
            {"code": "found", "name": "发现", "kind": "moment", "example": ""},
            {"code": "answered", "name": "回应", "kind": "moment", "example": ""},
            {"code": "shown", "name": "公示了", "kind": "yesNo", "expected": "是", "example": "是"},
            {"code": "link", "name": "网址", "kind": "link", "example": ""}
          ],
          "rules": [
            {"left": ["online", "counter"], "relation": "equals", "right": ["accepted"], "refuses": true, "sentence": "线上与窗口之和应等于受理。"},
            {"from": "found", "to": "answered", "hours": 5, "when": {"field": "grade", "among": ["重大"]}, "refuses": false, "sentence": "应在五小时内回应。"},
            {"from": "found", "to": "answered", "days": 2, "when": {"field": "grade", "among": ["一般"]}, "refuses": false, "sentence": "应在两日内回应。"}
          ]
        }
        """)));

    [Theory]
    [InlineData("accepted", "1,234", "1234")]
    [InlineData("accepted", " 12件 ", "12")]
    [InlineData("accepted", "012", "12")]
    [InlineData("fine", "1，250.50元", "1250.5")]
    [InlineData("found", "2026年3月2日 9:05", "2026-03-02 09:05")]
    [InlineData("found", "2026-03-02T09:05", "2026-03-02 09:05")]
    [InlineData("found", "2026/3/2", "2026-03-02 00:00")]
    [InlineData("shown", "否", "否")]
    [InlineData("link", "https://www.example.com/a?b=1", "https://www.example.com/a?b=1")]
    public void What_is_typed_in_different_ways_is_stored_in_one(string field, string typed, string stored) => RegisterText.Canonical(Form.Find(field)!, typed).Value.ShouldBe(stored);

    [Theory]
    [InlineData("accepted", "", "“受理”没有填。")]
    [InlineData("accepted", "十二", "“受理”里的“十二”不是个数，只写数字。")]
    [InlineData("accepted", "1.5", "“受理”是整数，不是“1.5”。")]
    [InlineData("accepted", "-3", "“受理”里的“-3”不是个数，只写数字。")]
    [InlineData("accepted", "=1+1", "“受理”里的“=1+1”不是个数，只写数字。")]
    [InlineData("accepted", "1000000000001", "“受理”里的“1000000000001”太大了，请核对是不是填错了栏。")]
    [InlineData("fine", "0.125", "“金额”至多两位小数，不是“0.125”。")]
    [InlineData("grade", "特大", "“分级”里的“特大”不对，应是重大、一般之一。")]
    [InlineData("found", "昨天", "“发现”里的“昨天”不是时刻，写作 2026-03-02 09:30。")]
    [InlineData("shown", "y", "“公示了”填是或者否，不是“y”。")]
    [InlineData("link", "javascript:alert(1)", "“网址”里的“javascript:alert(1)”不是网址，写作 https://…。")]
    public void What_cannot_be_read_is_told_with_its_column(string field, string typed, string reason) => RegisterText.Canonical(Form.Find(field)!, typed).Refusal!.Reason.ShouldBe(reason);

    [Theory]
    [InlineData(RegisterRhythm.Monthly, "2026-03", "2026-03-01")]
    [InlineData(RegisterRhythm.Monthly, "2026年3月", "2026-03-01")]
    [InlineData(RegisterRhythm.Monthly, "2026-03-17", "2026-03-01")]
    [InlineData(RegisterRhythm.Yearly, "2026", "2026-01-01")]
    [InlineData(RegisterRhythm.Yearly, "2026年度", "2026-01-01")]
    [InlineData(RegisterRhythm.Dated, "2026.3.2", "2026-03-02")]
    public void A_month_or_a_year_stands_at_its_first_day(RegisterRhythm rhythm, string typed, string on) =>
        RegisterText.DateOn(rhythm, typed).Value.ToString("yyyy-MM-dd", null).ShouldBe(on);

    [Theory]
    [InlineData(RegisterRhythm.Monthly, "2026-13", "“2026-13”不是月份，写作 2026-03。")]
    [InlineData(RegisterRhythm.Yearly, "去年", "“去年”不是年度，写作 2026。")]
    [InlineData(RegisterRhythm.Dated, "2026-03", "“2026-03”不是日期，写作 2026-03-02。")]
    [InlineData(RegisterRhythm.Dated, "", "日期没有填。")]
    public void A_wrong_date_is_told(RegisterRhythm rhythm, string typed, string reason) => RegisterText.DateOn(rhythm, typed).Refusal!.Reason.ShouldBe(reason);

    [Fact]
    public void All_faults_are_told_at_once_and_relations_only_when_every_column_can_be_read()
    {
        var faults = ((RegisterRefusal)RegisterDecisions.Read(Form, Typed(("accepted", "x"), ("fine", "y"))).Refusal!).Faults;
        faults.Select(fault => fault.Field).ShouldBe(["matter", "accepted", "fine"]);

        var sums = ((RegisterRefusal)RegisterDecisions.Read(Form, Typed(("matter", "甲"), ("accepted", "3"), ("online", "1"), ("counter", "1"))).Refusal!).Faults;
        sums.ShouldBe([new RegisterFault(null, "线上与窗口之和应等于受理。")]);
        RegisterDecisions.Read(Form, Typed(("matter", "甲"), ("accepted", "3"), ("online", "1"))).Succeeded.ShouldBeTrue("少填一栏的，不判");
    }

    [Theory]
    [InlineData("重大", "2026-03-02 14:30", "2026-03-09 00:00", false)]
    [InlineData("重大", "2026-03-02 14:31", "2026-03-09 00:00", true)]
    [InlineData("重大", "", "2026-03-02 14:30", false)]
    [InlineData("重大", "", "2026-03-02 14:31", true)]
    [InlineData("重大", "2026-03-02 09:29", "2026-03-09 00:00", true)]
    [InlineData("一般", "2026-03-04 23:59", "2026-03-09 00:00", false)]
    [InlineData("一般", "2026-03-05 00:00", "2026-03-09 00:00", true)]
    public void A_time_limit_includes_its_last_moment_and_an_answer_before_the_beginning_is_wrong(string grade, string answered, string now, bool late)
    {
        var entry = Entry(Typed(("grade", grade), ("found", "2026-03-02 09:30"), ("answered", answered), ("shown", "是")));

        RegisterDecisions.Problems(Form, entry, RegisterText.MomentOf(now)!.Value).Any().ShouldBe(late);
        RegisterDecisions.DueAt(Form, entry).HasValue.ShouldBe(answered.Length == 0);
    }

    [Fact]
    public void What_is_expected_and_missing_is_a_problem_but_not_of_a_voided_entry()
    {
        var entry = Entry(Typed(("shown", "否")));

        RegisterDecisions.Problems(Form, entry, DateTime.MaxValue).ShouldBe(["缺：公示了。"]);
        RegisterDecisions.Problems(Form, entry with { Voided = "重了" }, DateTime.MaxValue).ShouldBeEmpty();
        RegisterDecisions.CannotVoid(entry with { Voided = "重了" }, "再废")!.Reason.ShouldBe("这一笔已经作废。");
        RegisterDecisions.CannotCorrect(entry, " ")!.Reason.ShouldBe("更正要写明缘由。");
    }

    [Fact]
    public void Totals_leave_out_what_was_voided_and_count_what_was_not_filled_in_as_nothing()
    {
        var totals = RegisterDecisions.Totals(Form, [Entry(Typed(("accepted", "3"), ("fine", "1.5"))), Entry(Typed(("accepted", "4"))), Entry(Typed(("accepted", "90"))) with { Voided = "重了" }]);

        totals["accepted"].ShouldBe(7);
        totals["fine"].ShouldBe(1.5m);
        totals.ContainsKey("matter").ShouldBeFalse();
    }

    private static RegisterEntry Entry(ImmutableDictionary<string, string> values) => new(
        new RegisterEntryId(Guid.NewGuid()), 1, new UnitId(Guid.NewGuid()), "trial", new DateOnly(2026, 3, 1),
        values.Where(value => value.Value.Length > 0).ToImmutableSortedDictionary(StringComparer.Ordinal), null, null, [], null);

    private static ImmutableDictionary<string, string> Typed(params (string Field, string Text)[] values) => values.ToImmutableDictionary(value => value.Field, value => value.Text);
}
