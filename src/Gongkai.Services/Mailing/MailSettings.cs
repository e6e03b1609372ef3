using System.Globalization;
using Gongkai.Law;
using MimeKit;

namespace Gongkai.Services.Mailing;

/// <summary>与邮件服务器之间怎样加密。</summary>
public enum MailSecurity
{
    /// <summary>先明着连，再换成加密（STARTTLS），多是 587 端口；服务器不会的，不发。</summary>
    StartTls,

    /// <summary>一连就加密，多是 465 端口。</summary>
    Tls,

    /// <summary>不加密：只用于本机、内网的转发。</summary>
    None,
}

/// <summary>
/// 发邮件的设置：在 gongkai.json 或者环境变量里，不在库里。口令只在这里，打印出来没有它。没有写 <c>Mail:Host</c> 的不发邮件，提醒只在后台看得见。
/// </summary>
public sealed class MailSettings
{
    private const int StartTlsPort = 587, TlsPort = 465, PlainPort = 25;

    /// <summary>不发邮件。</summary>
    public static MailSettings Off { get; } = new();

    /// <summary>发不发邮件。</summary>
    public bool IsOn => Host.Length > 0;

    /// <summary>邮件服务器；不发邮件的是空的。</summary>
    public string Host { get; private init; } = "";

    /// <summary>端口。</summary>
    public int Port { get; private init; }

    /// <summary>怎样加密。</summary>
    public MailSecurity Security { get; private init; }

    /// <summary>发信的地址。</summary>
    public string From { get; private init; } = "";

    /// <summary>用户名；不登录的为空。</summary>
    public string? User { get; private init; }

    /// <summary>网站的网址，末尾没有斜线：邮件里的链接由它开头。</summary>
    public string Site { get; private init; } = "";

    /// <summary>口令；不登录的为空。</summary>
    internal string? Password { get; private init; }

    /// <summary>读出：<c>Mail:Host</c>、<c>Port</c>、<c>Security</c>、<c>From</c>、<c>User</c>、<c>Password</c> 或者 <c>PasswordFile</c>、<c>Site</c>；写错的，用一句话说出哪一项、怎么改。</summary>
    /// <param name="value">按名字取一项设置；没有的为空。</param>
    public static Outcome<MailSettings> Read(Func<string, string?> value)
    {
        if (Text("Host") is not { } host) return Off;
        var security = MailSecurity.StartTls;
        if (Text("Security") is { } wanted && (!Enum.TryParse(wanted, ignoreCase: true, out security) || !Enum.IsDefined(security)))
            return new Refusal(Say($"设置 Mail:Security：“{wanted}”不认得，可以写 starttls、tls、none。", $"setting Mail:Security: “{wanted}” is not known; write starttls, tls or none."));
        var port = security switch { MailSecurity.Tls => TlsPort, MailSecurity.StartTls => StartTlsPort, _ => PlainPort };
        if (Text("Port") is { } number && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > ushort.MaxValue))
            return new Refusal(Say($"设置 Mail:Port：应为 1 到 65535 的数，现在是“{number}”。", $"setting Mail:Port: a number from 1 to 65535 is needed, it is “{number}”."));
        if (Text("From") is not { } from || !MailboxAddress.TryParse(from, out var sender) || sender.Domain.Length == 0) return new Refusal(Say($"设置 Mail:From：要写发信的地址，例如 xxgk@example.gov.cn。", $"setting Mail:From: the sender's address is needed, such as xxgk@example.gov.cn."));
        if (Text("Site") is not { } site || !Uri.TryCreate(site, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return new Refusal(Say($"设置 Mail:Site：要写网站的网址，以 https:// 开头，邮件里的链接由它开头。", $"setting Mail:Site: the address of the site is needed, starting with https://; links in mail start with it."));
        var password = PasswordOf(Text("Password"), Text("PasswordFile"));
        if (password.Refusal is { } unreadable) return unreadable;
        return new MailSettings { Host = host, Port = port, Security = security, From = from, Site = site.TrimEnd('/'), User = Text("User"), Password = password.Value.Length == 0 ? null : password.Value };

        string? Text(string name) => value($"Mail:{name}") is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }

    /// <summary>给人看的，没有口令。</summary>
    public override string ToString() => IsOn ? $"{Host}:{Port.ToString(CultureInfo.InvariantCulture)}" : "";

    private static Outcome<string> PasswordOf(string? password, string? file)
    {
        if (file is null) return password ?? "";
        try
        {
            return File.ReadAllText(file).TrimEnd('\r', '\n');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal(Say($"设置 Mail:PasswordFile：读不了“{file}”。", $"setting Mail:PasswordFile: “{file}” cannot be read."));
        }
    }
}
