using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Gongkai.Services.Mailing;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Gongkai.Testing.Mailing;

/// <summary>进程里的邮件服务器，真的走 SMTP：收到的都记着；可以叫它不收，也可以停掉。</summary>
public sealed class TestMailServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly Inbox _inbox = new();

    private TestMailServer(int port)
    {
        Port = port;
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, port))).Build();
        var services = new ServiceProvider();
        services.Add(_inbox);
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public int Port { get; }

    /// <summary>收到的，先到的在前。</summary>
    public IReadOnlyList<MimeMessage> Received => [.. _inbox.Messages];

    /// <summary>收信的地址。</summary>
    public IReadOnlyList<string> Recipients => [.. _inbox.Messages.SelectMany(message => message.To.Mailboxes).Select(box => box.Address)];

    /// <summary>不收：答 550，原话里有收信的地址。</summary>
    public bool Refuses { set => _inbox.Refuses = value; }

    /// <summary>开一个；端口由系统挑。</summary>
    public static TestMailServer Start() => new(FreePort());

    /// <summary>没有人听的端口。</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>发到这里的设置。</summary>
    public MailSettings Settings => SettingsOf(Port);

    /// <summary>发到某个端口的设置。</summary>
    public static MailSettings SettingsOf(int port) => MailSettings.Read(name => Values(port).GetValueOrDefault(name)).Value;

    /// <summary>写进配置的各项。</summary>
    public static IReadOnlyDictionary<string, string?> Values(int port) => new Dictionary<string, string?>
    {
        ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = $"{port}", ["Mail:Security"] = "none", ["Mail:From"] = "xxgk@yunze.example", ["Mail:Site"] = "https://xxgk.yunze.example/",
    };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private sealed class Inbox : MessageStore
    {
        public ConcurrentQueue<MimeMessage> Messages { get; } = new();

        public bool Refuses { get; set; }

        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (Refuses) return new SmtpResponse(SmtpReplyCode.MailboxUnavailable, $"no such user {string.Join(' ', transaction.To.Select(to => to.User))}");
            Messages.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(buffer.ToArray()), cancellationToken));
            return SmtpResponse.Ok;
        }
    }
}
