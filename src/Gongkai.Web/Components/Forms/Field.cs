using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Gongkai.Web.Components.Forms;

/// <summary>字段：名称、提示、是否必填、错误，以及与表单模型的绑定。各种输入框由它派生。</summary>
public abstract class Field<TValue> : InputBase<TValue>
{
    /// <summary>名称。</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>提示：怎样填，写在输入框上面。</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>必填；不必填的，名称后面注明“选填”。</summary>
    [Parameter] public bool Required { get; set; }

    /// <summary>页面里的 id，由字段在模型里的名字得来，错误汇总的链接也指着它。</summary>
    protected string Id => FieldAddress.Of(NameAttributeValue);

    /// <summary>这个字段的错误，模型校验的与服务器拒绝的都在内。</summary>
    protected IReadOnlyList<string> Errors => [.. EditContext.GetValidationMessages(FieldIdentifier)];

    /// <summary>输入框的样式。</summary>
    protected string ControlStyle(string kind) => Errors.Count > 0 ? $"{kind} invalid" : kind;

    /// <summary>读屏要接着念的：提示与错误的 id。</summary>
    protected string? DescribedBy
    {
        get
        {
            var parts = new List<string>();
            if (Hint is not null) parts.Add($"{Id}-hint");
            if (Errors.Count > 0) parts.Add($"{Id}-error");
            return parts.Count == 0 ? null : string.Join(' ', parts);
        }
    }

    /// <summary>有错时为 true，否则不写。</summary>
    protected string? Invalid => Errors.Count > 0 ? "true" : null;
}

/// <summary>字段名与页面里的 id 之间的对应。</summary>
internal static class FieldAddress
{
    public static string Of(string name) => "f-" + name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);
}
