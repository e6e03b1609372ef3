using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Services.AnnualReports;
using Gongkai.Services.Publication;
using Gongkai.Web.Access;
using Gongkai.Web.Api;
using Gongkai.Web.Assets;
using Gongkai.Web.Caching;
using Gongkai.Web.Console.Cases;
using Gongkai.Web.Console.Claims;
using Gongkai.Web.Console.Channels;
using Gongkai.Web.Console.Collecting;
using Gongkai.Web.Console.Drafting;
using Gongkai.Web.Console.Forms;
using Gongkai.Web.Console.Ledger;
using Gongkai.Web.Console.Matters;
using Gongkai.Web.Console.Opinions;
using Gongkai.Web.Console.Registers;
using Gongkai.Web.Console.Reports;
using Gongkai.Web.Display;
using Gongkai.Web.Errors;
using Gongkai.Web.Hosting;
using Gongkai.Web.Settings;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Web;

/// <summary>网站：读设置，登记服务，排好每个请求经过的各道，返回还没有开始监听的程序。</summary>
public static class Site
{
    /// <summary>打开数据库，建立网站。</summary>
    /// <returns>可以启动的程序；设置写错的、数据库打不开的，返回一句话。</returns>
    public static async Task<Outcome<WebApplication>> Create(SiteLaunch launch, CancellationToken cancel)
    {
        Directory.CreateDirectory(launch.DataFolder);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = launch.Demo ? "Demo" : "Production",
        });
        AddSettings(builder.Configuration, launch);
        var settings = SiteSettings.Read(builder.Configuration);
        if (settings.Refusal is { } refusal) return refusal;
        var opened = await OpenDatabase(builder.Configuration, launch, cancel);
        if (opened.Refusal is { } unopened) return unopened;
        // 管理员添的年报格式，读第一份报告之前。
        if (await FormDesk.Load(opened.Value, cancel) is { } faulty) return faulty;

        builder.WebHost.UseUrls(launch.Urls ?? SiteLaunch.DefaultUrls).ConfigureKestrel(RequestLimits.Configure).UseKestrelHttpsConfiguration();
        builder.Configuration["AllowedHosts"] = settings.Value.AllowedHosts;
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        // 密钥由服务封好再存，框架不知道，会说“没有加密”。
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // 启动不了（例如端口被占），由命令说一句话，不再印一遍调用栈；各巡检自己记自己的错。
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // 由 Windows 的服务管理器启动的，听它的启停；别处不起作用。
        builder.Services.AddWindowsService();
        AddServices(builder.Services, launch, settings.Value, opened.Value);

        var app = builder.Build();
        // 取用过一次，网站关的时候容器才会关它。
        _ = app.Services.GetRequiredService<Database>();
        var pages = app.Services.GetRequiredService<PublicPages>();
        // 先换身份，再清页面：新做的页面才是新的名称。
        var (identities, content) = (app.Services.GetRequiredService<SiteIdentities>(), app.Services.GetRequiredService<PublicationServices>().Content);
        await identities.Refresh(cancel);
        content.WhenChanged(identities.Refresh);
        content.WhenChanged(pages.ContentChanged);
        UsePipeline(app, launch, settings.Value);
        MapEndpoints(app);
        return app;
    }

    private static void AddSettings(ConfigurationManager configuration, SiteLaunch launch)
    {
        if (launch.Reports is not null) configuration.AddInMemoryCollection([new("Site:Name", SiteLaunch.ForeignName)]);
        configuration.AddJsonFile(Path.Combine(Path.GetFullPath(launch.DataFolder), "gongkai.json"), optional: true, reloadOnChange: false);
        configuration.AddEnvironmentVariables("GONGKAI_");
        if (launch.Overrides is { } overrides) configuration.AddInMemoryCollection(overrides);
    }

    private static async Task<Outcome<Database>> OpenDatabase(ConfigurationManager configuration, SiteLaunch launch, CancellationToken cancel)
    {
        var located = DataSettings.Read(Path.GetFullPath(launch.DataFolder), name => configuration[name]);
        return located.Refusal is { } refusal ? refusal : await DatabaseOpening.Open(located.Value, launch.Clock, cancel);
    }

    private static void AddServices(IServiceCollection services, SiteLaunch launch, SiteSettings settings, Database database)
    {
        services.AddSingleton(launch.Clock).AddSingleton(launch).AddSingleton(settings).AddSingleton<SiteIdentities>().AddScoped(provider => provider.GetRequiredService<SiteIdentities>().Current);
        services.AddSingleton(AssetFiles.Load(Path.Combine(AppContext.BaseDirectory, "wwwroot", "dist")));
        // 汉字原样写出，不写成实体：页面小一半，源代码也看得懂。
        services.Replace(ServiceDescriptor.Singleton(HtmlEncoder.Create(UnicodeRanges.All)));
        services.AddSiteData(database, launch.Clock, settings, launch.Reports).AddHostedService<PublicationRounds>().AddHostedService<UpkeepRounds>().AddHostedService<RescanRounds>().AddHostedService<OutboxRounds>().AddHostedService<DeadlineRounds>().AddHostedService<ReminderRounds>().AddHostedService<DataCentreLoading>();
        services.AddHttpContextAccessor().AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddRequestLimits().AddPublicPageCaching().AddAccess().AddApiDescription();
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRazorComponents();
    }

    private static void UsePipeline(WebApplication app, SiteLaunch launch, SiteSettings settings)
    {
        app.UseProxies(settings.Proxies);
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseHsts();
        app.UseHeadRequests();
        app.UseRouting();
        app.UseSurfaceGate(settings.Surfaces, launch);
        app.UseLengthLimit();
        app.UseRateLimiter();
        app.UsePublicPageCaching();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseFormTokens();
        app.UseFormGate();
        app.UseOwnerGate();
    }

    private static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRazorComponents<Components.App>().UnderAccessTable();
        endpoints.MapGet("/assets/{file}", (string file, HttpRequest request, AssetFiles files) => files.Serve(file, request)).UnderAccessTable();
        endpoints.MapPost("/display", (Delegate)DisplayEndpoint.Change).DisableAntiforgery().UnderAccessTable();
        endpoints.MapGet("/robots.txt", (SiteSettings settings, HttpRequest request) => Results.Text(Robots.Text(settings, request))).UnderAccessTable();
        endpoints.MapGet("/healthz", HealthAnswer.Write).UnderAccessTable();
        endpoints.MapGet("/console/ledger.xlsx", LedgerWorkbook.Send).UnderAccessTable();
        endpoints.MapGet("/console/matters.xlsx", MatterWorkbook.Send).UnderAccessTable();
        endpoints.MapGet("/console/aspects.xlsx", AspectWorkbook.Send).UnderAccessTable();
        endpoints.MapGet("/console/channels.xlsx", ChannelWorkbook.Send).UnderAccessTable();
        endpoints.MapGet("/console/cases/{id:guid}/files/{number:int}", CaseFileDownload.Send).UnderAccessTable();
        endpoints.MapGet("/console/cases/{id:guid}/files/{number:int}/pages/{page:int}.png", RedactionFiles.Page).UnderAccessTable();
        endpoints.MapGet("/console/cases/{id:guid}/files/{number:int}/released", RedactionFiles.Released).UnderAccessTable();
        endpoints.MapGet("/console/cases/{id:guid}/archive.zip", CaseArchiveDownload.Send).UnderAccessTable();
        endpoints.MapGet("/console/claims/{id:guid}/letter.docx", ClaimDownload.Letter).UnderAccessTable();
        endpoints.MapGet("/console/claims/{id:guid}/files/{number:int}", ClaimDownload.File).UnderAccessTable();
        endpoints.MapGet("/console/cases.xlsx", CaseWorkbook.Send).UnderAccessTable();
        endpoints.MapGet("/console/cases/{id:guid}/letters/{number:int}.docx", LetterFile.Send).UnderAccessTable();
        endpoints.MapGet("/console/reports/{Unit:guid}/{Year:int}/compiled.docx", CompiledFile.Send).UnderAccessTable();
        endpoints.MapGet("/console/reports/{Unit:guid}/{Year:int}/files/{number:int}", ReportPapers.SendFile).UnderAccessTable();
        endpoints.MapGet("/console/reports/{Unit:guid}/{Year:int}/letters/{number:int}.docx", ReportPapers.SendLetter).UnderAccessTable();
        endpoints.MapGet("/console/reports/{Unit:guid}/{Year:int}/scans/{number:int}", ReportPapers.SendScan).UnderAccessTable();
        endpoints.MapGet("/console/forms/{id}.json", FormDownload.Send).UnderAccessTable();
        endpoints.MapGet(CollectAddress.Sheet, CollectWorkbook.Send).UnderAccessTable();
        endpoints.MapGet(CollectAddress.TotalSheet, CollectWorkbook.SendTotal).UnderAccessTable();
        endpoints.MapGet("/console/opinions.xlsx", OpinionWorkbooks.Register).UnderAccessTable();
        endpoints.MapGet("/console/opinions/{id:guid}/comments.xlsx", OpinionWorkbooks.Comments).UnderAccessTable();
        endpoints.MapGet("/console/registers/submissions/bulletin.{format}", BulletinLayout.Send).UnderAccessTable();
        endpoints.MapGet("/console/registers/releases/months.xlsx", ReleaseWorkbook.Send).UnderAccessTable();
        endpoints.MapGet("/console/registers/{form}.xlsx", BookWorkbook.Send).UnderAccessTable();
        endpoints.MapGet("/console/registers/{form}/{entry:guid}/evidence/{number:int}", BookEvidence.Send).UnderAccessTable();
        PublicEndpoints.Map(endpoints);
        endpoints.MapGet(PictureUpload.Address, PictureUpload.Send).UnderAccessTable();
        endpoints.MapPost(PictureUpload.Address, PictureUpload.Accept).WithMetadata(new RequestSizeLimitAttribute(RequestLimits.PictureBytes), new RequireAntiforgeryTokenAttribute()).UnderAccessTable();
        endpoints.MapGet("/console/items/{id:guid}/files/{attachment}/{name}", StaffDownload.Send).UnderAccessTable();
        endpoints.MapGet("/console/items/{id:guid}/copies/{attachment}/{name}", StaffDownload.SendCopy).UnderAccessTable();
    }
}
