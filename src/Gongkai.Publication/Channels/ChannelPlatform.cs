using System.Collections.Immutable;
using Gongkai.Law;

namespace Gongkai.Publication.Channels;

/// <summary>渠道：账号所在的平台，例如微信公众号、宣传栏、上级门户。内容在 <c>platforms.csv</c>，与“渠道发布”台账的渠道相同；加一种不加程序。</summary>
/// <param name="Caption">名称，也是存着的写法。</param>
/// <param name="Channel">属于条例第二十三条的哪个渠道；不归入哪一个的为空。</param>
/// <param name="Needs">平台自己的接口要什么凭据，本系统没有接通；没有这样的接口的为空。</param>
public sealed record ChannelPlatform(string Caption, Channel? Channel, string? Needs)
{
    /// <summary>全部，按显示的次序。</summary>
    public static ImmutableArray<ChannelPlatform> All { get; } =
    [
        .. DatedTable.Read("Channels/platforms.csv", typeof(ChannelPlatform).Assembly)
            .Select(row => new ChannelPlatform(row.Text("caption"), row.TextOrNone("channel") is { } channel ? Enum.Parse<Channel>(channel) : null, row.TextOrNone("needs"))),
    ];

    /// <summary>一种；没有的为空。</summary>
    public static ChannelPlatform? Find(string caption) => All.FirstOrDefault(platform => platform.Caption == caption);

    /// <summary>发布时选了这几个渠道的，发不发到这里。</summary>
    /// <param name="chosen">发布时所选的渠道。</param>
    public bool Takes(ImmutableArray<Channel> chosen) => Channel is not { } channel || chosen.Contains(channel);
}
