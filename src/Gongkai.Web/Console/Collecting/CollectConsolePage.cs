using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication;
using Gongkai.Web.Components.Forms;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Collecting;

/// <summary>收集年报的页面：主管部门写在地址里，没有写的是本单位；年度没有写的是上一年。</summary>
public abstract class CollectConsolePage : ComponentBase
{
    /// <summary>主管部门，<c>?unit=</c>。</summary>
    [SupplyParameterFromQuery(Name = "unit")] public Guid? Picked { get; set; }

    /// <summary>报告的年度，<c>?year=</c>。</summary>
    [SupplyParameterFromQuery(Name = "year")] public int? Asked { get; set; }

    [CascadingParameter] private protected HttpContext Context { get; set; } = null!;

    [Inject] private protected SignedInPerson Who { get; set; } = null!;

    [Inject] private protected PublicationServices Publication { get; set; } = null!;

    private protected CurrentPerson Person { get; private set; } = null!;

    private protected UnitId Authority { get; private set; }

    private protected int Year { get; private set; }

    private protected CancellationToken Cancel => Context.RequestAborted;

    /// <summary>可以挑的主管部门：任着“主管部门”的本单位。</summary>
    private protected IReadOnlyList<Choice> Choices => [.. Authorities.Select(unit => new Choice(unit.ToString(), Person.Units.NameOf(unit)!))];

    private IEnumerable<UnitId> Authorities => Person.Roles.Where(grounds => PermissionTable.ScopeOf(Permission.CollectReports, grounds.Role) is not null).Select(grounds => grounds.Unit).Distinct();

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Context.Response.Headers.CacheControl = "no-store";
        Person = await Who.Get();
        Authority = Picked is { } chosen ? new UnitId(chosen) : Authorities.FirstOrDefault();
        Year = Asked is { } year && year is >= 2008 and <= 2200 ? year : Person.Today.Year - 1;
        await Load();
    }

    /// <summary>取内容；办成一件事以后再叫一次。</summary>
    protected abstract Task Load();
}
