using System.Text.RegularExpressions;
using Gongkai.Law;

namespace Gongkai.Publication.Columns;

/// <summary>栏目能不能设、改名、移动、停用、删除。专栏姓专：最上一级只有统一的四个栏目和依申请公开入口。</summary>
public static partial class ColumnDecisions
{
    private const int Deepest = 4;
    private const int LongestCaption = 30;

    private static readonly Citation Platform = new("《关于规范政府信息公开平台有关事项的通知》（国办公开办函〔2019〕61号）");

    /// <summary>设立栏目：只能设在“法定主动公开内容”之下。</summary>
    /// <param name="tree">栏目之树。</param>
    /// <param name="code">代码。</param>
    /// <param name="parent">上级栏目的代码。</param>
    /// <param name="caption">名称。</param>
    /// <param name="contents">收哪些；为空的收上级所收的全部。</param>
    public static Outcome<ColumnTree> Add(ColumnTree tree, string code, string parent, string caption, ColumnContents? contents = null)
    {
        if (!Code().IsMatch(code)) return new Refusal("栏目的代码用小写字母、数字、横线，以字母开头，2 至 32 个字。");
        if (tree.Find(code) is { } same) return new Refusal($"代码“{code}”已经是“{same.Caption}”的。");
        if (tree.Find(parent) is not { } above) return new Refusal("没有这个上级栏目。");
        if (above.Kind != ColumnKind.Statutory) return new Refusal($"“{above.Caption}”之下不另设栏目；只能设在“法定主动公开内容”之下。", Platform);
        if (tree.Path(parent).Length >= Deepest) return new Refusal($"栏目不超过 {Deepest} 级。");
        if (contents?.Category is { } category && !tree.FilterOf(above).Categories.Contains(category)) return new Refusal($"“{above.Caption}”不收这个法定公开分类，下级也收不到。");
        if (contents?.Subject is { } subject && Catalogue.Subject.Find(subject) is null) return new Refusal("没有这个主题分类。");
        return Named(tree, caption, parent, null) is { } fault ? fault
            : Changed(tree) with { Columns = tree.Columns.Add(new Column(code, parent, caption.Trim(), ColumnKind.Statutory, IsFixed: false, IsHidden: false) { Contents = contents }) };
    }

    /// <summary>改名。</summary>
    public static Outcome<ColumnTree> Rename(ColumnTree tree, string code, string caption)
    {
        var found = Changeable(tree, code);
        if (!found.Succeeded) return found.Refusal!;
        return Named(tree, caption, found.Value.Parent, code) is { } fault ? fault : Replace(tree, found.Value with { Caption = caption.Trim() });
    }

    /// <summary>移到另一个上级之下，排在最后。</summary>
    public static Outcome<ColumnTree> Move(ColumnTree tree, string code, string parent)
    {
        var found = Changeable(tree, code);
        if (!found.Succeeded) return found.Refusal!;
        if (tree.Find(parent) is not { Kind: ColumnKind.Statutory }) return new Refusal("只能移到“法定主动公开内容”之下。", Platform);
        if (tree.Path(parent).Any(above => above.Code == code)) return new Refusal("不能移到它自己或者它的下级之下。");
        if (tree.Path(parent).Length + Depth(tree, code) > Deepest) return new Refusal($"栏目不超过 {Deepest} 级。");
        return Named(tree, found.Value.Caption, parent, code) is { } fault ? fault
            : Changed(tree) with { Columns = tree.Columns.Remove(found.Value).Add(found.Value with { Parent = parent }) };
    }

    /// <summary>停用或者恢复：停用之后公众看不见，内容仍在。</summary>
    public static Outcome<ColumnTree> Hide(ColumnTree tree, string code, bool hidden)
    {
        var found = Changeable(tree, code);
        return found.Succeeded ? Replace(tree, found.Value with { IsHidden = hidden }) : found.Refusal!;
    }

    /// <summary>拟稿时指定的栏目：在本单位的栏目里，是“法定主动公开内容”之下的，没有停用；可以的为空。</summary>
    /// <param name="tree">栏目之树。</param>
    /// <param name="code">指定的栏目的代码。</param>
    /// <param name="before">从前指定的；没有改的，停用了也还可以留着。</param>
    public static Refusal? Designate(ColumnTree tree, string code, string? before) => tree.Find(code) switch
    {
        null => new Refusal("本单位没有指定的这个栏目，也许已经删除：请重新选一个，或者随法定公开分类。"),
        { Kind: not ColumnKind.Statutory } or { Parent: null } => new Refusal("只能指定“法定主动公开内容”之下的栏目。", Platform),
        var column => tree.IsShown(code) || code == before ? null : new Refusal($"“{column.Caption}”已经停用：请另选一个栏目，或者随法定公开分类。"),
    };

    /// <summary>删除：没有下级，也没有内容的。</summary>
    /// <param name="tree">栏目之树。</param>
    /// <param name="code">哪个栏目。</param>
    /// <param name="items">它有几条内容，连同未公开的。</param>
    public static Outcome<ColumnTree> Remove(ColumnTree tree, string code, int items)
    {
        var found = Changeable(tree, code);
        if (!found.Succeeded) return found.Refusal!;
        if (!tree.Children(code).IsEmpty) return new Refusal($"“{found.Value.Caption}”还有下级栏目。");
        return items > 0
            ? new Refusal($"“{found.Value.Caption}”还有 {items} 条内容：先移到别的栏目，或者停用它。")
            : Changed(tree) with { Columns = tree.Columns.Remove(found.Value) };
    }

    private static Outcome<Column> Changeable(ColumnTree tree, string code) => tree.Find(code) switch
    {
        null => new Refusal("没有这个栏目。"),
        { IsFixed: true } column => new Refusal($"“{column.Caption}”是统一设置的栏目，不得改名、移动、停用、删除。", Platform),
        var column => column,
    };

    private static Refusal? Named(ColumnTree tree, string caption, string? parent, string? self)
    {
        if (string.IsNullOrWhiteSpace(caption)) return new Refusal("栏目要有名称。");
        if (caption.Trim().Length > LongestCaption) return new Refusal($"栏目的名称不超过 {LongestCaption} 个字。");
        return tree.Children(parent).Any(column => column.Code != self && column.Caption == caption.Trim()) ? new Refusal($"这里已经有“{caption.Trim()}”。") : null;
    }

    private static int Depth(ColumnTree tree, string code) => 1 + tree.Children(code).Select(child => Depth(tree, child.Code)).DefaultIfEmpty(0).Max();

    private static ColumnTree Replace(ColumnTree tree, Column changed) =>
        Changed(tree) with { Columns = [.. tree.Columns.Select(column => column.Code == changed.Code ? changed : column)] };

    private static ColumnTree Changed(ColumnTree tree) => tree with { Version = tree.Version + 1 };

    [GeneratedRegex("^[a-z][a-z0-9-]{1,31}$", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
