using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Writing;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Guide;
using Gongkai.Publication.Normative;
using Gongkai.Testing.Builders;

namespace Gongkai.Testing.Organisations;

/// <summary>虚构的文化广播局的登记簿：指南、制度、规范性文件、年报，经真的服务做出来。</summary>
public static class InventedRegisters
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>齐全的指南。</summary>
    public static IReadOnlyList<PageText> GuideTexts(string access = "可以在本网站查阅、下载，也可以到市档案馆查阅。") =>
    [
        new("classification", "按《政府信息公开条例》第二十条列举的各项分类。"),
        new("arrangement", "每条信息有索引号、名称、内容概述、生成日期。"),
        new("access", access),
        new("officeName", "云泽市文化广播局办公室"),
        new("address", "云泽市文化路1号"),
        new("officeHours", "工作日9:00—12:00、14:00—17:00"),
        new("phone", "0999-1234567"),
        new("fax", "无"),
        new("online", "https://yunze.invalid/"),
        new("requestChannels", "当面提交，或者邮寄到云泽市文化路1号。"),
    ];

    /// <summary>写好并发布指南，答复并发的版本。</summary>
    public static async Task<long> PublishGuide(this InventedOffice office, long version = 0, string access = "可以在本网站查阅、下载，也可以到市档案馆查阅。")
    {
        var saved = InventedCity.Done(await office.Publication.Pages.Save(office.Holder(Role.Handler), office.Unit, null, GuideTexts(access), version, null, None));
        return InventedCity.Done(await office.Publication.Pages.Publish(office.Holder(Role.DisclosureOfficeHead), office.Unit, null, saved, null, null, None));
    }

    /// <summary>写好并发布一项制度，答复并发的版本。</summary>
    public static async Task<long> PublishSystem(this InventedOffice office, string system, string html, long version = 0, DateOnly? from = null)
    {
        var saved = InventedCity.Done(await office.Publication.Pages.Save(office.Holder(Role.Handler), office.Unit, system, [new PageText(StandingPageDecisions.Body, html)], version, null, None));
        return InventedCity.Done(await office.Publication.Pages.Publish(office.Holder(Role.DisclosureOfficeHead), office.Unit, system, saved, from, null, None));
    }

    /// <summary>一件规范性文件要登记的各项。</summary>
    public static NormativeFacts Facts(this InventedOffice office, int number, DateOnly issued, ItemId? item = null, DateOnly? expires = null) => new()
    {
        Title = $"云泽市文化场馆管理办法（第{number}号）", DocumentNumber = new DocumentNumber("云文规", issued.Year, number), IssuedOn = issued, EffectiveOn = issued,
        PublishedOn = item is null ? issued : null, ExpiresOn = expires, LegalReview = $"云文审〔{issued.Year}〕{number}号", LegalReviewedOn = issued, Item = item,
    };

    /// <summary>登记一件规范性文件。</summary>
    public static async Task<NormativeId> Register(this InventedOffice office, NormativeFacts facts) =>
        InventedCity.Done(await office.Publication.Normative.Register(office.Holder(Role.LegalReviewer), office.Unit, NormativeKind.NormativeDocument, facts, null, None));

    /// <summary>一份没有错误的年报，2023年度，Word 文档。</summary>
    public static MemoryStream ReportFile(ReportFormat format = ReportFormat.Docx) => new(ReportWriter.Write(ReportBuilder.Clean2021().Build(), format).Value);

    /// <summary>由办公室的分管领导办编报的一件事，答复并发的新版本。</summary>
    public static async Task<long> DoFiling(this InventedOffice office, int year, long version, FilingAction action, string note) =>
        InventedCity.Done(await office.Publication.Filings.Do(office.Holder(Role.DeputyLeader), office.Unit, year, version, new FilingCommand(action) { Note = note }, null, null, None));

    /// <summary>公布2023年度的年报；机关的名称与单位不同，附有说明。</summary>
    public static async Task PublishReport(this InventedOffice office)
    {
        await using var file = ReportFile();
        InventedCity.Done(await office.Publication.Reports.Put(office.Holder(Role.Handler), office.Unit, 2023, 0, file, "年报.docx", None));
        InventedCity.Done(await office.Publication.Filings.Do(office.Holder(Role.DeputyLeader), office.Unit, 2023, 1, new FilingCommand(FilingAction.AddPast) { Note = "名称按当年的机构" }, null, null, None));
    }
}
