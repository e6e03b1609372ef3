namespace Gongkai.Services.Mailing;

/// <summary>待发里的各种邮件；内容只有编号，地址与文字发的时候才取。</summary>
public static class MailKinds
{
    /// <summary>给工作人员的提醒，内容是提醒的编号。</summary>
    public const string Notice = "mail.notice";

    /// <summary>邮箱的确认码，内容是人员的编号。</summary>
    public const string Code = "mail.code";

    /// <summary>告诉申请人有进展，内容是申请的编号与第几件事。</summary>
    public const string Applicant = "mail.applicant";

    /// <summary>说法；不是邮件的为空。</summary>
    public static string? Caption(string kind) => kind switch
    {
        Notice => "给工作人员的提醒",
        Code => "邮箱的确认码",
        Applicant => "告诉申请人有进展",
        _ => null,
    };
}

/// <summary>一封提醒的内容。</summary>
internal sealed record NoticePayload(Guid Notice);

/// <summary>一封确认码的内容。</summary>
internal sealed record CodePayload(Guid Person);

/// <summary>告诉申请人的内容。</summary>
internal sealed record ApplicantPayload(Guid Case, int Event);
