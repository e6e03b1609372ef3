using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.SigningIn;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Settings;
using Microsoft.AspNetCore.Builder;

namespace Gongkai.Web.Tests.SigningIn;

/// <summary>虚构的城市的网站：人都有账号，口令相同。同一个库上可以开几个节点。</summary>
public class CitySite : IAsyncLifetime
{
    public const string Password = "四条腿的白桌子与那盏旧台灯";

    // 测试里散列算得少，登录才快；网站自己照平常的次数。
    private const int Iterations = 1_000;

    private readonly List<WebApplication> _nodes = [];
    private readonly List<string> _folders = [];

    public InventedCity City { get; private set; } = null!;

    public SignInServices SignIn { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _nodes[0].Services;

    protected virtual Engine Engine => Engine.Sqlite;

    /// <summary>另写的设置。</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    public virtual async Task InitializeAsync()
    {
        City = await InventedCity.Create(Engine);
        SignIn = new SignInServices(City.Database, City.Services, City.Clock, new PasswordHashing(Iterations));
        Address = await StartNode();
    }

    /// <summary>再开一个节点：有自己的数据文件夹，同一个库，同一个密钥文件。</summary>
    /// <param name="at">在哪个地址：停下的一个在原处再开；不写是随便一个空着的。</param>
    public async Task<Uri> StartNode(Uri? at = null)
    {
        var own = Engine == Engine.Sqlite ? City.Settings.Folder : Directory.CreateTempSubdirectory("gongkai-node-").FullName;
        if (own != City.Settings.Folder) _folders.Add(own);
        var settings = new Dictionary<string, string?>(Settings) { ["Database:Postgres"] = PostgresOf(_nodes.Count), ["Keys"] = City.Settings.KeyPath };
        var node = (await Site.Create(new SiteLaunch(own, at?.ToString() ?? "http://127.0.0.1:0", Demo: false, City.Clock, settings), CancellationToken.None)).Value;
        _nodes.Add(node);
        await node.StartAsync();
        return new Uri(node.Urls.Single());
    }

    /// <summary>一个节点的各项服务。</summary>
    public IServiceProvider ServicesOf(Uri node) => Node(node).Services;

    /// <summary>停下一个节点。</summary>
    public async Task Stop(Uri node)
    {
        var stopped = Node(node);
        _nodes.Remove(stopped);
        await Close(stopped);
    }

    /// <summary>一个访客，一次请求换一个节点；不写是第一个节点。</summary>
    public Visitor Visitor(params Uri[] nodes) => new(nodes is [] ? [Address] : nodes);

    /// <summary>登记一个人，有账号，口令是 <see cref="Password"/>；答复登录名。</summary>
    public async Task<(PersonId Person, string LoginName)> Somebody(Role role, UnitId? unit = null)
    {
        var loginName = $"{Guid.NewGuid():N}"[..10] + role.ToString().ToLowerInvariant();
        var person = await City.Somebody(role, unit ?? City.City, loginName);
        await GiveAccount(person, loginName);
        return (person, loginName);
    }

    /// <summary>一个登录着的人。</summary>
    public async Task<Visitor> SignedIn(Role role, UnitId? unit = null)
    {
        var (_, loginName) = await Somebody(role, unit);
        var visitor = Visitor();
        var reply = await visitor.Follow(await visitor.SignIn(loginName, Password));
        reply.Page.QuerySelector("h1")!.TextContent.ShouldContain("您好");
        return visitor;
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes) await Close(node);
        await City.DisposeAsync();
        foreach (var folder in _folders) Directory.Delete(folder, recursive: true);
    }

    private static async Task Close(WebApplication node)
    {
        await node.StopAsync();
        await node.DisposeAsync();
    }

    // 各个节点本是各自的进程，各有各的连接池：在一个进程里，连接字符串不同，池子才不同，停一个不清了另一个的。
    private string? PostgresOf(int node) => City.Settings.Postgres is { } postgres ? $"{postgres};Application Name=node-{node}" : null;

    private WebApplication Node(Uri address) => _nodes.Single(node => new Uri(node.Urls.Single()) == address);

    protected async Task GiveAccount(PersonId person, string loginName)
    {
        var oneTime = InventedCity.Done(await SignIn.Passwords.Reset(City.Administrator, person, dropTotp: false, CancellationToken.None));
        var signedIn = (SignedIn)InventedCity.Done(await SignIn.Desk.WithPassword(loginName, oneTime, SignInOrigin.Unknown, CancellationToken.None));
        InventedCity.Done(await SignIn.Passwords.Change(person, signedIn.Session, oneTime, Password, CancellationToken.None));
    }
}

/// <summary>在 PostgreSQL 上的。</summary>
public sealed class CitySiteOnPostgres : CitySite
{
    protected override Engine Engine => Engine.Postgres;
}
