using System.Globalization;
using Gongkai.Documents.Layout;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Ledger;

/// <summary>台账存成 XLSX：合计在“正文”，逐件在“台账”。文字写成文字，永远不会成为公式。</summary>
internal static class LedgerWorkbook
{
    private static readonly (string Title, int Width, Func<LedgerRow, string?> Text)[] Columns =
    [
        ("日期", 11, row => Iso(row.On)), ("事项", 10, row => row.Kind.Caption()), ("索引号", 22, row => row.Index?.Value), ("名称", 48, row => row.Title),
        ("文号", 20, row => row.DocumentNumber?.ToString()), ("生成日期", 11, row => row.CreatedOn is { } created ? Iso(created) : null), ("法定分类", 28, row => row.Category?.Caption),
        ("渠道", 20, row => row.Channels.IsDefaultOrEmpty ? null : string.Join("、", row.Channels.Select(channel => channel.Caption()))), ("程序", 10, row => row.Plan.Caption()),
        ("按期", 8, row => row.Standing switch { DeadlineStanding.MetLate => "逾期", null => null, _ => "按期" }),
        ("说明", 30, row => row.Text),
    ];

    public static async Task<IResult> Send(HttpContext context, SignedInPerson who, PublicationServices publication)
    {
        var person = await who.Get();
        if (person.UnitsWith(Permission.ReadLedger).IsEmpty) return Results.NotFound();
        var period = LedgerPeriod.Of(context.Request.Query, person);
        if (period.Refusal is not null) return Results.StatusCode(StatusCodes.Status400BadRequest);
        var ledger = await publication.Ledger.Of(person, period.Value.Unit, period.Value.First, period.Value.Last, context.RequestAborted);
        if (ledger.Refusal is { } refusal) return Results.StatusCode(refusal is AccessRefusal ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest);
        return SheetFile.Send(context, Layout(ledger.Value), $"发布台账-{ledger.Value.UnitName}-{Iso(ledger.Value.First)}-{Iso(ledger.Value.Last)}");
    }

    private static LayoutDocument Layout(PeriodLedger ledger)
    {
        var (summary, period) = (ledger.Summary, $"{ledger.First:yyyy年M月d日}至{ledger.Last:yyyy年M月d日}");
        return new LayoutDocument(
            $"{ledger.UnitName}发布台账",
            [
                new LayoutParagraph(period),
                new LayoutParagraph($"首次公开 {summary.Items} 条，{summary.Releases} 条次，其中转载 {summary.Reprints} 条，逾期 {summary.Late} 条；更正 {summary.Corrections} 次，撤回 {summary.Withdrawals} 次。"),
                new LayoutParagraph($"分渠道：{string.Join("，", summary.ByChannel.Select(one => $"{one.Channel.Caption()} {one.Count}"))}。"),
                SheetFile.Table("台账", $"{ledger.UnitName}{period}的发布台账", Columns, ledger.Rows),
            ]) { Organisation = ledger.UnitName, Date = ledger.Last };
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
