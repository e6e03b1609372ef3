using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Documents.Redaction;
using Gongkai.Law;
using Gongkai.Requests.Redaction;
using Gongkai.Services.Requests;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Cases;

/// <summary>遮盖一页上的一张表单：做什么，看到的是哪一版，填的。</summary>
/// <param name="Form">交来的表单。</param>
public sealed record RedactionInput(IFormCollection Form)
{
    /// <summary>做什么：area、text、suggested、unmark、make。</summary>
    public string Act => Form["act"].ToString();

    /// <summary>看到的是哪一版、几处标记。</summary>
    public string Seen => Form["seen"].ToString();

    /// <summary>去掉第几处，从 0 起；没有写的为 -1。</summary>
    public int Index => Whole("index") ?? -1;

    /// <summary>读成要添的标记；写得不对的说明是哪一栏。</summary>
    public Outcome<MarkInput> ToMark()
    {
        if (!Enum.GetNames<RedactionGround>().Contains(Form["ground"].ToString(), StringComparer.Ordinal)) return new Refusal("请选遮盖的理由。");
        var input = new MarkInput(Enum.Parse<RedactionGround>(Form["ground"].ToString())) { OnlyHere = Form["onlyHere"] == "true", Paragraph = Whole("paragraph") };
        if (Form["paragraph"].ToString().Trim().Length > 0 && input.Paragraph is null) return new Refusal("第几段要写成数字。");
        if (Act != "area") return input with { Texts = [.. Form["texts"].OfType<string>().SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()] };
        var sides = ((string[])["left", "top", "right", "bottom"]).Select(Percent).ToList();
        if (Whole("page") is not { } page || sides.Contains(null)) return new Refusal("框的位置要写成 0 到 100 的数：是页宽、页高的百分之几。");
        return input with { Area = new RedactionArea(page, sides[0]!.Value, sides[1]!.Value, sides[2]!.Value, sides[3]!.Value) };
    }

    private int? Whole(string name) => int.TryParse(Form[name].ToString().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private double? Percent(string name) =>
        double.TryParse(Form[name].ToString().Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 100 ? number / 100 : null;
}
