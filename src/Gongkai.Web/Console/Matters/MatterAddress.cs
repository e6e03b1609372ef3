using System.Globalization;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Matters;

namespace Gongkai.Web.Console.Matters;

/// <summary>事项清单与五公开各页的地址。</summary>
internal static class MatterAddress
{
    public const string List = "/console/matters";

    public const string Aspects = "/console/aspects";

    public static string Of(MatterId matter) => $"{List}/{matter}";

    public static string OfUnit(UnitId unit) => $"{List}?unit={unit}";

    /// <summary>为这一项拟稿：单位、分类、事项都已经填上。</summary>
    public static string Draft(Matter matter) => $"{ConsoleAddress.NewItem}?matter={matter.Id}";

    public static string AspectsOf(int year, string suffix = "") => string.Create(CultureInfo.InvariantCulture, $"{Aspects}{suffix}?year={year}");
}
