using System.Globalization;
using Gongkai.Documents.Excel;
using Gongkai.Documents.Layout;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Services.Registers;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Registers;

/// <summary>台账存成 XLSX：合计在“正文”，逐笔在“台账”。文字写成文字，永远不会成为公式。</summary>
internal static class BookWorkbook
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task<IResult> Send(string form, Guid unit, int year, HttpContext context, SignedInPerson who, RegisterServices registers)
    {
        var person = await who.Get();
        var book = await registers.Board.Of(person, new UnitId(unit), form, year, context.RequestAborted);
        if (book.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        context.Response.Headers.CacheControl = "no-store";
        using var output = new MemoryStream();
        ExcelWriter.Write(Layout(book.Value), output);
        return Results.File(output.ToArray(), Type, string.Create(CultureInfo.InvariantCulture, $"{book.Value.Form.Name}-{book.Value.UnitName}-{year}.xlsx"));
    }

    private static LayoutDocument Layout(RegisterYear book)
    {
        var form = book.Form;
        string[] heads = [RegisterText.DateName(form.Rhythm), .. form.Fields.Select(field => field.Unit is { } unit ? $"{field.Name}（{unit}）" : field.Name), "备注", "依据", "问题", "作废"];
        var cells = heads.Select((head, at) => new LayoutCell(0, at, 1, 1, LayoutRole.ColumnHeader, head))
            .Concat(book.Lines.SelectMany((line, row) => Texts(form, line).Select((text, at) => new LayoutCell(row + 1, at, 1, 1, LayoutRole.Value, text))));
        var totals = form.TotalledFields.Select(field => $"{field.Name} {RegisterText.Display(field, book.Totals[field.Code].ToString(CultureInfo.InvariantCulture))}{field.Unit}").ToList();
        return new LayoutDocument(
            $"{book.UnitName}{book.Year}年{form.Name}",
            [
                new LayoutParagraph(totals.Count == 0 ? $"共 {book.Lines.Length} 笔。" : $"合计：{string.Join("，", totals)}。"),
                new LayoutTable("台账", $"{book.UnitName}{book.Year}年{form.Name}", [.. heads.Select(head => Math.Clamp(head.Length * 2, 8, 30))], 1, [.. cells]),
            ]) { Organisation = book.UnitName, Date = new DateOnly(book.Year, 12, 31) };
    }

    private static IEnumerable<string> Texts(RegisterForm form, RegisterLine line) =>
    [
        RegisterText.ShowDate(form.Rhythm, line.Entry.On), .. form.Fields.Select(field => line.Entry.Stored(field.Code)),
        line.Entry.Note ?? "", string.Join("、", line.Entry.Evidence.Select(evidence => evidence.Name)), string.Concat(line.Problems), line.Entry.Voided ?? "",
    ];
}
