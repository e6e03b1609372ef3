using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Channels;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Api;

/// <summary>渠道账号的接口，凭令牌。</summary>
internal static class ChannelEndpoints
{
    /// <summary><c>GET /api/v1/desk/channels</c>：本单位的各账号。</summary>
    public static async Task<IResult> Desk(TokenCaller caller, PublicationServices publication, HttpContext context)
    {
        var person = await caller.Person();
        var lines = await publication.ChannelBoard.Of(person, [caller.Token.Unit], context.RequestAborted);
        if (lines.Refusal is { } refusal) return ApiAnswers.Refused(context, refusal);
        context.Response.Headers.CacheControl = "no-store";
        return ApiAnswers.Json(new ChannelListDocument(person.Units.NameOf(caller.Token.Unit) ?? "", [.. lines.Value.Select(ChannelAccountDocument.Of)]));
    }
}

/// <summary>接口给的一个单位的渠道账号。</summary>
internal sealed record ChannelListDocument(string Unit, IReadOnlyList<ChannelAccountDocument> Accounts);

/// <summary>一个账号；推送的网址、文件夹、密钥不给。</summary>
/// <param name="Platform">渠道。</param>
/// <param name="Operator">运维单位；自己运营的为空。</param>
/// <param name="Standing">active 正常，suspended 停更待关停，closed 已关停。</param>
/// <param name="Adapter">fileDrop 文件投放，webhook 网址推送；由人发布的为空。</param>
/// <param name="LastDeliveredAt">最近一次自动送到的时刻；没有的为空。</param>
internal sealed record ChannelAccountDocument(
    Guid Id, string Platform, string Name, string? Filing, string? Operator, string Standing, DateOnly? OpenedOn, DateOnly? ClosedOn, string? Adapter, DateTimeOffset? LastDeliveredAt)
{
    public static ChannelAccountDocument Of(ChannelLine line)
    {
        var (account, facts) = (line.Account, line.Account.Facts);
        return new ChannelAccountDocument(
            account.Id.Value, facts.Platform, facts.Name, facts.Filing, facts.Operator, account.Closing is null ? ApiAnswers.Name(facts.Standing) : "closed", facts.OpenedOn, account.Closing?.On,
            account.Closing is null && account.Adapter is { } adapter ? ApiAnswers.Name(adapter.Kind) : null, line.LastDelivered);
    }
}
