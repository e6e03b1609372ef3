using Gongkai.Law;
using Microsoft.AspNetCore.Components;

namespace Gongkai.Web.Console.Organisations;

/// <summary>一组变动的表单共有的：办成了说一句、告诉所在的页面重取；没有办成的，留着拒绝的理由。</summary>
public abstract class ChangeForms : ComponentBase
{
    /// <summary>单位，现在的样子。</summary>
    [Parameter, EditorRequired] public Gongkai.Organisations.Units.Unit Unit { get; set; } = null!;

    /// <summary>办成了：所在的页面重取。</summary>
    [Parameter, EditorRequired] public EventCallback OnDone { get; set; }

    /// <summary>没有办成的理由。</summary>
    protected Refusal? Refused { get; set; }

    /// <summary>办成了的一句话。</summary>
    protected string? Done { get; private set; }

    /// <summary>显示结果。</summary>
    protected async Task Show<T>(Outcome<T> outcome, string done)
    {
        Refused = outcome.Refusal;
        if (!outcome.Succeeded) return;
        Done = done;
        await OnDone.InvokeAsync();
    }
}
