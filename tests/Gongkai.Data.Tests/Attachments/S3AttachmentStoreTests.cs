using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Gongkai.Data.Attachments;

namespace Gongkai.Data.Tests.Attachments;

/// <summary>用一个只会存、取、问的对象存储，看客户端说的话对不对。</summary>
public sealed class S3AttachmentStoreTests
{
    private static readonly byte[] Content = "附件的内容"u8.ToArray();

    [Fact]
    public async Task What_was_put_is_read_back_and_put_only_once()
    {
        await using var bucket = new FakeBucket();
        using var store = bucket.Store();
        var hash = AttachmentHash.Of(Content);

        await store.Put(hash, Content, default);
        await store.Put(hash, Content, default);

        await using var stream = await store.Open(hash, default);
        using var read = new MemoryStream();
        await stream!.CopyToAsync(read);
        read.ToArray().ShouldBe(Content);
        bucket.Puts.ShouldBe([$"/gongkai/files/{hash[..2]}/{hash}"]);
    }

    [Fact]
    public async Task What_is_not_there_is_nothing()
    {
        await using var bucket = new FakeBucket();
        using var store = bucket.Store();

        (await store.Open(AttachmentHash.Of(Content), default)).ShouldBeNull();
    }

    [Fact]
    public void The_secret_is_not_in_what_is_logged() =>
        new S3Settings("https://oss.example.cn", "gongkai", "id", "秘密").ToString().ShouldNotContain("秘密");

    private sealed class FakeBucket : IAsyncDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentDictionary<string, byte[]> _objects = new();
        private readonly string _address = $"http://127.0.0.1:{FreePort()}/";
        private readonly Task _serving;

        public FakeBucket()
        {
            _listener.Prefixes.Add(_address);
            _listener.Start();
            _serving = Serve();
        }

        public ConcurrentQueue<string> Puts { get; } = new();

        public S3AttachmentStore Store() => new(new S3Settings(_address.TrimEnd('/'), "gongkai", "id", "secret", Prefix: "files/"));

        public async ValueTask DisposeAsync()
        {
            _listener.Close();
            await _serving;
        }

        private async Task Serve()
        {
            try
            {
                while (true) await Answer(await _listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                // 关了就不再答。
            }
        }

        private async Task Answer(HttpListenerContext context)
        {
            var (request, response) = (context.Request, context.Response);
            var path = request.Url!.AbsolutePath;
            if (request.Headers["Authorization"] is not { } signature || !signature.StartsWith("AWS4-HMAC-SHA256", StringComparison.Ordinal)) response.StatusCode = 403;
            else if (request.HttpMethod == "PUT")
            {
                using var content = new MemoryStream();
                await request.InputStream.CopyToAsync(content);
                _objects[path] = content.ToArray();
                Puts.Enqueue(path);
            }
            else if (!_objects.TryGetValue(path, out var stored)) response.StatusCode = 404;
            else
            {
                response.ContentLength64 = stored.Length;
                if (request.HttpMethod == "GET") await response.OutputStream.WriteAsync(stored);
            }

            response.Close();
        }

        private static int FreePort()
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
    }
}
