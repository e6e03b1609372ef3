using Gongkai.Organisations.Units;
using Gongkai.Services.Publication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Units;

/// <summary>一个单位专栏里的页面：由地址找到单位，没有的回答 404；各页面由它派生，只管取自己的内容。</summary>
public abstract class UnitPortalPage : ComponentBase
{
    /// <summary>地址里写的单位。</summary>
    [Parameter] public string Key { get; set; } = "";

    [CascadingParameter] private protected HttpContext Request { get; set; } = null!;

    [Inject] private protected PublicationServices Publication { get; set; } = null!;

    /// <summary>单位；没有的为空，页面什么也不画。</summary>
    private protected Unit? Owner { get; private set; }

    private protected UnitTree Tree { get; private set; } = null!;

    private protected string Name => Owner!.Latest.Name;

    private protected CancellationToken Cancel => Request.RequestAborted;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Tree = await Publication.Catalogue.Tree(Cancel);
        Owner = PortalAddress.FindUnit(Tree, Key);
        if (Owner is null || !await Load(Owner))
        {
            Owner = null;
            Request.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <summary>取内容；没有这一页的，答复假。</summary>
    protected abstract Task<bool> Load(Unit unit);
}
