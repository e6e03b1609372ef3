using Gongkai.Organisations.Access;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Access;

/// <summary>授权策略：端点表里“谁可以用”一栏能写的名字。没有写策略的端点，谁也不能用。</summary>
internal static class AccessPolicies
{
    /// <summary>任何人，不必登录。</summary>
    public const string Everyone = "everyone";

    /// <summary>登录了的人，口令是自己定的。</summary>
    public const string SignedIn = "signed-in";

    /// <summary>登录了的人，连拿着一次性口令、还没有改的：只给改口令、退出用。</summary>
    public const string OwnAccount = "own-account";

    /// <summary>谁也不能用：没有登记在端点表里的。</summary>
    public const string Nobody = "nobody";

    public static IReadOnlyList<string> Names { get; } = [Everyone, SignedIn, OwnAccount, Nobody, .. Enum.GetValues<Permission>().Select(May), .. Enum.GetValues<TokenScope>().Select(Token)];

    /// <summary>有某项权限的人，不论对哪个单位。</summary>
    public static string May(Permission permission) => $"may-{permission}";

    /// <summary>凭令牌来的程序，令牌有某个范围；登录的会话不算。</summary>
    public static string Token(TokenScope scope) => $"token-{TokenScopeEntry.Of(scope).Code}";

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, MayHandler>().AddScoped<IAuthorizationHandler, OwnPasswordHandler>();
        var policies = services.AddAuthorizationBuilder()
            .AddPolicy(Everyone, policy => policy.RequireAssertion(_ => true))
            .AddPolicy(OwnAccount, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser().AddRequirements(new OwnPasswordRequirement()))
            .AddPolicy(Nobody, policy => policy.RequireAssertion(_ => false))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        foreach (var permission in Enum.GetValues<Permission>())
            policies.AddPolicy(May(permission), policy => policy.RequireAuthenticatedUser().AddRequirements(new OwnPasswordRequirement(), new MayRequirement(permission)));
        foreach (var scope in Enum.GetValues<TokenScope>())
            policies.AddPolicy(Token(scope), policy => policy.AddAuthenticationSchemes(TokenSignIn.SchemeName).RequireAuthenticatedUser().RequireClaim(TokenSignIn.ScopeClaim, TokenScopeEntry.Of(scope).Code));
        return services;
    }
}
