using Gongkai.Data;
using Gongkai.Services.AnnualReports;
using Gongkai.Services.AnnualReports.DataCentre;
using Gongkai.Services.Auditing;
using Gongkai.Services.Notices;
using Gongkai.Services.Organisations;
using Gongkai.Services.Publication;
using Gongkai.Services.Registers;
using Gongkai.Services.Requests;
using Gongkai.Services.Settings;
using Gongkai.Services.SigningIn;
using Gongkai.Web.Api;
using Gongkai.Web.Console.Drafting;
using Gongkai.Web.Portal.Requests;
using Gongkai.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.SigningIn;

/// <summary>把数据库和各项服务交给页面：一项服务一个登记，页面要哪个注入哪个。</summary>
internal static class SiteData
{
    public static IServiceCollection AddSiteData(this IServiceCollection services, Database database, TimeProvider clock, SiteSettings settings, ForeignSource? foreign)
    {
        var organisations = new OrganisationServices(database, clock);
        var signIn = new SignInServices(database, organisations, clock);
        // 由容器给出，就由容器随网站关。
        services.AddSingleton(_ => database);
        services.AddSingleton(organisations).AddSingleton(organisations.Trees).AddSingleton(organisations.Acts).AddSingleton(organisations.Current);
        services.AddSingleton(organisations.Units).AddSingleton(organisations.Offices).AddSingleton(organisations.People).AddSingleton(organisations.Delegations).AddSingleton(organisations.LocalRegions);
        services.AddSingleton(organisations.Directory).AddSingleton(new AuditReader(database));
        services.AddSingleton(signIn).AddSingleton(signIn.Desk).AddSingleton(signIn.Sessions).AddSingleton(signIn.Passwords).AddSingleton(signIn.Totp).AddSingleton(signIn.FirstRun).AddSingleton(signIn.Tokens);
        var publication = new PublicationServices(database, organisations, clock, settings.Mail);
        services.AddSingleton<ReportSource>(foreign is null ? new PublishedSource(database, organisations.Trees) : foreign);
        services.AddSingleton(new FormDesk(database, organisations.Trees, organisations.Acts));
        services.AddSingleton(publication).AddSingleton(new SettingsDesk(database, organisations.Trees, organisations.Acts, publication.Content));
        var (registers, requests) = (new RegisterServices(database, organisations, clock), new RequestServices(database, organisations, settings.Screening, settings.Mail));
        services.AddSingleton(registers).AddSingleton(requests).AddSingleton(new NoticeServices(database, organisations, clock, settings.Mail));
        var compiler = new ReportCompiler(database, registers.TableTwo, requests.Years, requests.Fees, publication.OpinionBoard);
        var drafts = new ReportDrafts(database, compiler, publication.Reports);
        services.AddSingleton(compiler).AddSingleton(drafts).AddSingleton(new GovernmentDraft(publication.Collection, compiler, drafts));
        services.AddScoped<SignedInPerson>().AddScoped<TokenCaller>().AddSingleton<PendingCookie>().AddSingleton<ReceiptCookie>().AddSingleton<TrackCookie>().AddSingleton<TrackGuard>().AddSingleton<DraftNotes>();

        services.AddDataProtection().SetApplicationName("gongkai");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new WebKeyRepository(signIn.WebKeys));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(SessionCookie.Configure)
            .AddScheme<AuthenticationSchemeOptions, TokenSignIn>(TokenSignIn.SchemeName, null);
        return services;
    }
}
