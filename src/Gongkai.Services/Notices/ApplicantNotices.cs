using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Notices;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.PersonalData;
using Gongkai.Requests.Letters;
using Gongkai.Requests.Process;
using Gongkai.Services.Mailing;

namespace Gongkai.Services.Notices;

/// <summary>给申请人出了文书，他留了邮箱、愿意收通知的，发一封没有内容的邮件请他来查；没有配置邮件的，记下没有发。</summary>
internal static class ApplicantNotices
{
    /// <summary>一件事办成了、文书写好了以后看。</summary>
    public static void After(ActScope scope, MailSettings mail, RequestCaseRow row, DossierKey key, CaseEvent happened)
    {
        var written = scope.Db.RequestLetters.Local.Any(letter => letter.Case == row.Id && letter.Event == happened.Number && LetterTemplates.Find(letter.Template)?.To == Addressee.Applicant);
        if (!written || !row.ToContent(key).MailNotices) return;
        scope.Db.ApplicantNotices.Add(new ApplicantNoticeRow
        {
            Case = row.Id, Event = happened.Number, At = scope.Now, Mail = mail.IsOn ? scope.Send(MailKinds.Applicant, new ApplicantPayload(row.Id, happened.Number)) : null,
        });
    }
}
