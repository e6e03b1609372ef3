using System.Globalization;
using Gongkai.Law;
using Gongkai.Publication.Opinions;
using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Opinions;
using Gongkai.Web.Portal;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Api;

/// <summary>意见征集的接口：各次的登记、走到哪一步、公布了的采纳情况；各条意见一律没有。</summary>
internal static class OpinionEndpoints
{
    private const string ListAddress = "/api/v1/opinions";

    private const int PageSize = 20;

    /// <summary><c>/api/v1/opinions</c>：一页，开始晚的在前；可以按走到哪一步挑。</summary>
    public static async Task<IResult> List(PublicationServices publication, TimeProvider clock, HttpContext context)
    {
        var (query, today) = (context.Request.Query, LegalTime.Today(clock));
        OpinionStep? step = (string?)query["step"] is { } name ? Enum.GetValues<OpinionStep>().Where(one => ApiAnswers.Name(one) == name).Cast<OpinionStep?>().FirstOrDefault() : null;
        var page = 1;
        if ((query.ContainsKey("step") && step is null) || (query.ContainsKey("page") && !(int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out page) && page >= 1)))
            return ApiAnswers.Problem(context, StatusCodes.Status400BadRequest, "条件不对", "step 是 announced、open、closed、answered、adopted、stopped 之一，page 从 1 起。");
        var rounds = (await publication.PublicOpinions.Current(context.RequestAborted)).Rounds.Where(round => step is null || round.StepOn(today) == step).ToList();
        var next = (long)page * PageSize < rounds.Count ? $"{ListAddress}?{(step is { } asked ? $"step={ApiAnswers.Name(asked)}&" : "")}page={page + 1}" : null;
        return ApiAnswers.Json(new OpinionListDocument(rounds.Count, page, PageSize, next, [.. rounds.Skip((int)Math.Min(int.MaxValue, (page - 1L) * PageSize)).Take(PageSize).Select(round => OpinionDocument.Of(round, today, context.Request))]));
    }

    /// <summary><c>/api/v1/opinions/{shortId}</c>：一次。</summary>
    public static async Task<IResult> One(string shortId, PublicationServices publication, TimeProvider clock, HttpContext context) =>
        (await publication.PublicOpinions.Current(context.RequestAborted)).Find(shortId) is { } round ? ApiAnswers.Json(OpinionDocument.Of(round, LegalTime.Today(clock), context.Request)) : Results.NotFound();
}

/// <summary>接口给的意见征集的一页。</summary>
/// <param name="Next">下一页的地址；最后一页为空。</param>
internal sealed record OpinionListDocument(int Count, int Page, int PageSize, string? Next, IReadOnlyList<OpinionDocument> Opinions);

/// <summary>接口给的一次意见征集。</summary>
/// <param name="Feedback">公布了的采纳情况；还没有公布的为空。</param>
internal sealed record OpinionDocument(
    string Id, string Url, string Title, string Kind, string Step, UnitReference Unit, string Basis, DateOnly FirstDay, DateOnly LastDay, string? CommentUrl, string NoticeUrl, string? ResultUrl, string? AdoptedUrl,
    string? StopReason, FeedbackDocument? Feedback)
{
    public static OpinionDocument Of(PublicRound round, DateOnly today, HttpRequest request)
    {
        var (facts, step) = (round.Round.Facts, round.StepOn(today));
        return new OpinionDocument(
            round.ShortId, PortalAddress.Absolute(request, PortalAddress.OfOpinion(round.ShortId)), facts.Title, facts.Kind.Caption(), ApiAnswers.Name(step),
            UnitReference.Of(round.Round.Unit, round.UnitName, request), facts.Basis, facts.FirstDay, round.Round.LastDay,
            step == OpinionStep.Open ? PortalAddress.Absolute(request, PortalAddress.OfComment(round.ShortId)) : null,
            AddressOf(round.Notice, request)!, AddressOf(round.Result, request), AddressOf(round.Adopted, request), round.Round.Stop?.Reason, round.Feedback is { } feedback ? FeedbackDocument.Of(feedback) : null);
    }

    private static string? AddressOf(PublicRoundItem? item, HttpRequest request) => item is null ? null : PortalAddress.Absolute(request, PortalAddress.OfItem(item.ShortId));
}

/// <summary>接口给的采纳情况。</summary>
internal sealed record FeedbackDocument(int Received, int Adopted, int PartlyAdopted, int NotAdopted, IReadOnlyList<FeedbackGroupDocument> Groups)
{
    public static FeedbackDocument Of(OpinionFeedback feedback) => new(
        feedback.Received, feedback.Counts.Adopted, feedback.Counts.Partly, feedback.Counts.NotAdopted,
        [.. feedback.Groups.Select(group => new FeedbackGroupDocument(group.Summary, group.Count, ApiAnswers.Name(group.Outcome), group.Reason))]);
}

/// <summary>接口给的一组意见。</summary>
internal sealed record FeedbackGroupDocument(string Summary, int Count, string Outcome, string? Reason);
