using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.Testing.Builders;

/// <summary>虚构的 2027 年格式：2021 年格式加一行（9.涉及公共卫生处置）、一列（境外人士），等式随之加项。程序里没有一行代码认得它。</summary>
public static class InventedForm
{
    public const string Row = "refusedPublicHealth";

    public const string Column = "foreignPerson";

    private const int At = 5;

    /// <summary>格式文件；可以再改几处。</summary>
    public static string Json(Action<JsonNode>? change = null)
    {
        using var stream = typeof(FormCatalogue).Assembly.GetManifestResourceStream("Gongkai.AnnualReports.Forms.2021.json")!;
        var form = JsonNode.Parse(stream)!;
        (form["id"], form["fromYear"], form["basis"], form["like"]) = ("2027", 2027, "虚构的格式", "2021");
        form["disclosure"]!["series"] = "2021";
        var requests = form["requests"]!;
        requests["columns"]!.AsArray().Insert(At, Parse($$"""{"key":"{{Column}}","caption":"境外人士","english":"persons abroad"}"""));
        var rows = requests["rows"]!.AsArray();
        rows.Insert(rows.IndexOf(rows.First(row => (string)row!["key"]! == "refusedAdministrativeQuery")) + 1, Parse($$"""{"key":"{{Row}}","caption":"9.涉及公共卫生处置","english":"refused: public health","groups":["三、本年度办理结果","（三）不予公开"],"outcome":true}"""));
        foreach (var sum in requests["sums"]!.AsArray())
        {
            if ((string)sum!["rule"]! == "T3-02") sum["left"]!.AsArray().Add(Column);
            if ((string)sum["rule"]! == "T3-03") sum["left"]!.AsArray().Add(Row);
        }

        change?.Invoke(form);
        return form.ToJsonString();
    }

    /// <summary>用这种格式的一份 2027 年度的报告，规范 JSON：新的一行里自然人一件、境外人士两件，各等式都成立。</summary>
    public static JsonNode Report()
    {
        var report = JsonNode.Parse(CanonicalJson.ToText(ReportBuilder.Clean2021().Year(2027).Replace("2023", "2027").Build()))!;
        report["forms"] = Parse("""{"disclosure":"2027","requests":"2027"}""");
        var requests = report["requests"]!.AsObject();
        foreach (var (_, row) in requests) row!.AsArray().Insert(At, 0);
        requests[Row] = new JsonArray(0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var row in (string[])[Row, "newlyReceived", "totalProcessed"])
        {
            Add(row, 0, 1);
            Add(row, At, 2);
            Add(row, 7, 3);
        }

        return report;

        void Add(string row, int column, int more) => requests[row]![column] = (int)requests[row]![column]! + more;
    }

    private static JsonNode Parse(string json) => JsonNode.Parse(json, documentOptions: new JsonDocumentOptions())!;
}
