using System.Globalization;
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
    public static async Task<IResult> Send(string form, Guid unit, int year, HttpContext context, SignedInPerson who, RegisterServices registers)
    {
        var person = await who.Get();
        var book = await registers.Board.Of(person, new UnitId(unit), form, year, context.RequestAborted);
        if (book.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        return SheetFile.Send(context, Layout(book.Value), string.Create(CultureInfo.InvariantCulture, $"{book.Value.Form.Name}-{book.Value.UnitName}-{year}"));
    }

    private static LayoutDocument Layout(RegisterYear book)
    {
        var form = book.Form;
        (string Title, Func<RegisterLine, string?> Text)[] columns =
        [
            (RegisterText.DateName(form.Rhythm), line => RegisterText.ShowDate(form.Rhythm, line.Entry.On)),
            .. form.Fields.Select(field => (field.Unit is { } unit ? $"{field.Name}（{unit}）" : field.Name, (Func<RegisterLine, string?>)(line => line.Entry.Stored(field.Code)))),
            ("备注", line => line.Entry.Note), ("依据", line => string.Join("、", line.Entry.Evidence.Select(evidence => evidence.Name))), ("问题", line => string.Concat(line.Problems)), ("作废", line => line.Entry.Voided),
        ];
        var totals = form.TotalledFields.Select(field => $"{field.Name} {RegisterText.Display(field, book.Totals[field.Code].ToString(CultureInfo.InvariantCulture))}{field.Unit}").ToList();
        return new LayoutDocument(
            $"{book.UnitName}{book.Year}年{form.Name}",
            [
                new LayoutParagraph(totals.Count == 0 ? $"共 {book.Lines.Length} 笔。" : $"合计：{string.Join("，", totals)}。"),
                SheetFile.Table("台账", $"{book.UnitName}{book.Year}年{form.Name}", [.. columns.Select(column => (column.Title, Math.Clamp(column.Title.Length * 2, 8, 30), column.Text))], book.Lines),
            ]) { Organisation = book.UnitName, Date = new DateOnly(book.Year, 12, 31) };
    }
}
