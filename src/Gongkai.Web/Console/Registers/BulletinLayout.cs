using System.Globalization;
using Gongkai.Documents;
using Gongkai.Documents.Layout;
using Gongkai.Documents.Word;
using Gongkai.Organisations.Units;
using Gongkai.Services.Registers;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Registers;

/// <summary>信息报送的通报排成文件：DOCX 是公文样式，XLSX 一张表。</summary>
internal static class BulletinLayout
{
    /// <summary>列名，页面与文件相同。</summary>
    public static readonly string[] Heads = ["名次", "单位", "报送（条）", "上级单位采用", "本级政府采用", "合作媒体采用", "得分", "备注"];

    public static async Task<IResult> Send(string format, Guid unit, string? month, string? by, HttpContext context, SignedInPerson who, RegisterServices registers)
    {
        var person = await who.Get();
        if (BulletinMonth.Read(month, person.Today) is not { } picked || format is not ("docx" or "xlsx")) return Results.NotFound();
        var bulletin = await registers.Bulletins.Of(person, new UnitId(unit), picked, by == BulletinMonth.ByUnit, context.RequestAborted);
        if (bulletin.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        var document = Of(bulletin.Value);
        if (format == "xlsx") return SheetFile.Send(context, document, bulletin.Value.Title);
        context.Response.Headers.CacheControl = "no-store";
        using var output = new MemoryStream();
        WordWriter.Write(document, output);
        return Results.File(output.ToArray(), FileKind.Of("docx").MediaType, $"{bulletin.Value.Title}.docx");
    }

    /// <summary>排成一份文件。</summary>
    public static LayoutDocument Of(UnitBulletin bulletin)
    {
        var cells = Heads.Select((head, at) => new LayoutCell(0, at, 1, 1, LayoutRole.ColumnHeader, at == 1 && !bulletin.ByUnit ? "科室" : head)).ToList();
        foreach (var (line, row) in bulletin.Bulletin.Lines.Select((line, at) => (line, at + 1)))
        {
            cells.Add(Number(row, 0, line.Rank));
            cells.Add(new LayoutCell(row, 1, 1, 1, LayoutRole.RowHeader, line.Name));
            cells.AddRange(new[] { line.HandedIn, line.Upper, line.Own, line.Media, line.Score }.Select((number, at) => Number(row, at + 2, number)));
            cells.Add(new LayoutCell(row, 7, 1, 1, LayoutRole.Value, line.Remark));
        }

        var last = bulletin.Bulletin.Month.AddMonths(1).AddDays(-1);
        return new LayoutDocument(
            bulletin.Title,
            [
                new LayoutParagraph(bulletin.Summary), new LayoutTable("通报", bulletin.Title, [3, 8, 4, 4, 4, 4, 3, 14], 1, cells), new LayoutParagraph(bulletin.Method),
                new LayoutClosing([bulletin.UnitName, last.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)]),
            ]) { Organisation = bulletin.UnitName, Date = last };

        static LayoutCell Number(int row, int column, int number) => new(row, column, 1, 1, LayoutRole.Value, number.ToString(CultureInfo.InvariantCulture)) { Number = number };
    }
}

/// <summary>通报的月份与范围，写在网址里。</summary>
internal static class BulletinMonth
{
    public const string ByUnit = "unit";

    /// <summary>写的月份；不写的是上个月；写得不对的、还没有到的为空。</summary>
    public static DateOnly? Read(string? text, DateOnly today) => string.IsNullOrEmpty(text) ? new DateOnly(today.Year, today.Month, 1).AddMonths(-1)
        : DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month <= today && month.Year >= 2008 ? month : null;
}
