using System.Globalization;
using Gongkai.Documents.Layout;
using Gongkai.Publication.Catalogue;
using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Matters;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Matters;

/// <summary>五公开的条数存成 XLSX。</summary>
internal static class AspectWorkbook
{
    private static readonly (string Title, int Width, Func<AspectLine, string?> Text)[] Columns =
    [
        ("单位", 26, line => line.UnitName), ("首次公开（条）", 14, line => Text(line.All)),
        .. Openness.Five.Select((one, at) => (Openness.Caption(one), 12, (Func<AspectLine, string?>)(line => Text(line.Each[at])))), ("没有标（条）", 12, line => Text(line.Unmarked)),
    ];

    public static async Task<IResult> Send(HttpContext context, SignedInPerson who, PublicationServices publication)
    {
        var (person, units, _) = await MatterReaders.Of(who, context.Request.Query);
        if (units.Count == 0) return Results.NotFound();
        var year = AspectYear.Of(context.Request.Query["year"], person.Today);
        var lines = await publication.MatterBoard.Aspects(person, units, year, context.RequestAborted);
        if (lines.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        return SheetFile.Send(
            context,
            new LayoutDocument(
                $"{year}年五公开的条数",
                [
                    new LayoutParagraph("首次公开在这一年、现在看得见的信息；一条标了几个的，各算一条，所以五个之和可以多于条数。"),
                    SheetFile.Table("五公开", $"{year}年五公开的条数", Columns, lines.Value),
                ]) { Organisation = lines.Value is [var only] ? only.UnitName : "各单位", Date = person.Today },
            $"五公开-{Text(year)}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>看五公开的哪一年。</summary>
internal static class AspectYear
{
    /// <summary>条例施行以前的不看。</summary>
    public const int First = 2008;

    /// <summary>网址里写的；没有写的、认不得的是今年。</summary>
    public static int Of(string? text, DateOnly today) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= First && year <= today.Year ? year : today.Year;
}
