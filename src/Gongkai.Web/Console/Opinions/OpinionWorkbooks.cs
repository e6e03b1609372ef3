using System.Globalization;
using Gongkai.Documents.Layout;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Opinions;
using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Opinions;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Opinions;

/// <summary>意见征集存成 XLSX：一年的登记，一次的各条意见。文字写成文字，永远不会成为公式。</summary>
internal static class OpinionWorkbooks
{
    private static readonly (string Title, int Width, Func<OpinionLine, string?> Text)[] RegisterColumns =
    [
        ("草案", 40, line => line.Round.Facts.Title), ("种类", 18, line => line.Round.Facts.Kind.Caption()), ("依据", 30, line => line.Round.Facts.Basis), ("第一日", 12, line => Iso(line.Round.Facts.FirstDay)),
        ("最后一日", 12, line => Iso(line.Round.LastDay)), ("现况", 10, line => line.Step.Caption()), ("收到意见", 10, line => Number(line.Received)),
        ("采纳", 8, line => Counted(line, counts => counts.Adopted)), ("部分采纳", 10, line => Counted(line, counts => counts.Partly)), ("未采纳", 8, line => Counted(line, counts => counts.NotAdopted)),
        ("延长、中止的理由", 30, line => string.Join("；", line.Round.Events.Select(happened => happened switch { PeriodExtended extended => extended.Reason, RoundStopped stopped => stopped.Reason, _ => null }).OfType<string>())),
    ];

    /// <summary><c>/console/opinions.xlsx</c>：一个单位一年的登记。</summary>
    public static async Task<IResult> Register(Guid unit, int year, HttpContext context, SignedInPerson who, PublicationServices publication)
    {
        if (year is < 1 or > 9999) return Results.StatusCode(StatusCodes.Status400BadRequest);
        var book = await publication.OpinionBoard.Year(await who.Get(), new UnitId(unit), year, context.RequestAborted);
        if (book.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        var lines = book.Value;
        return Send(context, $"意见征集-{lines.UnitName}-{year}", $"{lines.UnitName}{year}年意见征集", $"{lines.Rounds} 次，收到意见 {lines.Received} 条，已经反馈的采纳（含部分采纳）{lines.Adopted} 条。", RegisterColumns, lines.Lines);
    }

    /// <summary><c>/console/opinions/{id}/comments.xlsx</c>：一次的各条意见，只给有权看个人信息的人。</summary>
    public static async Task<IResult> Comments(Guid id, HttpContext context, SignedInPerson who, PublicationServices publication)
    {
        var person = await who.Get();
        var dossier = await publication.OpinionBoard.Open(person, new OpinionRoundId(id), context.RequestAborted);
        if (dossier.Refusal is { } unseen) return Results.StatusCode(Drafting.UnseenItem.Status(unseen));
        var read = await publication.OpinionBoard.Export(person.Id, new OpinionRoundId(id), context.RequestAborted);
        if (read.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        var groups = dossier.Value.Groups.ToDictionary(group => group.Id, group => group);
        (string, int, Func<OpinionEntry, string?>)[] columns =
        [
            ("回执编号", 16, entry => entry.Receipt), ("收到之日", 12, entry => Iso(entry.ReceivedOn)), ("从哪里来", 12, entry => entry.Channel.Caption()), ("意见", 60, entry => entry.Text.Reveal()),
            ("姓名或者单位", 18, entry => entry.Name?.Reveal() ?? ""), ("联系方式", 20, entry => entry.Contact?.Reveal() ?? ""),
            ("归在", 30, entry => entry.Group is { } held ? groups[held].Summary : ""), ("采纳情况", 12, entry => entry.Group is { } held ? groups[held].Outcome?.Caption() ?? "" : ""),
        ];
        var title = dossier.Value.Line.Round.Facts.Title;
        return Send(context, $"意见-{title}", $"{title}：各条意见", $"{read.Value.Length} 条。内有个人信息，只为整理、核实意见用。", columns, read.Value);
    }

    private static IResult Send<T>(HttpContext context, string file, string title, string summary, (string Title, int Width, Func<T, string?> Text)[] columns, IReadOnlyList<T> lines) =>
        SheetFile.Send(context, new LayoutDocument(title, [new LayoutParagraph(summary), SheetFile.Table("台账", title, columns, lines)]), file);

    private static string Counted(OpinionLine line, Func<OpinionCounts, int> count) => line.Step is OpinionStep.Answered or OpinionStep.Adopted ? Number(count(line.Round.Result!.Feedback.Counts)) : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
