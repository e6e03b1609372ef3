using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;

namespace Gongkai.Publication.Columns;

/// <summary>栏目的种类：专栏的四个栏目，和依申请公开的入口。</summary>
public enum ColumnKind
{
    /// <summary>政府信息公开指南。</summary>
    Guide,

    /// <summary>政府信息公开制度。</summary>
    Systems,

    /// <summary>法定主动公开内容。</summary>
    Statutory,

    /// <summary>政府信息公开年报。</summary>
    AnnualReports,

    /// <summary>依申请公开的入口。</summary>
    Requests,
}

/// <summary>栏目。</summary>
/// <param name="Code">代码，小写字母、数字、横线，也用在网址里；一经设立不再改变。</param>
/// <param name="Parent">上级栏目的代码；最上一级为空。</param>
/// <param name="Caption">栏目的名称。</param>
/// <param name="Kind">种类。</param>
/// <param name="IsFixed">统一设置的栏目：不得改名、移动、停用、删除。</param>
/// <param name="IsHidden">停用：公众看不见，已有的内容仍在。</param>
public sealed record Column(string Code, string? Parent, string Caption, ColumnKind Kind, bool IsFixed, bool IsHidden)
{
    /// <summary>收哪些：比上级栏目窄的条件。标准栏目由法定公开分类自己归入，没有另外条件的也为空。</summary>
    public ColumnContents? Contents { get; init; }
}

/// <summary>自设的栏目收哪些：合乎这些条件的，公开之后自己出现在栏目里，不必一条条地放。为空的一项不限。</summary>
/// <param name="Category">法定公开分类的代码。</param>
/// <param name="Subject">主题分类的代码。</param>
/// <param name="Genre">体裁。</param>
public sealed record ColumnContents(string? Category, string? Subject, Genre? Genre);

/// <summary>一个栏目收的：几个法定公开分类之一，连同主题、体裁的条件。</summary>
/// <param name="Categories">法定公开分类，其中之一。</param>
/// <param name="Subject">主题分类；不限的为空。</param>
/// <param name="Genre">体裁；不限的为空。</param>
public sealed record ColumnFilter(ImmutableArray<string> Categories, string? Subject, Genre? Genre);

/// <summary>栏目之树：一个单位的政府信息公开专栏。次序就是显示的次序。</summary>
/// <param name="Unit">单位。</param>
/// <param name="Version">版本：每有一次变动加一，从 1 起。</param>
/// <param name="Columns">各栏目，按显示的次序。</param>
public sealed record ColumnTree(UnitId Unit, int Version, ImmutableArray<Column> Columns)
{
    /// <summary>标准的栏目，内容在 <c>columns.csv</c>。</summary>
    public static ColumnTree Standard(UnitId unit) => new(unit, 1,
    [
        .. DatedTable.Read("Columns/columns.csv", typeof(ColumnTree).Assembly).Select(row => new Column(
            row.Text("code"), row.TextOrNone("parent"), row.Text("caption"), Enum.Parse<ColumnKind>(row.Text("kind"), ignoreCase: true), row.Text("fixed") == "yes", false)),
    ]);

    /// <summary>按代码找；没有的为空。</summary>
    public Column? Find(string code) => Columns.FirstOrDefault(column => column.Code == code);

    /// <summary>下级栏目，按显示的次序；最上一级用空。</summary>
    public ImmutableArray<Column> Children(string? code) => [.. Columns.Where(column => column.Parent == code)];

    /// <summary>从最上一级到它的一路。</summary>
    public ImmutableArray<Column> Path(string code) =>
        Find(code) is not { } column ? [] : column.Parent is { } parent ? [.. Path(parent), column] : [column];

    /// <summary>一个法定公开分类的信息归入哪个栏目：标准栏目停用了的，归入“法定主动公开内容”。</summary>
    public Column ColumnFor(DisclosureCategory category) =>
        Find(category.Column) is { IsHidden: false } column ? column : Columns.First(column => column is { Kind: ColumnKind.Statutory, Parent: null });

    /// <summary>一个栏目收哪些：标准栏目各收自己的法定公开分类，“法定主动公开内容”全收；自设的在上级所收的里面，再按自己的条件收窄。</summary>
    public ColumnFilter FilterOf(Column column)
    {
        var standard = DisclosureCategory.All.Where(category => category.Column == column.Code).Select(category => category.Code).ToImmutableArray();
        if (!standard.IsEmpty) return new ColumnFilter(standard, null, null);
        if (column.Parent is null || Find(column.Parent) is not { } above) return new ColumnFilter([.. DisclosureCategory.All.Select(category => category.Code)], null, null);
        var wide = FilterOf(above);
        return column.Contents is not { } own ? wide
            : new ColumnFilter(own.Category is { } category ? [category] : wide.Categories, own.Subject ?? wide.Subject, own.Genre ?? wide.Genre);
    }

    /// <summary>一个栏目和它的各级下级的代码，停用的也在内。</summary>
    public ImmutableArray<string> Under(string code) => [code, .. Children(code).SelectMany(child => Under(child.Code))];

    /// <summary>公众看得见的下级栏目：停用的和它的下级都不在内。</summary>
    public ImmutableArray<Column> Shown(string? code) => [.. Children(code).Where(column => !column.IsHidden)];

    /// <summary>公众看得见：它自己和各级上级都没有停用。</summary>
    public bool IsShown(string code) => Path(code) is { IsEmpty: false } path && path.All(column => !column.IsHidden);

    /// <summary>没有内容的栏目：检查指标把空白栏目列为单项否决的一种情形。</summary>
    /// <param name="itemCounts">各栏目自己的条数，不含下级。</param>
    public ImmutableArray<Column> Blank(IReadOnlyDictionary<string, int> itemCounts) =>
        [.. Columns.Where(column => column is { Kind: ColumnKind.Statutory, IsHidden: false } && Children(column.Code).IsEmpty && itemCounts.GetValueOrDefault(column.Code) == 0)];
}
