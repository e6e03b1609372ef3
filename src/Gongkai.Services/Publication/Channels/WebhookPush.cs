using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Gongkai.Publication.Channels;

namespace Gongkai.Services.Publication.Channels;

/// <summary>
/// 网址推送：用 HTTPS 交出 JSON，带签名。每次连接以前查对方的地址，不准许的内网地址不连，所以域名改指到内网也不行；
/// 不跟随转移，不用代理，超时与长短有限。
/// </summary>
internal sealed class WebhookPush
{
    /// <summary>正文至多多少字节。</summary>
    public const int LargestBody = 4 << 20;

    private const int LargestAnswer = 64 << 10;

    // 连接是另外开的，准许哪些地址随请求带过去。
    private static readonly HttpRequestOptionsKey<PushTargets> Targets = new("gongkai.targets");

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15), LongestConnecting = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _clock;
    private readonly Lazy<HttpClient> _client;

    /// <param name="adjust">测试用：例如认得测试的证书。</param>
    public WebhookPush(TimeProvider clock, Action<SocketsHttpHandler>? adjust)
    {
        _clock = clock;
        _client = new Lazy<HttpClient>(() =>
        {
            var handler = new SocketsHttpHandler
            {
                // 一次一连：每次都查地址。
                PooledConnectionLifetime = TimeSpan.Zero,
                AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = LongestConnecting, MaxResponseHeadersLength = 16, ConnectCallback = Connect,
            };
            adjust?.Invoke(handler);
            return new HttpClient(handler) { Timeout = Longest };
        });
    }

    /// <summary>推送，答复对方给的网址；没有给的为空。</summary>
    public async Task<string?> Post(Uri address, string secret, ChannelMessage message, PushTargets targets, CancellationToken cancel)
    {
        var body = message.ToJson();
        if (body.Length > LargestBody) throw new DeliveryFailedException($"正文太长，推送的内容至多 {LargestBody >> 20} MB。");
        var now = _clock.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Options.Set(Targets, targets);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(WebhookSignature.DeliveryHeader, message.Delivery.ToString("D"));
        request.Headers.Add(WebhookSignature.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(secret, now, message.Delivery, body));
        try
        {
            using var response = await _client.Value.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            var status = (int)response.StatusCode;
            if (status is >= 300 and < 400) throw new DeliveryFailedException($"对方要转到别的网址（{status}），不跟随；请填最终的网址。");
            if (!response.IsSuccessStatusCode) throw new DeliveryFailedException($"对方没有收下，答复 {status}。");
            return await LinkIn(response, cancel);
        }
        catch (HttpRequestException exception)
        {
            throw exception.InnerException as DeliveryFailedException ?? new DeliveryFailedException(Reason(exception, address.Host), exception);
        }
        catch (OperationCanceledException exception) when (!cancel.IsCancellationRequested)
        {
            throw new DeliveryFailedException($"{Longest.TotalSeconds:0} 秒内没有送完，对方没有答复。", exception);
        }
    }

    // 查过的地址直接连，不再问一遍域名：两次问到的可能不一样。
    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
        var targets = context.InitialRequestMessage.Options.TryGetValue(Targets, out var given) ? given : PushTargets.PublicOnly;
        var permitted = addresses.Where(targets.Permits).ToArray();
        if (permitted.Length == 0) throw new DeliveryFailedException($"{context.DnsEndPoint.Host} 是本机或者内网的地址，没有准许推送；要推送到内网的，请系统管理员在设置里写上它的网段。");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(permitted, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // 对方答的不要紧，认不出的网址当作没有给；读到上限就停。
    private static async Task<string?> LinkIn(HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json") return null;
        var buffer = new byte[LargestAnswer];
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        var count = await stream.ReadAtLeastAsync(buffer, LargestAnswer, throwOnEndOfStream: false, cancel);
        try
        {
            using var answer = JsonDocument.Parse(buffer.AsMemory(0, count));
            return answer.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("link", out var link) && link.ValueKind == JsonValueKind.String
                && link.GetString() is { Length: <= AccountDecisions.LongestAddress } text && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Reason(HttpRequestException exception, string host) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => $"找不到 {host} 这个域名。",
        HttpRequestError.SecureConnectionError => $"与 {host} 建立不了安全的连接：它的证书不可信或者已经过期。",
        _ => $"连不上 {host}。",
    };
}
