using System.Text;
using Gongkai.AnnualReports.Forms;
using Gongkai.Services.AnnualReports;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Forms;

/// <summary>格式文件下载：抄一份来改。</summary>
internal static class FormDownload
{
    public static async Task<IResult> Send(string id, FormDesk desk, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var added = (await desk.All(context.RequestAborted)).FirstOrDefault(one => one.Form.Id.Value == id)?.Text;
        return (added is null ? FormCatalogue.FileOf(new FormId(id)) : Encoding.UTF8.GetBytes(added)) is { } content ? Results.File(content, "application/json", $"{id}.json") : Results.NotFound();
    }
}
