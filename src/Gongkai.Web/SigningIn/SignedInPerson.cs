using Gongkai.Organisations.People;
using Gongkai.Services.Acting;
using Gongkai.Services.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.SigningIn;

/// <summary>登录着的人：页面、端点由它知道谁在用。一个请求取一次。</summary>
public sealed class SignedInPerson(IHttpContextAccessor accessor, CurrentPeople people)
{
    private Task<CurrentPerson?>? _person;

    /// <summary>他的会话；没有登录的为空。</summary>
    public LiveSession? Session => accessor.HttpContext?.Features.Get<LiveSession>();

    /// <summary>他的标识；只在登录了才打得开的页面里用。</summary>
    public PersonId Id => Session!.Person;

    /// <summary>当前人员；没有登录的为空。</summary>
    public Task<CurrentPerson?> Find() =>
        _person ??= Session is { } session ? people.Find(session.Person, accessor.HttpContext!.RequestAborted) : Task.FromResult<CurrentPerson?>(null);

    /// <summary>当前人员；只在登录了才打得开的页面里用。</summary>
    public async Task<CurrentPerson> Get() => (await Find())!;
}
