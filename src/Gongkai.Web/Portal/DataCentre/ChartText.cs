using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Gongkai.Web.Portal.DataCentre;

/// <summary>图里的字：SVG 的 <c>text</c>。Razor 里 <c>text</c> 另有用处，写不出带属性的，所以写成组件。</summary>
public sealed class ChartText : ComponentBase
{
    /// <summary>横的位置。</summary>
    [Parameter, EditorRequired] public string X { get; set; } = "";

    /// <summary>竖的位置。</summary>
    [Parameter, EditorRequired] public string Y { get; set; } = "";

    /// <summary>往下挪多少。</summary>
    [Parameter] public string? Dy { get; set; }

    /// <summary>对齐：start、middle、end。</summary>
    [Parameter] public string Anchor { get; set; } = "start";

    /// <summary>字。</summary>
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", "chart-label");
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", Y);
        builder.AddAttribute(4, "dy", Dy);
        builder.AddAttribute(5, "text-anchor", Anchor);
        builder.AddContent(6, Text);
        builder.CloseElement();
    }
}
