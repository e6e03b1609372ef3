using System.Globalization;
using Gongkai.Documents.Layout;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Channels;
using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Channels;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Channels;

/// <summary>渠道账号存成 XLSX：各栏与导入的模板同名，另有自动发布、关停、最近送到。</summary>
internal static class ChannelWorkbook
{
    private static readonly (string Title, int Width, Func<ChannelLine, string?> Text)[] Columns =
    [
        ("单位", 22, line => line.UnitName), (AccountField.Platform.Caption(), 12, line => line.Account.Facts.Platform), (AccountField.Name.Caption(), 20, line => line.Account.Facts.Name),
        (AccountField.Filing.Caption(), 16, line => line.Account.Facts.Filing), (AccountField.Operator.Caption(), 22, line => line.Account.Facts.Operator), (AccountField.OpenedOn.Caption(), 12, line => Iso(line.Account.Facts.OpenedOn)),
        (AccountField.Standing.Caption(), 12, line => line.Account.Closing is null ? line.Account.Facts.Standing.Caption() : "已关停"),
        (AccountField.ClosedOn.Caption(), 12, line => Iso(line.Account.Closing?.On)), (AccountField.Reason.Caption(), 20, line => line.Account.Closing?.Reason),
        (AccountField.Adapter.Caption(), 12, line => line.Account.Closing is null && line.Account.Adapter is { } adapter ? adapter.Kind.Caption() : "由人发布"),
        ("最近自动送到", 12, line => line.LastDelivered is { } at ? Iso(LegalTime.DateOf(at)) : ""),
    ];

    public static async Task<IResult> Send(Guid unit, HttpContext context, SignedInPerson who, PublicationServices publication)
    {
        var person = await who.Get();
        var lines = await publication.ChannelBoard.Of(person, [new UnitId(unit)], context.RequestAborted);
        if (lines.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        var name = person.Tree.Find(new UnitId(unit))?.Latest.Name ?? "";
        var title = $"{name}渠道账号";
        return SheetFile.Send(
            context, new LayoutDocument(title, [new LayoutParagraph($"截至{person.Today:yyyy年M月d日}。"), SheetFile.Table("渠道账号", title, Columns, lines.Value)]) { Organisation = name, Date = person.Today },
            $"渠道账号-{name}-{Iso(person.Today)}");
    }

    private static string Iso(DateOnly? date) => date?.ToString(WrittenDate.Stored, CultureInfo.InvariantCulture) ?? "";
}
