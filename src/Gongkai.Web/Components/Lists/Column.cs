using Microsoft.AspNetCore.Components;

namespace Gongkai.Web.Components.Lists;

/// <summary>数据表的一列：只登记，由数据表来画。</summary>
public sealed class Column<TItem> : ComponentBase
{
    [CascadingParameter] private DataTable<TItem> Table { get; set; } = null!;

    /// <summary>列名。</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>格子的内容。</summary>
    [Parameter, EditorRequired] public RenderFragment<TItem> ChildContent { get; set; } = null!;

    /// <summary>这一列是行的名字，读屏念格子时先念它。一张表一列。</summary>
    [Parameter] public bool RowHeader { get; set; }

    /// <summary>数字：等宽、右对齐。</summary>
    [Parameter] public bool Number { get; set; }

    /// <summary>日期、文号等短的：不折行。</summary>
    [Parameter] public bool NoWrap { get; set; }

    /// <summary>点列名去的地址：按这一列排序。</summary>
    [Parameter] public string? SortAddress { get; set; }

    /// <summary>现在是否按这一列排：升、降，或没有。</summary>
    [Parameter] public SortOrder? Sorted { get; set; }

    /// <summary>这一行的这一格没有什么可说的：窄屏上一行变一段，就不占一行。</summary>
    [Parameter] public Func<TItem, bool>? Blank { get; set; }

    internal string? StyleOf(TItem item) => Blank?.Invoke(item) != true ? Style : Style is null ? "blank" : Style + " blank";

    internal string? Style => Number ? "number" : NoWrap ? "nowrap" : null;

    internal string? SortWord => Sorted switch { SortOrder.Ascending => "ascending", SortOrder.Descending => "descending", _ => null };

    internal string SortArrow => Sorted switch { SortOrder.Ascending => " ↑", SortOrder.Descending => " ↓", _ => "" };

    /// <inheritdoc />
    protected override void OnInitialized() => Table.Add(this);
}

/// <summary>排序的方向。</summary>
public enum SortOrder
{
    /// <summary>由小到大、由早到晚。</summary>
    Ascending,

    /// <summary>由大到小、由晚到早。</summary>
    Descending,
}
