namespace Gongkai.Web.Console.Holidays;

/// <summary>节假日通知各页的地址。</summary>
internal static class HolidayAddress
{
    public const string List = "/console/holidays";

    public static string Of(Guid notice) => $"{List}/{notice}";

    public static string PageOf(Guid notice, int page) => $"{Of(notice)}?page={page}#moves";
}
