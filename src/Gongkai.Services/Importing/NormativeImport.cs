using System.Collections.Immutable;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Normative;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Importing;

/// <summary>导入规章和规范性文件的登记：一行登记一件；已经废止、宣布失效的，随后记上。</summary>
internal static class NormativeImport
{
    private static readonly (NormativeKind Kind, string Caption)[] Kinds = [(NormativeKind.Regulation, "规章"), (NormativeKind.NormativeDocument, "行政规范性文件")];
    private static readonly (CleanupResult Result, string Caption)[] Endings = [(CleanupResult.Repeal, "废止"), (CleanupResult.DeclareExpired, "宣布失效")];

    public static ImmutableArray<ImportColumn> Columns { get; } =
    [
        new("单位", true, "制定的单位，写全称。", "云泽市林业局"),
        new("种类", true, "规章、行政规范性文件。", "行政规范性文件"),
        new("标题", true, "标题。", "云泽市古树名木保护办法"),
        new("题注", false, "公布、修订、施行的时间和文号；规章必填。", ""),
        new("文号", false, "文号。", "云林〔2021〕5号"),
        new("登记编号", false, "统一登记的编号；没有的不填。", ""),
        new("印发日期", true, "写作 2021-03-01。", "2021-03-01"),
        new("公布日期", false, "还没有公布的不填。", "2021-03-03"),
        new("施行日期", true, "自哪一天起施行。", "2021-04-01"),
        new("有效期至", false, "最后一日；没有有效期的不填。", "2026-03-31"),
        new("合法性审核编号", false, "行政规范性文件必填：未经审核的不得印发。", "林审2021-2"),
        new("合法性审核日期", false, "不晚于印发日期。", "2021-02-20"),
        new("备案编号", false, "没有的不填。", ""),
        new("备案日期", false, "不早于印发日期。", ""),
        new("主题分类", false, "代码或者名称。", "0602"),
        new("不作解读的理由", false, "要解读的不填。", ""),
        new("终止", false, "废止、宣布失效；仍然有效的不填。", ""),
        new("终止日期", false, "自哪一天起不再有效。", ""),
        new("终止的依据", false, "哪个文件废止、宣布失效的。", ""),
    ];

    public static async Task<Outcome<ImportedRow>> Take(ImportDesk desk, ImportRow row)
    {
        var unit = await desk.Unit(row, "单位");
        var kind = row.OneOf("种类", Kinds, one => one.Caption).Kind;
        var facts = new NormativeFacts
        {
            Title = row.Text("标题"), Caption = row.TextOrNone("题注"), DocumentNumber = ItemImport.Number(row), RegistrationNumber = row.TextOrNone("登记编号"),
            IssuedOn = row.Date("印发日期"), PublishedOn = row.DateOrNone("公布日期"), EffectiveOn = row.Date("施行日期"), ExpiresOn = row.DateOrNone("有效期至"),
            LegalReview = row.TextOrNone("合法性审核编号"), LegalReviewedOn = row.DateOrNone("合法性审核日期"), Filing = row.TextOrNone("备案编号"), FiledOn = row.DateOrNone("备案日期"),
            Subject = row.TextOrNone("主题分类") is null ? null : ItemImport.SubjectOf(row, "主题分类"), WithoutInterpretation = row.TextOrNone("不作解读的理由"),
        };
        if (await Same(desk, unit, kind, facts) is { } same)
            return Matches(same, facts, row) ? ImportedRow.Already : new Refusal(Say("库里已经有这个文件，登记的与填的不一样；要改请在文件的页面上改。",
                "the library has this document with other facts; change it on its page."));
        var registered = await desk.Publication.Normative.Register(desk.By, unit, kind, facts, null, desk.Cancel);
        return (registered.Refusal ?? await End(desk, row, registered.Value)) is { } refusal ? refusal : ImportedRow.Stored;
    }

    private static async Task<NormativeDocument?> Same(ImportDesk desk, UnitId unit, NormativeKind kind, NormativeFacts facts)
    {
        await using var db = desk.Database.CreateContext();
        var rows = await NormativeQueries.All(db).Where(row => row.Unit == unit.Value && row.Kind == kind && row.IssuedOn == facts.IssuedOn).ToListAsync(desk.Cancel);
        return rows.Select(row => row.ToDocument()).FirstOrDefault(one => one.Facts.Title == facts.Title && one.Facts.DocumentNumber == facts.DocumentNumber);
    }

    // 登记之后添上的（公开的信息、所代替的）不在表里，不比。
    private static bool Matches(NormativeDocument same, NormativeFacts facts, ImportRow row) =>
        ImportRow.IsSame(same.Facts with { Item = facts.Item, Supersedes = facts.Supersedes }, facts)
        && (row.TextOrNone("终止") is null || (same.Ending is { } ending && ending.On == row.DateOrNone("终止日期")));

    private static async Task<Refusal?> End(ImportDesk desk, ImportRow row, NormativeId id)
    {
        if (row.TextOrNone("终止") is null)
            return (row.TextOrNone("终止日期") ?? row.TextOrNone("终止的依据")) is null ? null : throw new ImportFaultException("终止", Say("写了终止的日期或者依据，要写明是废止还是宣布失效。",
                "where the date or the basis of the end is given, say whether it was repealed or declared expired."));
        var result = row.OneOf("终止", Endings, one => one.Caption).Result;
        var basis = new NormativeBasis(null, row.Text("终止的依据"));
        return (await desk.Publication.Normative.Change(desk.By, id, 1, result, row.Date("终止日期"), basis, null, null, desk.Cancel)).Refusal;
    }
}
