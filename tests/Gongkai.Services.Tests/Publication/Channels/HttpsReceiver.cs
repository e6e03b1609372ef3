using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gongkai.Services.Tests.Publication.Channels;

/// <summary>接收推送的一方：本机上真的 HTTPS，证书是自己做的；答什么由测试定。</summary>
internal sealed class HttpsReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = NewCertificate();
    private readonly Task _serving;

    public HttpsReceiver()
    {
        _listener.Start();
        _serving = Serve();
    }

    /// <summary>网址。</summary>
    public string Address => $"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/in";

    /// <summary>依次答什么：状态行之后的全部；答完了的照最后一个。</summary>
    public Queue<string> Answers { get; } = new([Answer(200, "{}")]);

    /// <summary>收到的。</summary>
    public ConcurrentQueue<(IReadOnlyDictionary<string, string> Headers, byte[] Body)> Received { get; } = [];

    /// <summary>这一方的证书认得；别的不认得。</summary>
    public void Trust(SocketsHttpHandler handler) =>
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == _certificate.GetCertHashString();

    public static string Answer(int status, string body, string head = "") =>
        $"HTTP/1.1 {status} Something\r\nContent-Type: application/json\r\n{head}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await using var stream = new SslStream(client.GetStream());
                try
                {
                    await stream.AuthenticateAsServerAsync(_certificate);
                    if (await Read(stream) is not { } request) continue;
                    Received.Enqueue(request);
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(Answers.Count > 1 ? Answers.Dequeue() : Answers.Peek()));
                }
                catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
                {
                    // 对方不认证书，断了：接着等下一个。
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // 收摊了。
        }
    }

    // 握过手、对方才说不认证书的，一个字也没有来。
    private static async Task<(IReadOnlyDictionary<string, string> Headers, byte[] Body)?> Read(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) == 1) head.Append((char)one[0]);
        if (head.Length == 0) return null;
        var headers = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers["Content-Length"], System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        return (headers, body);
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _certificate.Dispose();
    }
}
