using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Law;
using Gongkai.Law.Identifiers;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;

namespace Gongkai.Services.Importing;

/// <summary>导入原来的依申请台账：没有办结的接着办，计入上年结转；办结的留下结果。个人信息照例封存。</summary>
internal static class CaseImport
{
    private const string Number = "案号", Received = "收到日", Way = "怎样到的", Kind = "申请人类别", Name = "姓名或者名称", IdentityType = "证件种类", Identity = "证件号码", Phone = "电话", Email = "电子邮箱",
        Address = "通信地址", Wanted = "所需信息", CorrectionSent = "告知补正", CorrectionUntil = "补正期限", CorrectionReceived = "收到补正", Extension = "延长（工作日）", ExtensionNotified = "告知延期",
        Result = "结局", ResultOn = "答复日", AnswerNumber = "答复书文号", DeliveredOn = "送达日";

    // 台账里常用的写法；年报的栏名、申请表的说法都认。
    private static readonly (ApplicantKind Kind, string Word)[] Kinds =
    [
        .. Enum.GetValues<ApplicantKind>().Select(kind => (kind, kind.Caption())), (ApplicantKind.NaturalPerson, "公民"), (ApplicantKind.NaturalPerson, "个人"), (ApplicantKind.Business, "企业"), (ApplicantKind.Business, "公司"),
        (ApplicantKind.Business, "个体工商户"), (ApplicantKind.Research, "科研院所"), (ApplicantKind.Research, "高等学校"), (ApplicantKind.PublicWelfare, "社会团体"), (ApplicantKind.LegalService, "律师事务所"),
    ];

    private static readonly (ReceiptWay Way, string Word)[] Ways =
    [
        .. Enum.GetValues<ReceiptWay>().Select(way => (way, way.Caption())), (ReceiptWay.InPerson, "当面"), (ReceiptWay.InPerson, "现场"), (ReceiptWay.Oral, "口头"), (ReceiptWay.RegisteredMail, "挂号信"), (ReceiptWay.RegisteredMail, "快递"),
        (ReceiptWay.RegisteredMail, "EMS"), (ReceiptWay.OrdinaryMail, "平信"), (ReceiptWay.Internet, "网站"), (ReceiptWay.Internet, "网络"), (ReceiptWay.Internet, "在线"), (ReceiptWay.Email, "邮箱"),
    ];

    public static ImmutableArray<ImportColumn> Columns { get; } =
    [
        new("单位", true, "收到申请的单位，写全称。", "云泽市林业局"),
        new(Number, true, "原来的案号；同一单位不能重复。", "2025-0031"),
        new(Received, true, "收到申请之日，期限照它算；写作 2025-12-22。", "2025-12-22"),
        new(Way, false, $"{string.Join("、", Enum.GetValues<ReceiptWay>().Select(way => way.Caption()))}；台账没有写的不填。", "互联网"),
        new(Kind, true, $"{string.Join("、", Enum.GetValues<ApplicantKind>().Select(kind => kind.Caption()))}。", "自然人"),
        new(Name, false, "申请人；导入以后封存，清单里不显示。", "某丁"),
        new(IdentityType, false, "居民身份证、统一社会信用代码、其他证件；不写的按号码认。", ""),
        new(Identity, false, "证件号码只写在这一列。", ""),
        new(Phone, false, "电话。", ""),
        new(Email, false, "电子邮箱。", ""),
        new(Address, false, "通信地址。", ""),
        new(Wanted, true, "所需的信息。", "古树名木的名录和管护经费"),
        new(CorrectionSent, false, "告知补正之日；没有的不填。", ""),
        new(CorrectionUntil, false, "还在等补正的，期限的最后一日；收到了的不填。", ""),
        new(CorrectionReceived, false, "收到补正之日：期限自次日重新计算。", ""),
        new(Extension, false, "延期的工作日数，1 至 20；没有延期的不填。", ""),
        new(ExtensionNotified, false, "告知延期之日。", ""),
        new(Result, false, "年报表三的行名，或者通常的写法，例如“予以公开”“信息不存在”；没有办结的不填。", ""),
        new(ResultOn, false, "答复书落款之日，终止的是终止之日。", ""),
        new(AnswerNumber, false, "答复书文号。", ""),
        new(DeliveredOn, false, "送达之日。", ""),
    ];

    public static async Task<Outcome<ImportedRow>> Take(ImportDesk desk, ImportRow row)
    {
        var unit = await desk.Unit(row, "单位");
        foreach (var column in (string[])[Number, Name, Phone, Email, Address, Wanted, AnswerNumber])
            if (ApplicationChecks.HasResidentNumber(row.TextOrNone(column))) throw new ImportFaultException(column, Say($"像是身份证号码，证件号码只写在“{Identity}”一列。", "it looks like an identity number, which belongs in its own column."));
        var entry = new LedgerEntry(row.Text(Number), row.Date(Received), ApplicationOf(row))
        {
            Way = row.TextOrNone(Way) is null ? null : row.OneOf(Way, Ways, one => one.Word).Way,
            Taken = new TakenOver(row.DateOrNone(CorrectionSent), row.DateOrNone(CorrectionReceived), Days(row), row.DateOrNone(ExtensionNotified), row.DateOrNone(DeliveredOn)),
            CorrectionUntil = row.DateOrNone(CorrectionUntil), Outcome = OutcomeOf(row), ResultOn = row.DateOrNone(ResultOn), AnswerNumber = row.TextOrNone(AnswerNumber),
        };
        var taken = await desk.Requests.TakeOver.Take(desk.By, unit, entry, desk.Cancel);
        return taken.Refusal is { } refusal ? refusal : taken.Value ? ImportedRow.Stored : ImportedRow.Already;
    }

    private static Application ApplicationOf(ImportRow row)
    {
        var (identity, kind) = (row.TextOrNone(Identity)?.ToUpperInvariant(), row.OneOf(Kind, Kinds, one => one.Word).Kind);
        return new Application
        {
            Kind = kind, Name = row.TextOrNone(Name), IdentityKind = IdentityKindOf(row, identity), IdentityNumber = identity, Phone = row.TextOrNone(Phone), Email = row.TextOrNone(Email),
            Address = row.TextOrNone(Address), Wanted = row.Text(Wanted),
        };
    }

    // 写明了种类的，校验位要对：错一位，以后就认不出是同一个人。
    private static IdentityKind IdentityKindOf(ImportRow row, string? number)
    {
        var typed = row.TextOrNone(IdentityType) is null ? (IdentityKind?)null : row.OneOf(IdentityType, Enum.GetValues<IdentityKind>(), one => one.Caption());
        if (number is null) return typed ?? IdentityKind.Other;
        if (number.Any(letter => letter is >= '\u4e00' and <= '\u9fff')) throw new ImportFaultException(Identity, Say("有汉字，不像是证件号码。", "it has Chinese characters and is no number of a document."));
        var (isResident, isCredit) = (ResidentIdNumber.IsValid(number), CreditCode.IsValid(number));
        if ((typed == IdentityKind.ResidentId && !isResident) || (typed is null && ApplicationChecks.HasResidentNumber(number) && !isResident))
            throw new ImportFaultException(Identity, Say("居民身份证号码的校验位不对；原件就是这样的，证件种类写“其他证件”。", "the check digit of the identity number is wrong; where the original has it so, choose the third kind of document."));
        if (typed == IdentityKind.CreditCode && !isCredit) throw new ImportFaultException(Identity, Say("统一社会信用代码的校验位不对；原件就是这样的，证件种类写“其他证件”。", "the check digit of the credit code is wrong."));
        return typed ?? (isResident ? IdentityKind.ResidentId : isCredit ? IdentityKind.CreditCode : IdentityKind.Other);
    }

    private static CaseOutcome? OutcomeOf(ImportRow row)
    {
        if (row.TextOrNone(Result) is not { } text) return null;
        return OutcomeWords.Read(text) ?? throw new ImportFaultException(Result, Say($"认不出“{ImportRow.Shown(text)}”是哪一种结局；照年报表三的行名写，例如“予以公开”“属于国家秘密”“本机关不掌握相关政府信息”。",
            $"“{ImportRow.Shown(text)}” is no known outcome; write it as the row of table three."));
    }

    private static int Days(ImportRow row) => row.TextOrNone(Extension) is not { } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 20 ? days
        : throw new ImportFaultException(Extension, Say("延期是 1 至 20 个工作日，写数字。", "an extension is of 1 to 20 working days; write the number."));
}
