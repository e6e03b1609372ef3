using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Registers;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;

namespace Gongkai.Testing.Organisations;

/// <summary>难办的情形，一件一件办出来：经各项服务，日子照时钟走。时钟从 2026 年 3 月 2 日起，那天收到的，最后一日是 3 月 30 日。</summary>
public sealed class InventedHardCases(InventedCases cases)
{
    /// <summary>没有延期的，最后一日。</summary>
    public static readonly DateOnly Due = new(2026, 3, 30);

    /// <summary>最后一日批准、当日告知，延长二十个工作日以后的最后一日：清明放一个工作日。</summary>
    public static readonly DateOnly Extended = new(2026, 4, 28);

    /// <summary>到期没有答复，申请人申请复议；复议年底还没有审结。</summary>
    /// <returns>哪一件，复议台账里的哪一笔。</returns>
    public async Task<(CaseReceipt Receipt, RegisterEntryId Remedy)> UnansweredInReview()
    {
        var receipt = await cases.Processing();
        Until(new(2026, 4, 15));
        return (receipt, InventedCity.Done(await cases.Requests.Remedies.Add(Handler, receipt.Case, new("云政复〔2026〕8号", "行政复议", "不服逾期不答复", Iso(Today)), null, CancellationToken.None)));
    }

    /// <summary>第三方不同意，机关认为应当公开，答复以后第三方起诉。</summary>
    /// <returns>哪一件，复议诉讼台账里的哪一笔。</returns>
    public async Task<(CaseReceipt Receipt, RegisterEntryId Remedy)> ThirdPartyWhoSues()
    {
        var (id, receipt) = await Consulting();
        Until(new(2026, 3, 9));
        await cases.Done(id, Role.Handler, CaseAction.DeliverConsultation, new() { Consultation = 1, Evidence = "回执" });
        await cases.Done(id, Role.Handler, CaseAction.EndConsultation, new() { Consultation = 1, Opinion = Opinion.RefusesWithReason, Text = "含报价" });
        await cases.Answer(id, new() { Outcome = CaseOutcome.Granted, Cause = "补助用的是财政资金，不公开，公众无从监督" });
        await cases.Done(id, Role.Handler, CaseAction.RecordDelivery, new() { Evidence = "当面领取" });
        Until(new(2026, 4, 15));
        return (receipt, InventedCity.Done(await cases.Requests.Remedies.Add(Handler, id, new("（2026）云01行初9号", "行政诉讼（未经复议直接起诉）", "第三方不服予以公开的答复", Iso(Today)), null, CancellationToken.None)));
    }

    /// <summary>补正告知第八个工作日才发出，后来收到了补正。</summary>
    public async Task<CaseReceipt> CorrectionOnTheEighthDay()
    {
        var receipt = await cases.Submit();
        await cases.Done(receipt.Case, Role.Handler, CaseAction.Confirm, new() { Evidence = "电话确认" });
        await cases.Done(receipt.Case, Role.Handler, CaseAction.Register);
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.Assign, new() { Assignee = Handler });
        Until(new(2026, 3, 12));
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.RequestCorrection, new() { Text = "写明是哪一批补助", Until = Today.AddDays(14) });
        Until(new(2026, 3, 16));
        await cases.Done(receipt.Case, Role.Handler, CaseAction.ReceiveCorrection, new() { Text = "2025 年第二批", Evidence = "补正书" });
        return receipt;
    }

    /// <summary>最后一日批准延期，当日告知。</summary>
    public async Task<CaseReceipt> ExtendedOnTheLastDay()
    {
        var receipt = await cases.Processing();
        Until(Due);
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.ApproveExtension, new() { Days = 20, Text = "涉及多个年度的档案" });
        await cases.Done(receipt.Case, Role.Handler, CaseAction.NotifyExtension);
        return receipt;
    }

    /// <summary>过了最后一日才来批准延期，不成。</summary>
    public async Task<(CaseReceipt Receipt, Refusal Refusal)> ExtendedOneDayLate()
    {
        var receipt = await cases.Processing();
        Until(Due.AddDays(1));
        return (receipt, (await cases.Do(receipt.Case, Role.DisclosureOfficeHead, CaseAction.ApproveExtension, new() { Days = 20, Text = "来不及" })).Refusal!);
    }

    /// <summary>十二月里征求意见，过了年还没有结束。</summary>
    public async Task<CaseReceipt> ConsultationOverTheYearEnd()
    {
        Until(new(2026, 12, 21));
        var (_, receipt) = await Consulting();
        Until(new(2027, 1, 5));
        return receipt;
    }

    /// <summary>两个人一份申请，前一个是企业，后一个是个人；予以公开。</summary>
    public async Task<CaseReceipt> TwoApplicants()
    {
        var receipt = await cases.Processing(InventedCases.Application() with { Kind = ApplicantKind.Business, Name = "某某文化公司", Others = ["某丙"] });
        await cases.Answer(receipt.Case, new() { Outcome = CaseOutcome.Granted });
        return receipt;
    }

    /// <summary>同一个证件号码、同样的内容，先向另一个单位提出、已经答复，再向这个单位提出。</summary>
    /// <param name="elsewhere">另一个单位的。</param>
    /// <returns>另一个单位的一件，这个单位的一件。</returns>
    public async Task<(CaseReceipt Elsewhere, CaseReceipt Own)> IdentityHeldElsewhere(InventedCases elsewhere)
    {
        var theirs = await elsewhere.Processing(InventedCases.Application("请公开某某场馆的收费批文和免费开放补助的发放名册"));
        await elsewhere.Answer(theirs.Case, new() { Outcome = CaseOutcome.Granted }, "云旅公复〔2026〕1号");
        return (theirs, await cases.Processing(InventedCases.Application("请公开某某场馆的收费批文和免费开放补助的发放名册")));
    }

    private Gongkai.Organisations.People.PersonId Handler => cases.Office.Holder(Role.Handler);

    private DateOnly Today => cases.Office.City.Today;

    private async Task<(CaseId Id, CaseReceipt Receipt)> Consulting()
    {
        var receipt = await cases.Processing();
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.ConsultThirdParty, new() { Party = "某文化公司" });
        return (receipt.Case, receipt);
    }

    private void Until(DateOnly day) => cases.Office.City.Clock.Advance(TimeSpan.FromDays(day.DayNumber - Today.DayNumber));

    private static string Iso(DateOnly day) => $"{day:yyyy-MM-dd}";
}
