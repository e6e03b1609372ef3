using Gongkai.Organisations.Units;
using Gongkai.Publication.Channels;

namespace Gongkai.Web.Console.Channels;

/// <summary>渠道账号各页的地址。</summary>
internal static class ChannelAddress
{
    public const string List = "/console/channels";

    public static string Of(ChannelAccountId account) => $"{List}/{account}";

    public static string OfUnit(UnitId unit) => $"{List}?unit={unit}";
}
