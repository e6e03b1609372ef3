using System.Collections.Immutable;
using System.Net;
using Gongkai.Law;

namespace Gongkai.Publication.Channels;

/// <summary>推送到得了哪里：公网的地址都行，本机、内网和专用的地址不行，除非管理员在设置里准许。不然填个网址就能叫服务器去碰内网。</summary>
/// <param name="Allowed">准许的内网网段。</param>
public sealed record PushTargets(ImmutableArray<IPNetwork> Allowed)
{
    /// <summary>准许的网段这项设置的名称。</summary>
    public const string SettingName = "channels.inner-networks";

    private static readonly ImmutableArray<IPNetwork> Inner =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4", "::/128", "::1/128", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>一个也不准许。</summary>
    public static PushTargets PublicOnly { get; } = new([]);

    /// <summary>可以连这个地址。</summary>
    public bool Permits(IPAddress address)
    {
        // 写成 IPv6 的 IPv4 地址，照 IPv4 看。
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Allowed.Any(network => network.Contains(plain)) || !Inner.Any(network => network.Contains(plain));
    }

    /// <summary>读设置：地址或者网段，用顿号、逗号、空格隔开。</summary>
    public static Outcome<PushTargets> Parse(string text)
    {
        var networks = ImmutableArray.CreateBuilder<IPNetwork>();
        foreach (var word in text.Split(['、', '，', ',', ';', '；', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPNetwork.TryParse(word, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(word, out var address)) networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else return new Refusal($"“{word}”既不是地址也不是网段，写作 10.1.2.3 或者 10.1.2.0/24。");
        }

        return new PushTargets(networks.ToImmutable());
    }
}
