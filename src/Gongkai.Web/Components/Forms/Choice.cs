namespace Gongkai.Web.Components.Forms;

/// <summary>一个选项：提交的值、给人看的名称、补充说明。</summary>
public sealed record Choice(string Value, string Caption, string? Explanation = null);
