using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication;
using Gongkai.Services.Registers;
using Gongkai.Web.Components.Forms;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Registers;

/// <summary>台账的各页共用的：谁在看，看哪个单位、哪一年，办成没有。</summary>
public abstract class BookPage : ComponentBase
{
    // 早于条例施行的年度不会有台账。
    private const int FirstYear = 2008;

    /// <summary>挑的单位，<c>?unit=</c>。</summary>
    [SupplyParameterFromQuery(Name = "unit")] public Guid? Picked { get; set; }

    /// <summary>挑的年度，<c>?year=</c>。</summary>
    [SupplyParameterFromQuery(Name = "year")] public int? PickedYear { get; set; }

    /// <summary>办成了什么，<c>?done=</c>。</summary>
    [SupplyParameterFromQuery(Name = "done")] public string? Done { get; set; }

    [CascadingParameter] private protected HttpContext Context { get; set; } = null!;

    [Inject] private protected SignedInPerson Who { get; set; } = null!;

    [Inject] private protected RegisterServices Registers { get; set; } = null!;

    [Inject] private protected PublicationServices Publication { get; set; } = null!;

    [Inject] private protected NavigationManager Navigation { get; set; } = null!;

    private protected CurrentPerson Person { get; private set; } = null!;

    private protected CancellationToken Cancel => Context.RequestAborted;

    /// <summary>看哪个单位；没有可看的为空。</summary>
    private protected UnitId? Own { get; private set; }

    private protected int Year { get; private set; }

    /// <summary>可以看的单位，挑选用。</summary>
    private protected IReadOnlyList<Choice> Units => [.. Person.UnitsWith(Permission.ReadLedger).Select(unit => new Choice(unit.ToString(), Person.Units.NameOf(unit)!))];

    private protected string UnitName => Own is { } unit ? Person.Tree.Find(unit)?.Latest.Name ?? "" : "";

    private protected bool IsPost => HttpMethods.IsPost(Context.Request.Method);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Context.Response.Headers.CacheControl = "no-store";
        Person = await Who.Get();
        var readable = Person.UnitsWith(Permission.ReadLedger);
        Own = Picked is { } picked ? new UnitId(picked) : Person.OwnUnits.Where(readable.Contains).Concat(readable).Cast<UnitId?>().FirstOrDefault();
        Year = PickedYear is { } year && year >= FirstYear && year <= Person.Today.Year ? year : Person.Today.Year;
        await Load();
    }

    /// <summary>取内容。</summary>
    protected abstract Task Load();

    /// <summary>说不成：填错了的 422，没有权限的 403。</summary>
    private protected Refusal? Failed(Refusal? refusal)
    {
        if (refusal is RegisterRefusal) Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return refusal;
    }
}
