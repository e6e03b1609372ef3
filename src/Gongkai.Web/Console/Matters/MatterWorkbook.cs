using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Documents.Layout;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;
using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Matters;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Matters;

/// <summary>事项清单存成 XLSX：合计在“正文”，逐项在“事项清单”，各栏与导入的模板同名，另有公开得怎样。</summary>
internal static class MatterWorkbook
{
    private static readonly (string Title, int Width, Func<MatterLine, string?> Text)[] Columns =
    [
        ("公开主体", 22, line => line.UnitName), (MatterField.Group.Caption(), 16, line => line.Matter.Facts.Group), (MatterField.Name.Caption(), 24, line => line.Matter.Facts.Name),
        (MatterField.Elements.Caption(), 36, line => line.Matter.Facts.Elements), (MatterField.Basis.Caption(), 30, line => line.Matter.Facts.Basis), (MatterField.Category.Caption(), 10, line => line.Matter.Facts.Category),
        (MatterField.Rhythm.Caption(), 24, line => line.Matter.Facts.Rhythm.ToString()), (MatterField.Channels.Caption(), 18, line => string.Join("、", line.Matter.Facts.Channels.Select(channel => channel.Caption()))),
        (MatterField.Mode.Caption(), 12, line => line.Matter.Facts.Mode.Caption()), (MatterField.Audience.Caption(), 14, line => line.Matter.Facts.Audience ?? "全社会"),
        (MatterField.Levels.Caption(), 12, line => string.Join("、", line.Matter.Facts.Levels.Select(level => level.Caption()))),
        ("已公开（条）", 10, line => line.Record.Published.ToString(CultureInfo.InvariantCulture)), ("最近公开", 12, line => Iso(line.Record.LastPublishedOn)), ("最迟应在", 12, line => Iso(line.Standing.DueOn)),
        ("状态", 14, line => line.Standing.State.Caption()), ("为什么", 50, line => line.Standing.Why),
    ];

    public static async Task<IResult> Send(HttpContext context, SignedInPerson who, PublicationServices publication)
    {
        var (person, units, query) = await MatterReaders.Of(who, context.Request.Query);
        if (units.Count == 0) return Results.NotFound();
        var lines = await publication.MatterBoard.Of(person, MatterReaders.UnitsOf(query, units), context.RequestAborted);
        if (lines.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        var name = query.Unit is { } unit ? person.Tree.Find(unit)?.Latest.Name ?? "" : "各单位";
        return SheetFile.Send(context, Layout(name, [.. lines.Value.Where(query.Fits)], person.Today), $"事项清单-{name}-{Iso(person.Today)}");
    }

    private static LayoutDocument Layout(string name, ImmutableArray<MatterLine> lines, DateOnly today)
    {
        var counts = MatterCounts.Of(lines.Select(line => line.Standing.State));
        return new LayoutDocument(
            $"{name}事项清单",
            [
                new LayoutParagraph($"截至{today:yyyy年M月d日}：要主动公开的 {counts.Active} 项，已经公开 {counts.Current} 项，从未公开 {counts.Never} 项，没有按时更新 {counts.Stale} 项；依申请公开 {counts.OnRequest} 项。"),
                SheetFile.Table("事项清单", $"{name}事项清单", Columns, lines),
            ]) { Organisation = name, Date = today };
    }

    private static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
