using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Gongkai.Services.Mailing;

/// <summary>把邮件交给服务器。没有交成的，说一句话：服务器的原话里有收信人的地址，不照抄。</summary>
internal sealed class SmtpDelivery(MailSettings settings)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>交出一封。</summary>
    /// <param name="id">编号：再发一次编号不变，收信的一方认得出是同一封。</param>
    /// <exception cref="MailFault">没有交成。</exception>
    public Task Send(Guid id, string to, MailText text, CancellationToken cancel) => Connected(async client =>
    {
        if (!MailboxAddress.TryParse(to, out var address)) throw new MailFault(Say($"收信的地址写得不对。", $"the recipient's address is wrong."));
        var from = MailboxAddress.Parse(settings.From);
        var message = new MimeMessage { Subject = text.Subject, MessageId = $"{id:N}@{from.Domain}", Body = new TextPart("plain") { Text = text.Body } };
        message.From.Add(from);
        message.To.Add(address);
        // 自动发的：不要自动回复。
        message.Headers.Add("Auto-Submitted", "auto-generated");
        await client.SendAsync(message, cancel);
    }, cancel);

    /// <summary>连得上、登录得了没有。</summary>
    /// <exception cref="MailFault">不行，为什么。</exception>
    public Task Check(CancellationToken cancel) => Connected(client => client.NoOpAsync(cancel), cancel);

    private async Task Connected(Func<SmtpClient, Task> work, CancellationToken cancel)
    {
        if (!settings.IsOn) throw new MailFault(Say($"没有配置邮件服务器。", $"no mail server is set."));
        try
        {
            using var client = new SmtpClient { Timeout = (int)Longest.TotalMilliseconds };
            await client.ConnectAsync(settings.Host, settings.Port, Options(), cancel);
            if (settings.User is { } user) await client.AuthenticateAsync(user, settings.Password ?? "", cancel);
            await work(client);
            await client.DisconnectAsync(true, cancel);
        }
        catch (Exception error) when (error is not (MailFault or OperationCanceledException) || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new MailFault(Reason(error));
        }
    }

    private SecureSocketOptions Options() => settings.Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    private string Reason(Exception error) => error switch
    {
        MailKit.Security.AuthenticationException => Say($"邮件服务器 {settings} 不认用户名或者口令。", $"the mail server {settings} refuses the user name or the password."),
        SmtpCommandException refused => Refused(refused),
        SslHandshakeException or System.Security.Authentication.AuthenticationException => Say($"与邮件服务器 {settings} 加密不成：看看端口、Mail:Security 和证书。", $"no encryption with the mail server {settings}: see the port, Mail:Security and the certificate."),
        NotSupportedException => Say($"邮件服务器 {settings} 不会 STARTTLS，或者不用登录：看看 Mail:Security、Mail:User。", $"the mail server {settings} has no STARTTLS or no sign-in: see Mail:Security and Mail:User."),
        SocketException or IOException or TimeoutException or OperationCanceledException or ServiceNotConnectedException or ProtocolException => Say($"连不上邮件服务器 {settings}。", $"the mail server {settings} cannot be reached."),
        _ => Say($"邮件没有交成（{error.GetType().Name}）。", $"the mail was not handed over ({error.GetType().Name})."),
    };

    private string Refused(SmtpCommandException refused)
    {
        var code = ((int)refused.StatusCode).ToString(CultureInfo.InvariantCulture);
        return refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted
            ? Say($"邮件服务器 {settings} 不收给这个地址的邮件（{code}）。", $"the mail server {settings} takes no mail for this address ({code}).")
            : Say($"邮件服务器 {settings} 不收这封邮件（{code}）。", $"the mail server {settings} does not take this mail ({code}).");
    }
}

/// <summary>邮件没有交成，一句话。</summary>
internal sealed class MailFault(string message) : Exception(message);
