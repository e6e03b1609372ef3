using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;
using Gongkai.Services.Publication;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Importing;

/// <summary>
/// 导入信息：一行拟一条稿，成为导入的人的草稿。从前在别处公开过的也一样：没有本系统的审查记录，不得直接算作已发布（条例第十七条），
/// 送审、审查之后才公开，生成日期、文号照从前的。
/// </summary>
internal static class ItemImport
{
    public static ImmutableArray<ImportColumn> Columns { get; } =
    [
        new("单位", true, "所属的单位，也是发布机构，写全称。", "云泽市林业局"),
        new("名称", true, "主标题。", "关于加强古树名木保护的通知"),
        new("内容概述", true, "一两句话，一百字上下。", "明确古树名木保护的责任和措施。"),
        new("生成日期", true, "公文是成文日期，写作 2024-05-15。", "2024-05-15"),
        new("体裁", true, "命令（令）、决定、公告、通告、意见、通知、通报、批复、函、其他等。", "通知"),
        new("文号", false, "公文的文号；没有的填下一列。", "云林〔2024〕3号"),
        new("没有文号的原因", false, "公文没有文号时填。", ""),
        new("主题分类", true, "代码或者名称，例如 0602 或 林业。", "0602"),
        new("法定公开分类", true, "代码，例如 2001。", "2011"),
        new("关键词", false, "几个词用顿号隔开。", "古树、保护"),
        new("公开事项", false, "归入本单位事项清单的哪一项，写二级事项；不归入的不填。", ""),
        new("五公开", false, $"几个用顿号隔开：{string.Join("、", Openness.Five.Select(Openness.Caption))}；不标的不填。", "执行公开"),
        new("正文", true, "纯文字，一段一行（单元格里按 Alt+回车 换行）。", "各县人民政府：\n请按职责做好古树名木保护。"),
    ];

    public static async Task<Outcome<ImportedRow>> Take(ImportDesk desk, ImportRow row)
    {
        var (unit, name) = (await desk.Unit(row, "单位"), row.Text("单位"));
        var metadata = new ItemMetadata
        {
            Title = row.Text("名称"), Description = row.Text("内容概述"), CreatedOn = row.Date("生成日期"), Publisher = unit,
            Genre = row.OneOf("体裁", Enum.GetValues<Genre>(), genre => genre.Caption()), DocumentNumber = Number(row), WithoutNumber = row.TextOrNone("没有文号的原因"),
            Subject = SubjectOf(row, "主题分类"), DisclosureCategory = Category(row),
            Keywords = [.. ImportRow.Parts(row.TextOrNone("关键词"))],
        };
        var html = string.Concat(row.Text("正文").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));
        var responsibility = new Responsibility { Source = SourceKind.Made, Body = new ResponsibleBody(unit, name) };
        var input = new DraftInput(metadata, DisclosureChoice.Active, responsibility, html)
        {
            Matter = await MatterOf(desk, row, unit), Aspects = row.Several("五公开", Openness.Five, Openness.Caption).Aggregate(OpennessAspects.None, (all, one) => all | one),
        };
        if (await First(desk, unit, metadata) is { } first)
            return IsSame(first, input, desk.Cancel) ? ImportedRow.Already : new Refusal(Say("已经有同一单位、同名、同日、同文号的一条，拟的与填的不一样；要改请打开那一条改。",
                "there is an item of this unit, title, date and number, drafted otherwise; open it to change it."));
        return await desk.Publication.Drafts.Create(desk.By, unit, input, null, desk.Cancel, id: IdOf(unit, metadata)) is { Refusal: { } refusal } ? refusal : ImportedRow.Stored;
    }

    // 认得的一条的第一版：从前导入的凭标识，后来改过名称也认得；在页面上拟的凭现在的名称。
    private static async Task<ItemDraft?> First(ImportDesk desk, UnitId unit, ItemMetadata metadata)
    {
        await using var db = desk.Database.CreateContext();
        var id = IdOf(unit, metadata).Value;
        var rows = await db.Items.AsNoTracking().Include(row => row.Versions)
            .Where(row => row.Id == id || (row.Unit == unit.Value && row.Title == metadata.Title && row.CreatedOn == metadata.CreatedOn)).OrderBy(row => row.Id).ToListAsync(desk.Cancel);
        return rows.Where(row => row.Id == id || row.Versions.MaxBy(version => version.Number)!.ReadDraft().Metadata.DocumentNumber == metadata.DocumentNumber)
            .Select(row => row.Versions.MinBy(version => version.Number)!.ReadDraft()).FirstOrDefault();
    }

    private static bool IsSame(ItemDraft first, DraftInput input, CancellationToken cancel) =>
        input.Prepare([], cancel) is { Succeeded: true } prepared && ImportRow.IsSame(first.Metadata, prepared.Value.Draft.Metadata) && first.Content.Html == prepared.Value.Draft.Content.Html
        && first.Matter == input.Matter && first.Aspects == input.Aspects;

    // 标识由认一条的各项算出，所以同一条总是同一个，不必另存从哪里导入；样子与按时间先后的一样，时间取生成日期。
    private static ItemId IdOf(UnitId unit, ItemMetadata metadata)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', unit, metadata.Title, $"{metadata.CreatedOn:yyyy-MM-dd}", metadata.DocumentNumber)));
        var bytes = Guid.CreateVersion7(new DateTimeOffset(metadata.CreatedOn!.Value, TimeOnly.MinValue, TimeSpan.Zero)).ToByteArray(bigEndian: true);
        bytes[6] = (byte)((bytes[6] & 0xF0) | (hash[0] & 0x0F));
        bytes[7] = hash[1];
        hash.AsSpan(2, 8).CopyTo(bytes.AsSpan(8));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new ItemId(new Guid(bytes, bigEndian: true));
    }

    internal static DocumentNumber? Number(ImportRow row)
    {
        if (row.TextOrNone("文号") is not { } text) return null;
        var read = DocumentNumber.Read(text);
        return read.Succeeded ? read.Value.Number : throw new ImportFaultException("文号", read.Refusal!.Reason);
    }

    internal static string SubjectOf(ImportRow row, string column)
    {
        var text = row.Text(column);
        return (Subject.Find(text) ?? Subject.All.FirstOrDefault(subject => subject.Caption == text))?.Code ?? throw new ImportFaultException(column, Say($"没有“{ImportRow.Shown(text)}”这个主题分类。",
            $"there is no subject “{ImportRow.Shown(text)}”."));
    }

    private static async Task<MatterId?> MatterOf(ImportDesk desk, ImportRow row, UnitId unit)
    {
        if (row.TextOrNone("公开事项") is not { } name) return null;
        var found = (await desk.Publication.MatterBoard.For(unit, desk.Cancel)).Where(matter => matter.Facts.Name == name).ToList();
        return found is [var only] ? only.Id : throw new ImportFaultException("公开事项", found.Count == 0
            ? Say($"{row.Text("单位")}的事项清单里没有“{ImportRow.Shown(name)}”。", $"the matters of “{row.Text("单位")}” hold no “{ImportRow.Shown(name)}”.")
            : Say($"{row.Text("单位")}有几个一级事项之下都叫“{ImportRow.Shown(name)}”，请在页面上选。", $"“{row.Text("单位")}” has several matters called “{ImportRow.Shown(name)}”; choose on the page."));
    }

    internal static string Category(ImportRow row)
    {
        var text = row.Text("法定公开分类");
        return (DisclosureCategory.Find(text) ?? DisclosureCategory.All.FirstOrDefault(category => category.Caption == text))?.Code
            ?? throw new ImportFaultException("法定公开分类", Say($"没有“{ImportRow.Shown(text)}”这个法定公开分类。", $"there is no statutory category “{ImportRow.Shown(text)}”."));
    }
}
