using System.Globalization;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;

namespace Gongkai.Web.Console.Registers;

/// <summary>台账各页的地址。</summary>
internal static class BookAddress
{
    public const string Shelf = "/console/registers";

    public const string TableTwo = "/console/registers/table-two";

    public const string Bulletin = "/console/registers/submissions/bulletin";

    public const string ReleaseMonths = "/console/registers/releases/months";

    public static string TableTwoOf(UnitId unit, int year) => string.Create(CultureInfo.InvariantCulture, $"{TableTwo}?unit={unit}&year={year}");

    public static string ShelfOf(UnitId unit, int year) => string.Create(CultureInfo.InvariantCulture, $"{Shelf}?unit={unit}&year={year}");

    public static string Of(string form, UnitId unit, int year, string suffix = "") => string.Create(CultureInfo.InvariantCulture, $"{Shelf}/{form}{suffix}?unit={unit}&year={year}");

    public static string Entry(RegisterEntry entry) => $"{Shelf}/{entry.Form}/{entry.Id}";

    public static string Evidence(RegisterEntry entry, int number) => string.Create(CultureInfo.InvariantCulture, $"{Entry(entry)}/evidence/{number}");
}
