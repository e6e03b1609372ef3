using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Identifiers;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Regions;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Review;

namespace Gongkai.Services.Demonstration;

/// <summary>演示城市的一个单位，内容在 <c>units.csv</c>。</summary>
/// <param name="Key">登录名的前缀，例如 jiaotong。</param>
/// <param name="Facts">单位的情况；上级到设立时才知道是谁。</param>
/// <param name="Superior">上级的前缀；最上面的为空。</param>
/// <param name="NumberCode">文号的机关代字。</param>
/// <param name="Subject">常用的主题分类。</param>
/// <param name="Plan">审查的程序。</param>
/// <param name="Licence">许可的事项；不办许可的为空。</param>
/// <param name="Topics">常办的事项。</param>
public sealed record DemoUnit(string Key, UnitFacts Facts, string? Superior, string NumberCode, string Subject, ReviewPlan Plan, string? Licence, ImmutableArray<string> Topics)
{
    /// <summary>所在的地方，例如“临湖县”。</summary>
    public string Place => Facts.Kind == UnitKind.Government ? Facts.Name.Replace("人民政府", "", StringComparison.Ordinal) : "云泽市";

    /// <summary>各单位都自这一天起就有。</summary>
    public static readonly DateOnly Start = new(2019, 1, 1);

    /// <summary>各单位，上级在前；第一个是市政府。</summary>
    public static ImmutableArray<DemoUnit> All { get; } = [.. DatedTable.Read("Demonstration/units.csv", typeof(DemoUnit).Assembly).Select(Of)];

    /// <summary>国家没有编的区划代码，登记为本地的。</summary>
    public static ImmutableArray<LocalRegion> Regions { get; } =
    [
        new("999900", "云泽市", RegionLevel.City, "虚构的城市"), new("999921", "云泽市苇溪县", RegionLevel.County, "虚构的县"),
        new("999922", "云泽市临湖县", RegionLevel.County, "虚构的县"), new("999923", "云泽市望山县", RegionLevel.County, "虚构的县"),
    ];

    /// <summary>主管部门：市政府办公室。</summary>
    public static DemoUnit Authority => All.Single(unit => unit.Key == "zhengban");

    private static DemoUnit Of(DatedTable.Row row)
    {
        var level = Enum.Parse<UnitLevel>(row.Text("level"));
        var region = row.Text("region");
        var facts = new UnitFacts
        {
            Name = row.Text("name"), ShortName = row.Text("short"), Level = level, Kind = Enum.Parse<UnitKind>(row.Text("kind")), RegionCode = region,
            CreditCode = CreditCode.Complete($"11{region}{row.Text("code")}"),
            Contact = new UnitContact("云泽大道1号（虚构）", "工作日 9:00—12:00，13:30—17:30", "0000-0000000", "无", "无（演示）"),
        };
        return new DemoUnit(row.Text("key"), facts, row.TextOrNone("superior"), row.Text("number"), row.Text("subject"), Enum.Parse<ReviewPlan>(row.Text("plan")), row.TextOrNone("licence"), [.. row.Text("topics").Split('|')]);
    }
}

/// <summary>各单位都有的一种人，内容在 <c>people.csv</c>。</summary>
/// <param name="Role">角色。</param>
/// <param name="Suffix">登录名的后缀。</param>
/// <param name="Count">几个；第二个起后缀添数字。</param>
/// <param name="Only">只有这个单位有；为空各单位都有。</param>
public sealed record DemoRole(Role Role, string Suffix, int Count, string? Only)
{
    /// <summary>全部。</summary>
    public static ImmutableArray<DemoRole> All { get; } =
    [
        .. DatedTable.Read("Demonstration/people.csv", typeof(DemoRole).Assembly)
            .Select(row => new DemoRole(Enum.Parse<Role>(row.Text("role")), row.Text("suffix"), row.Number("count"), row.TextOrNone("only"))),
    ];

    /// <summary>某单位里这种人的登录名。</summary>
    public IEnumerable<string> LoginNames(DemoUnit unit) =>
        Only is not null && Only != unit.Key ? [] : Enumerable.Range(1, Count).Select(number => $"{unit.Key}-{Suffix}{(number == 1 ? "" : $"{number}")}");
}
