using Gongkai.Organisations.Units;

namespace Gongkai.Web.Console.Letters;

/// <summary>改写文书的各页的地址。</summary>
internal static class LetterAddress
{
    public const string List = "/console/letters";

    public static string ListOf(UnitId unit) => $"{List}?unit={unit}";

    public static string Of(UnitId unit, string template) => $"{List}/{template}?unit={unit}";
}
