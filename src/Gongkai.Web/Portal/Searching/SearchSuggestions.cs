using Gongkai.Services.Publication;
using Gongkai.Web.Api;
using Gongkai.Web.Portal.Browsing;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Searching;

/// <summary><c>/search/suggestions</c>：边输入边提示的题目，一串字符串。只从检索得到的里面来，没有公开的不会在内。</summary>
internal static class SearchSuggestions
{
    public static async Task<IResult> Of(PublicationServices publication, HttpContext context)
    {
        var text = context.Request.Query["q"].ToString().Trim();
        return ApiAnswers.Json(await publication.Search.Titles(text.Length > PublicQuery.LongestText ? text[..PublicQuery.LongestText] : text, context.RequestAborted));
    }
}
