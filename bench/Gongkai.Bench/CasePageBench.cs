using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Services.SigningIn;
using Gongkai.Testing.Organisations;
using Gongkai.Web;
using Gongkai.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Gongkai.Bench;

/// <summary>五十个经办各自登录着，同时看：清单、工作台、一件的案卷；对照按索引查一次库、写出同样多字节的一页，同样五十个连接，轮流量。</summary>
internal static class CasePageBench
{
    private const string Password = "四条腿的白桌子与那盏旧台灯";
    private const int Clerks = 50;
    private const double MostTimes = 6;
    private const double MostMilliseconds = 1_000;

    public static async Task Run(InventedCity city, InventedOffice office, bool quick)
    {
        var time = TimeSpan.FromSeconds(quick ? 2 : 6);
        // 与测试的城市开着同一个库，所以是同一个文件夹；PostgreSQL 的另给一个。
        var folder = city.Settings.Engine == Engine.Sqlite ? city.Settings.Folder : Directory.CreateTempSubdirectory("gongkai-bench-cases-").FullName;
        var settings = new Dictionary<string, string?> { ["Database:Postgres"] = city.Settings.Postgres is { } postgres ? $"{postgres};Application Name=bench" : null, ["Keys"] = city.Settings.KeyPath };
        await using var site = (await Site.Create(new SiteLaunch(folder, "http://127.0.0.1:0", Demo: false, city.Clock, settings), CancellationToken.None)).Value;
        await site.StartAsync();
        var address = new Uri(site.Urls.Single());
        var clerks = await SignedIn(city, office, address);
        var cases = await Cases(city.Database, office);
        var (list, one) = ($"/console/cases?unit={office.Unit}", (Func<int, string>)(turn => $"/console/cases/{cases[turn % cases.Count]}"));

        foreach (var (what, path) in ((string, Func<int, string>)[])[("清单第一页", _ => list), ("清单第九百页", _ => $"{list}&page=900"), ("工作台", _ => "/console"), ("一件的案卷", one)])
        {
            var body = await clerks[0].GetByteArrayAsync(new Uri(address, path(0)));
            await using var bare = Bare(city.Database, body);
            await bare.StartAsync();
            var plain = new Uri(bare.Urls.Single());
            List<double> bareRates = [], siteRates = [], medians = [], tails = [];
            await Ask(clerks, address, path, TimeSpan.FromSeconds(2));
            for (var round = 0; round < 3; round++)
            {
                bareRates.Add((await Ask(clerks, plain, turn => $"/{TrackCode(turn)}", time / 3)).Rate);
                var (rate, median, tail) = await Ask(clerks, address, path, time / 3);
                siteRates.Add(rate);
                medians.Add(median);
                tails.Add(tail);
            }

            var (slow, fast) = (Measurement.Median(siteRates), Measurement.Median(bareRates));
            Figure.AtMost($"{what}，{Clerks} 人同时看，一半慢过多少毫秒", Measurement.Median(medians), MostMilliseconds, $"p95 {Measurement.Median(tails):0} 毫秒，{slow:0} 页/秒；{body.Length / 1024} KB");
            Figure.AtMost($"{what}，对照按索引查一次库的一页（同样的字节、同样的人数）", fast / slow, MostTimes, $"{slow:0} 页/秒对 {fast:0} 页/秒");
            await bare.StopAsync();
        }

        foreach (var clerk in clerks) clerk.Dispose();
        await site.StopAsync();
        if (city.Settings.Engine == Engine.Postgres) Directory.Delete(folder, recursive: true);
    }

    private static string TrackCode(int turn) => $"BN0{turn * 37 % 2_000:000000000}";

    private static async Task<(double Rate, double Median, double Tail)> Ask(IReadOnlyList<HttpClient> clerks, Uri address, Func<int, string> path, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var taken = await Task.WhenAll(clerks.Select(async (clerk, number) =>
        {
            List<double> own = [];
            for (var turn = number; clock.Elapsed < time; turn += Clerks)
            {
                var one = Stopwatch.StartNew();
                await clerk.GetByteArrayAsync(new Uri(address, path(turn)));
                own.Add(one.Elapsed.TotalMilliseconds);
            }

            return own;
        }));
        var seconds = clock.Elapsed.TotalSeconds;
        List<double> all = [.. taken.SelectMany(own => own)];
        all.Sort();
        return (all.Count / seconds, all[all.Count / 2], all[all.Count * 95 / 100]);
    }

    private static async Task<List<Guid>> Cases(Database database, InventedOffice office)
    {
        await using var db = database.CreateContext();
        return await db.RequestCases.AsNoTracking().Where(row => row.Unit == office.Unit.Value).OrderBy(row => row.TrackCode).Take(2_000).Select(row => row.Id).ToListAsync();
    }

    private static async Task<List<HttpClient>> SignedIn(InventedCity city, InventedOffice office, Uri address)
    {
        var signIn = new SignInServices(city.Database, city.Services, city.Clock, new PasswordHashing(1_000));
        var clerks = new List<HttpClient>();
        for (var number = 1; number <= Clerks; number++)
        {
            var person = await city.Somebody(Role.Handler, office.Unit, $"jingban{number}");
            var oneTime = InventedCity.Done(await signIn.Passwords.Reset(city.Administrator, person, dropTotp: false, CancellationToken.None));
            var session = ((SignedIn)InventedCity.Done(await signIn.Desk.WithPassword($"jingban{number}", oneTime, SignInOrigin.Unknown, CancellationToken.None))).Session;
            InventedCity.Done(await signIn.Passwords.Change(person, session, oneTime, Password, CancellationToken.None));
            clerks.Add(Client(number));
            await SignIn(clerks[^1], address, $"jingban{number}");
        }

        return clerks;
    }

    private static async Task SignIn(HttpClient clerk, Uri address, string loginName)
    {
        var page = new HtmlParser().ParseDocument(await clerk.GetStringAsync(new Uri(address, "/console/sign-in")));
        var fields = page.Forms.Single(form => form.QuerySelector("input[name=_handler]") is not null).QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().Where(input => input.Type != "checkbox").GroupBy(input => input.Name!).ToDictionary(group => group.Key, group => group.Last().Value);
        (fields["Form.LoginName"], fields["Form.Password"]) = (loginName, Password);
        using var content = new FormUrlEncodedContent(fields);
        using var reply = await clerk.PostAsync(new Uri(address, "/console/sign-in"), content);
        if (!(await reply.Content.ReadAsStringAsync()).Contains("您好", StringComparison.Ordinal)) throw new InvalidOperationException($"{loginName} 没有登录成：{reply.StatusCode}");
    }

    // 各占一个本机地址：登录是按来源限频次的。
    private static HttpClient Client(int number) => new(new SocketsHttpHandler
    {
        CookieContainer = new CookieContainer(),
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(new IPAddress([127, 2, 1, (byte)number]), 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    private static WebApplication Bare(Database database, byte[] body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            var code = context.Request.Path.Value![1..];
            await using var db = database.CreateContext();
            context.Response.Headers["Case"] = (await db.RequestCases.AsNoTracking().Where(row => row.TrackCode == code).Select(row => row.Id).SingleAsync()).ToString();
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.Body.WriteAsync(body);
        });
        return app;
    }
}
