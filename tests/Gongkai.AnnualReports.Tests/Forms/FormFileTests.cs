using System.Text;
using System.Text.Json.Nodes;
using Gongkai.AnnualReports.Forms;
using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests.Forms;

/// <summary>管理员添的格式：好的收下，有毛病的用一句话说出哪里。</summary>
public sealed class FormFileTests
{
    [Fact]
    public void A_form_with_one_more_row_and_column_is_accepted_with_its_sums()
    {
        var form = Read(InventedForm.Json()).Value;

        form.Requests.Row(InventedForm.Row)!.Columns.Length.ShouldBe(8);
        form.Requests.Sums.Single(sum => sum.Rule == "T3-03").Left.ShouldContain(InventedForm.Row);
        (form.Disclosure.Series, form.Like).ShouldBe((FormId.Form2021, FormId.Form2021));
    }

    public static TheoryData<string, Action<JsonNode>> Faults => new()
    {
        { "缺少“basis”", form => form.AsObject().Remove("basis") },
        { "已经有编号是“2021”的格式", form => form["id"] = "2021" },
        { "编号“20 27”只能是字母和数字", form => form["id"] = "20 27" },
        { "启用的年度 2021 应在“2021”的 2021 以后", form => form["fromYear"] = 2021 },
        { "应有六个部分，写了 5 个", form => form["sections"]!.AsArray().RemoveAt(0) },
        { "“like”写的格式“2022”没有", form => form["like"] = "2022" },
        { "“requests”有一处缺少“rows”", form => form["requests"]!.AsObject().Remove("rows") },
        { "“review”缺少“sums”", form => form["review"]!.AsObject().Remove("sums") },
        { "表三：等式 T3-03 指着没有的行“refusedNothing”", form => Sum(form, "T3-03").Add("refusedNothing") },
        { "表三：等式 T3-02 指着没有的列“nobody”", form => Sum(form, "T3-02").Add("nobody") },
        { "等式的编号“T3-99”不认识", form => form["requests"]!["sums"]![0]!["rule"] = "T3-99" },
        { "有两行的 key 都是“granted”", form => form["requests"]!["rows"]![3]!["key"] = "granted" },
        { "缺少行“carriedIn”", form => form["requests"]!["rows"]![1]!["key"] = "broughtIn" },
        { "末一列的 key 应是 total", form => form["review"]!["columns"]![4]!["key"] = "sum" },
        { "key“Granted”应以小写字母开头", form => form["requests"]!["rows"]![2]!["key"] = "Granted" },
        { "“series”写的“1999”没有这样的格式", form => form["disclosure"]!["series"] = "1999" },
        { "有一项的写法不对", form => form["fromYear"] = "二〇二七" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_said_in_one_sentence(string sentence, Action<JsonNode> change) => Read(InventedForm.Json(change)).Refusal!.Reason.ShouldContain(sentence);

    [Fact]
    public void What_is_no_json_is_said_with_its_line() => Read("{\n\"id\": }").Refusal!.Reason.ShouldBe("第 2 行不是合法的 JSON。");

    private static JsonArray Sum(JsonNode form, string rule) => form["requests"]!["sums"]!.AsArray().First(sum => (string)sum!["rule"]! == rule)!["left"]!.AsArray();

    private static Gongkai.Law.Outcome<Form> Read(string json) => FormFile.Read(Encoding.UTF8.GetBytes(json), FormCatalogue.All);
}
