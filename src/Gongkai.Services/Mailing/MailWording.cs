using Gongkai.Data.Mapping.Notices;
using Gongkai.Organisations.People;
using Gongkai.Requests.Process;

namespace Gongkai.Services.Mailing;

/// <summary>邮件的文字：只有单位、案号、办到哪里、期限、链接；申请人是谁、要什么、文书写了什么，都不在里面。</summary>
internal static class MailWording
{
    private const string Prefix = "【政府信息公开】", Closing = "这封邮件由系统发出，不必回复。不想再收这一种，在后台的“我的邮箱”里改。";

    /// <summary>给工作人员的提醒。</summary>
    public static MailText Of(NoticeRow notice, string unit, string? number, string site)
    {
        string?[] lines =
        [
            $"{unit}：{notice.Kind.Caption()}。",
            notice.Case is null ? null : number is null ? "申请：还没有登记" : $"申请：{number}",
            notice.Year is { } year ? $"年报：{year} 年度" : null,
            notice.Stage is { } stage ? $"办到：{stage.Caption()}" : null,
            notice.DueOn is { } due ? $"最后一日：{due:yyyy年M月d日}" : null,
            notice.OnBehalfOf is null ? null : "您受委托代行，所以也告诉您。",
            $"去办：{site}{PathOf(notice)}",
            "",
            Closing,
        ];
        var about = notice.Case is null ? $"{notice.Year} 年度年报" : number ?? "还没有登记的申请";
        return new MailText($"{Prefix}{about}：{notice.Kind.Caption()}", string.Join('\n', lines.OfType<string>()));
    }

    /// <summary>确认码。</summary>
    public static MailText Code(string code) => new($"{Prefix}确认码", $"确认码：{code}\n半小时以内，在后台的“我的邮箱”里填上它，就用这个地址收提醒。\n\n不是您自己填的，不必理会。");

    /// <summary>试发的一封。</summary>
    public static MailText Test(string site) => new($"{Prefix}试发", $"收到这一封，说明邮件发得出去。\n{site}\n");

    /// <summary>告诉申请人有进展。</summary>
    public static MailText Applicant(string unit, string site) => new(
        $"{Prefix}您的申请有新的进展", $"您向{unit}提交的申请有新的进展，请凭查询码查询：{site}/track\n\n这封邮件由系统发出，不必回复；里面没有申请的内容，也不会向您要验证码、收费。");

    private static string PathOf(NoticeRow notice) => notice.Case is { } id ? $"/console/cases/{id:D}" : $"/console/reports/{notice.Unit:D}/{notice.Year}";
}
