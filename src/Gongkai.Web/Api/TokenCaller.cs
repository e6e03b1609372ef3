using Gongkai.Services.Acting;
using Gongkai.Services.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Api;

/// <summary>凭令牌来问的：哪个令牌，谁持有。权限照持有的人今天的算，单位只限令牌的那一个。</summary>
internal sealed class TokenCaller(IHttpContextAccessor accessor, CurrentPeople people)
{
    /// <summary>令牌；只在认令牌的端点里用。</summary>
    public LiveToken Token => accessor.HttpContext!.Features.Get<LiveToken>()!;

    /// <summary>持有的人。</summary>
    public async Task<CurrentPerson> Person() => (await people.Find(Token.Person, accessor.HttpContext!.RequestAborted))!;
}
