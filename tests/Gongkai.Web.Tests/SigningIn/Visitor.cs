using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Dom;

namespace Gongkai.Web.Tests.SigningIn;

/// <summary>一个访客：有自己的 cookie 和自己的来源地址，看页面、填表单，不跟随跳转。几个节点的，一次请求换一个，好比前面有均衡器。</summary>
public sealed class Visitor : IDisposable
{
    private static int _sources = 1;

    private readonly HttpClient _client;
    private int _turn;

    public Visitor(params Uri[] nodes)
    {
        Nodes = nodes;
        // 各占一个本机地址：频次是按来源算的。
        var number = Interlocked.Increment(ref _sources);
        var source = new IPAddress([127, 1, (byte)(number / 250), (byte)((number % 250) + 1)]);
        Cookies = new CookieContainer();
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = Cookies,
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(source, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
    }

    /// <summary>轮着去问的节点；停了的，从这里拿掉。</summary>
    public IReadOnlyList<Uri> Nodes { get; set; }

    public CookieContainer Cookies { get; }

    /// <summary>现在看着的页面。</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>现在的地址。</summary>
    public string Path { get; private set; } = "/";

    public async Task<Reply> Get(string path)
    {
        using var response = await _client.GetAsync(Next(path));
        return await Read(response, path);
    }

    /// <summary>取一个文件：种类与内容。</summary>
    public async Task<(string? Type, byte[] Content)> Download(string path)
    {
        using var response = await _client.GetAsync(Next(path));
        return (response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>原样的回答，看头用。</summary>
    public Task<HttpResponseMessage> Raw(string path) => _client.GetAsync(Next(path));

    /// <summary>交一段内容，原样的回答；脚本代人交的用它。</summary>
    public Task<HttpResponseMessage> SendRaw(string path, HttpContent content) => _client.PostAsync(Next(path), content);

    /// <summary>填好现在这一页上的一张表单，交出去。</summary>
    /// <param name="form">表单的名字。</param>
    /// <param name="fields">要填的；其余照页面上的。</param>
    public async Task<Reply> Submit(string form, params (string Name, string Value)[] fields)
    {
        var (address, values) = Fill(form, fields);
        return await Post(address, values);
    }

    /// <summary>填好一张带文件的表单，交出去。</summary>
    /// <param name="files">文件：表单里的名字、文件名、内容；文件名原样写进头里。</param>
    public async Task<Reply> SubmitFiles(string form, IReadOnlyList<(string Field, string FileName, byte[] Content)> files, params (string Name, string Value)[] fields)
    {
        var (address, values) = Fill(form, fields);
        using var content = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 };
        foreach (var (name, value) in values) content.Add(new StringContent(value), $"\"{name}\"");
        foreach (var (field, fileName, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; filename=\"{fileName}\"");
            content.Add(part);
        }

        using var response = await _client.PostAsync(Next(address), content);
        return await Read(response, address);
    }

    private (string Address, Dictionary<string, string> Values) Fill(string form, (string Name, string Value)[] fields)
    {
        var found = Page.Forms.SingleOrDefault(one => one.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form)
            ?? throw new InvalidOperationException($"{Path} 上没有表单 {form}。");
        var values = found.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>()
            .Where(input => input.Type is not ("checkbox" or "radio") || input.IsChecked)
            .GroupBy(input => input.Name!).ToDictionary(group => group.Key, group => group.Last().Value);
        foreach (var select in found.QuerySelectorAll("select[name]").OfType<IHtmlSelectElement>()) values[select.Name!] = select.Value ?? "";
        foreach (var area in found.QuerySelectorAll("textarea[name]").OfType<IHtmlTextAreaElement>()) values[area.Name!] = area.Value;
        foreach (var (name, value) in fields) values[name] = value;
        return (found.GetAttribute("action") is { Length: > 0 } action ? action : Path, values);
    }

    public async Task<Reply> Post(string path, IReadOnlyDictionary<string, string> values)
    {
        using var content = new FormUrlEncodedContent(values);
        using var response = await _client.PostAsync(Next(path), content);
        return await Read(response, path);
    }

    /// <summary>走到跳转所指的页面。</summary>
    public async Task<Reply> Follow(Reply reply)
    {
        while (reply.Location is { } location) reply = await Get(location);
        return reply;
    }

    /// <summary>登录，走到所到的页面。</summary>
    public async Task<Reply> SignIn(string loginName, string password, string? to = null)
    {
        await Get("/console/sign-in" + (to is null ? "" : "?to=" + Uri.EscapeDataString(to)));
        return await Submit("sign-in", ("Form.LoginName", loginName), ("Form.Password", password));
    }

    public void Dispose() => _client.Dispose();

    private Uri Next(string path) => new(Nodes[_turn++ % Nodes.Count], path);

    private async Task<Reply> Read(HttpResponseMessage response, string path)
    {
        var page = await RunningSite.Document(response);
        // 填错了的、别人先存了的，回来的页面上还是那张表单。
        if (response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict) (Page, Path) = (page, path);
        var location = response.Headers.Location;
        var where = location is null ? null : location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
        return new Reply(response.StatusCode, where, page);
    }
}

/// <summary>网站的一次回答。</summary>
public sealed record Reply(HttpStatusCode Status, string? Location, IHtmlDocument Page)
{
    /// <summary>正文的文字。</summary>
    public string Text => Page.QuerySelector("main")?.TextContent ?? "";
}
