using Gongkai.AnnualReports.Indicators;
using Gongkai.Law;
using Gongkai.Services.AnnualReports.DataCentre;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.DataCentre;

/// <summary>数据中心的一页：取来数字，读网址里的条件；条件不对的 400，页面上写明是哪一项。</summary>
public abstract class DataPortalPage : ComponentBase
{
    [CascadingParameter] private protected HttpContext Request { get; set; } = null!;

    [Inject] private protected ReportSource Source { get; set; } = null!;

    private protected FigureStore Store { get; private set; } = FigureStore.Empty;

    /// <summary>条件不对的一句话；对的为空。</summary>
    private protected Refusal? Wrong { get; private set; }

    private protected IQueryCollection Query => Request.Request.Query;

    private protected CancellationToken Cancel => Request.RequestAborted;

    private protected bool IsForeign => Source.Warning is not null;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Store = await Source.Current(Cancel);
        var loaded = await Load();
        if (loaded is null) Request.Response.StatusCode = StatusCodes.Status404NotFound;
        if (loaded?.Refusal is not { } refusal) return;
        (Wrong, Request.Response.StatusCode) = (refusal, StatusCodes.Status400BadRequest);
        Request.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>取内容：条件不对的，答复拒绝；没有这一页的为空。</summary>
    private protected abstract Task<Outcome<bool>?> Load();
}
