using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gongkai.Web.Hosting;

/// <summary><c>/healthz</c>：给负载均衡与监测看。好，200；不好，503 并列出哪一项。</summary>
internal static class HealthAnswer
{
    public static async Task<IResult> Write(HealthCheckService checks, HttpContext context)
    {
        var report = await checks.CheckHealthAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        var failing = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => entry.Key);
        return report.Status == HealthStatus.Healthy
            ? Results.Text("ok\n")
            : Results.Text($"unhealthy: {string.Join(", ", failing)}\n", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
