using System.Globalization;
using Gongkai.Documents.Layout;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Cases;

/// <summary><c>/console/cases.xlsx</c>：一个单位一年的依申请台账。申请人是谁不写。</summary>
internal static class CaseWorkbook
{
    private static readonly (string Title, int Width, Func<LedgerCase, string?> Text)[] Columns =
    [
        ("案号", 16, one => one.Line.Number ?? ""), ("收到日", 12, one => Iso(one.Line.ReceivedOn)), ("怎样到的", 12, one => one.State.Way?.Caption()), ("申请人类别", 12, one => one.Line.Applicant.Caption()),
        ("所需信息", 50, one => one.Content?.Wanted), ("办到哪里", 10, one => one.Line.Stage.Caption()), ("期限", 12, one => Iso(one.Line.DueOn)), ("交给", 10, one => one.Line.AssigneeName),
        ("补正", 12, one => one.State.CorrectionNotices.IsEmpty ? "" : Iso(one.State.CorrectionNotices[^1])), ("征求意见", 20, one => string.Join("、", one.State.Consultations.Select(each => each.Party))),
        ("延长（工作日）", 12, one => one.State.ExtensionDays > 0 ? one.State.ExtensionDays.ToString(CultureInfo.InvariantCulture) : ""), ("结局", 24, one => one.Line.Outcome?.Entry().Caption),
        ("答复日", 12, one => Iso(one.Line.ResultOn)), ("答复书文号", 22, one => one.AnswerNumber), ("送达日", 12, one => Iso(one.State.DeliveredOn)),
    ];

    public static async Task<IResult> Send(Guid unit, int year, HttpContext context, SignedInPerson who, RequestServices requests)
    {
        if (year is < 1 or > 9999) return Results.StatusCode(StatusCodes.Status400BadRequest);
        var ledger = await requests.Ledger.Of(await who.Get(), new UnitId(unit), year, context.RequestAborted);
        if (ledger.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        var title = $"{ledger.Value.UnitName}{year}年依申请公开台账";
        var document = new LayoutDocument(title, [new LayoutParagraph($"{ledger.Value.Cases.Length} 件：当年收到的，和上年结转来的。{Withdrawn(ledger.Value)}"), SheetFile.Table("台账", title, Columns, ledger.Value.Cases)]);
        return SheetFile.Send(context, document, title);
    }

    private static string Withdrawn(CaseYear ledger) => ledger.Withdrawn == WithdrawnCounting.Counted ? "撤回的申请：计入表三的“其他”。"
        : $"撤回的申请：不计入表三，当年收到又撤回的 {ledger.Cases.Count(one => one.IsLeftOut(ledger.Withdrawn))} 件在台账里，不在表三里。";

    private static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
