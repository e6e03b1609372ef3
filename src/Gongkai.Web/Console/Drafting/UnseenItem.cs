using Gongkai.Law;
using Gongkai.Organisations.Access;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Drafting;

/// <summary>看不到的一条回答什么状态：无权查看的 403，没有的 404。</summary>
internal static class UnseenItem
{
    public static int Status(Refusal refusal) => refusal is AccessRefusal ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound;
}
