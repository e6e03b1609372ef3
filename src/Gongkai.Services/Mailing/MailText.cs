namespace Gongkai.Services.Mailing;

/// <summary>一封邮件：纯文字，没有附件，没有申请人的任何信息。</summary>
/// <param name="Subject">主题。</param>
/// <param name="Body">正文。</param>
internal sealed record MailText(string Subject, string Body);
