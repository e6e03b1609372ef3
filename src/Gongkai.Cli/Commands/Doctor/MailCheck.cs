using Gongkai.Cli.Commands.Db;
using Gongkai.Services.Mailing;

namespace Gongkai.Cli.Commands.Doctor;

/// <summary>邮件：配置了的，连一连、登录一下，不发出什么；没有配置的只少一样功能。</summary>
internal static class MailCheck
{
    private static readonly Bilingual Name = ("邮件（提醒、给申请人的通知）", "Mail (reminders, notices to applicants)");

    public static async Task<HealthCheck> Run(string folder, CancellationToken cancel)
    {
        var settings = DataFolderOption.Read(folder, (_, value) => MailSettings.Read(value));
        if (settings.Refusal is { } wrong) return HealthCheck.Unusable("mail", Name, false, null, wrong.Reason);
        if (!settings.Value.IsOn) return HealthCheck.Missing("mail", Name, false, Say($"没有配置：提醒只在后台看得见；要发邮件，在 gongkai.json 里写 Mail，见 docs/deployment.md", $"not set: reminders are seen in the console only; to send mail, set Mail in gongkai.json, see docs/deployment.md"));
        return await MailDesk.Problem(settings.Value, cancel) is { } problem
            ? HealthCheck.Unusable("mail", Name, false, settings.Value.ToString(), problem)
            : HealthCheck.Fine("mail", Name, false, Say($"{settings.Value}，连得上", $"{settings.Value}, reached"));
    }
}
