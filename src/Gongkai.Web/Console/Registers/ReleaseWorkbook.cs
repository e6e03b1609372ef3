using System.Globalization;
using Gongkai.Documents.Layout;
using Gongkai.Organisations.Units;
using Gongkai.Services.Registers;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Registers;

/// <summary>渠道发布的月度统计存成 XLSX。</summary>
internal static class ReleaseWorkbook
{
    public static async Task<IResult> Send(Guid unit, int year, HttpContext context, SignedInPerson who, RegisterServices registers)
    {
        var person = await who.Get();
        var counts = await registers.Board.ReleaseCounts(person, new UnitId(unit), year, context.RequestAborted);
        if (counts.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        var name = person.Tree.Find(new UnitId(unit))?.Latest.Name ?? "";
        string[] heads = ["渠道", "账号", .. Enumerable.Range(1, 12).Select(month => $"{month}月"), "合计", "受众（人次）"];
        var cells = heads.Select((head, at) => new LayoutCell(0, at, 1, 1, LayoutRole.ColumnHeader, head)).ToList();
        foreach (var (line, row) in counts.Value.Lines.Select((line, at) => (line, at + 1)))
        {
            cells.Add(new LayoutCell(row, 0, 1, 1, LayoutRole.RowHeader, line.Channel));
            cells.Add(new LayoutCell(row, 1, 1, 1, LayoutRole.Value, line.Account));
            cells.AddRange(line.Months.Select(count => (decimal)count).Append(line.Total).Append(line.Audience)
                .Select((number, at) => new LayoutCell(row, at + 2, 1, 1, LayoutRole.Value, number.ToString("0", CultureInfo.InvariantCulture)) { Number = number }));
        }

        var title = string.Create(CultureInfo.InvariantCulture, $"{name}{year}年渠道发布统计");
        return SheetFile.Send(
            context,
            new LayoutDocument(title, [new LayoutParagraph("由“渠道发布”台账算出，作废了的不算。"), new LayoutTable("统计", title, [8, 10, .. Enumerable.Repeat(3, 12), 4, 6], 1, cells)]) { Organisation = name, Date = new DateOnly(year, 12, 31) },
            title);
    }
}
