namespace Gongkai.Web.Components.Lists;

/// <summary>分面的一个选项：名称、件数（不知道的为 <see langword="null"/>）、点了去哪里、是否已选。</summary>
public sealed record FacetOption(string Caption, int? Count, string Address, bool Chosen = false);
