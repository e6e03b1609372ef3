using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Access;

/// <summary>授权策略：端点表里“谁可以用”一栏能写的名字。没有写策略的端点，谁也不能用。</summary>
internal static class AccessPolicies
{
    /// <summary>任何人，不必登录。</summary>
    public const string Everyone = "everyone";

    /// <summary>登录了的人。</summary>
    public const string SignedIn = "signed-in";

    /// <summary>谁也不能用：没有登记在端点表里的。</summary>
    public const string Nobody = "nobody";

    public static IReadOnlyList<string> Names { get; } = [Everyone, SignedIn, Nobody];

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(Everyone, policy => policy.RequireAssertion(_ => true))
            .AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Nobody, policy => policy.RequireAssertion(_ => false))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        return services;
    }
}
