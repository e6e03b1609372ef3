namespace Gongkai.Testing.Builders;

/// <summary>虚构的机关：岚川市及其县区、乡镇和部门，全国没有同名的县级以上行政区，也没有真人。</summary>
public static class InventedBodies
{
    public const string City = "岚川市";

    private static readonly string[] Counties = ["松川县", "枫川县", "景澜区", "临岚区"];
    private static readonly string[] Towns = ["宁泽镇", "青沅镇", "澜溪乡"];

    private static readonly string[] Departments =
    [
        "文化广电和旅游局", "教育局", "财政局", "司法局", "市场监督管理局", "交通运输局", "自然资源局", "水利局",
        "农业农村局", "卫生健康委员会", "应急管理局", "医疗保障局", "统计局", "城市管理局",
    ];

    /// <summary>市、县的部门，政府，乡镇，各有一些。</summary>
    public static IReadOnlyList<InventedBody> All { get; } =
    [
        new InventedBody($"{City}人民政府", "我市", InventedLevel.Government),
        .. Departments.Select(name => new InventedBody(City + name, "我局", InventedLevel.Department)),
        .. Counties.Select(county => new InventedBody($"{county}人民政府", county[^1] == '区' ? "我区" : "我县", InventedLevel.Government)),
        .. Counties.SelectMany(county => Departments.Select(name => new InventedBody(county + name, "我局", InventedLevel.Department))),
        .. Counties.SelectMany(county => Towns.Select(town => new InventedBody($"{county}{town}人民政府", town[^1] == '乡' ? "我乡" : "我镇", InventedLevel.Town))),
    ];
}

/// <summary>虚构的机关。</summary>
/// <param name="Name">全称。</param>
/// <param name="Self">自称：“我局”“我市”。</param>
public sealed record InventedBody(string Name, string Self, InventedLevel Level);

public enum InventedLevel
{
    Department,
    Government,
    Town,
}
