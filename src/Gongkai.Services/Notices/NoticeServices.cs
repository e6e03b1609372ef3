using Gongkai.Data;
using Gongkai.Services.Mailing;
using Gongkai.Services.Organisations;

namespace Gongkai.Services.Notices;

/// <summary>提醒与邮件的各项服务，凑成一套：网站、测试都从这里取。</summary>
public sealed class NoticeServices
{
    /// <param name="database">打开的数据库。</param>
    /// <param name="organisations">单位与人员的服务。</param>
    /// <param name="clock">时钟。</param>
    /// <param name="mail">发邮件的设置；不写的不发。</param>
    public NoticeServices(Database database, OrganisationServices organisations, TimeProvider clock, MailSettings? mail = null)
    {
        var settings = mail ?? MailSettings.Off;
        Board = new NoticeBoard(database);
        Watching = new CaseWatching(database, organisations.Acts);
        Cases = new CaseReminding(database, organisations.Trees, settings, clock);
        Reports = new ReportReminding(database, organisations.Trees, settings, clock);
        Addresses = new PersonMailDesk(database, settings, clock);
        Mail = new MailDesk(database, organisations.Trees, organisations.Acts, settings);
        Sender = new MailSender(database, organisations.Trees, settings);
    }

    /// <summary>看提醒。</summary>
    public NoticeBoard Board { get; }

    /// <summary>关注。</summary>
    public CaseWatching Watching { get; }

    /// <summary>申请的期限提醒。</summary>
    public CaseReminding Cases { get; }

    /// <summary>年报的期限提醒。</summary>
    public ReportReminding Reports { get; }

    /// <summary>各人的邮箱。</summary>
    public PersonMailDesk Addresses { get; }

    /// <summary>管理员看邮件。</summary>
    public MailDesk Mail { get; }

    /// <summary>发待发里的邮件。</summary>
    public MailSender Sender { get; }
}
