using Gongkai.Organisations.Access;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Authorization;

namespace Gongkai.Web.Access;

/// <summary>要有某项权限，不论对哪个单位；真要办的时候，服务对所办的单位再查一遍。</summary>
internal sealed record MayRequirement(Permission Permission) : IAuthorizationRequirement;

/// <summary>口令是自己定的：拿着一次性口令的，先改口令。</summary>
internal sealed record OwnPasswordRequirement : IAuthorizationRequirement;

internal sealed class MayHandler(SignedInPerson who) : AuthorizationHandler<MayRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, MayRequirement requirement)
    {
        if (await who.Find() is { } person && person.MaySomewhere(requirement.Permission)) context.Succeed(requirement);
    }
}

internal sealed class OwnPasswordHandler(SignedInPerson who) : AuthorizationHandler<OwnPasswordRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OwnPasswordRequirement requirement)
    {
        if (who.Session is { MustChangePassword: false }) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
