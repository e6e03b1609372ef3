using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication;
using Gongkai.Web.Components.Forms;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Columns;

/// <summary>后台里一个单位的页面：单位写在地址里，没有写的是本单位；办成以后重取。</summary>
public abstract class UnitConsolePage : ComponentBase
{
    /// <summary>地址里写的单位；没有写的为空。</summary>
    [Parameter] public Guid? Unit { get; set; }

    /// <summary>挑的单位，<c>?unit=</c>。</summary>
    [SupplyParameterFromQuery(Name = "unit")] public Guid? Picked { get; set; }

    [CascadingParameter] private protected HttpContext Context { get; set; } = null!;

    [Inject] private protected SignedInPerson Who { get; set; } = null!;

    [Inject] private protected PublicationServices Publication { get; set; } = null!;

    private protected CurrentPerson Person { get; private set; } = null!;

    /// <summary>现在看的单位；没有可看的为空。</summary>
    private protected UnitId? Own { get; private set; }

    private protected string OwnName => Own is { } unit ? Person.Tree.Find(unit)?.Latest.Name ?? "" : "";

    private protected CancellationToken Cancel => Context.RequestAborted;

    /// <summary>可以看的单位，挑选用。</summary>
    private protected IReadOnlyList<Choice> Choices =>
        [.. Person.UnitsWith(Permission.ReadUnpublished).Select(unit => new Choice(unit.ToString(), Person.Units.NameOf(unit)!))];

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Person = await Who.Get();
        Own = (Unit ?? Picked) is { } chosen ? new UnitId(chosen) : Person.OwnUnits.Concat(Person.UnitsWith(Permission.ReadUnpublished)).Cast<UnitId?>().FirstOrDefault();
        await Load();
    }

    /// <summary>取内容；办成一件事以后再叫一次。</summary>
    protected abstract Task Load();

    /// <summary>空白当作没有填。</summary>
    private protected static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
