using System.Numerics;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>发布渠道的种类；可以同时是几种。</summary>
[Flags]
internal enum Channels
{
    None = 0,
    Website = 1,
    WeChat = 1 << 1,
    Weibo = 1 << 2,
    Douyin = 1 << 3,
    VideoAccount = 1 << 4,
    Kuaishou = 1 << 5,
    Toutiao = 1 << 6,
    Xiaohongshu = 1 << 7,
    App = 1 << 8,
    Gazette = 1 << 9,
    Press = 1 << 10,
    Broadcast = 1 << 11,
    Board = 1 << 12,
    Other = 1 << 13,

    /// <summary>笼统的“新媒体”：点名了具体平台时不另算一种。</summary>
    NewMedia = 1 << 14,
}

/// <summary>渠道的名称与种类。</summary>
internal static class ChannelNames
{
    // 先认专名：“微信视频号”是视频号，“公报”不是报纸。
    private static readonly (string Part, Channels Channel)[] Names =
    [
        ("视频号", Channels.VideoAccount), ("微信", Channels.WeChat), ("公众", Channels.WeChat), ("微博", Channels.Weibo), ("抖音", Channels.Douyin),
        ("快手", Channels.Kuaishou), ("头条", Channels.Toutiao), ("小红书", Channels.Xiaohongshu), ("客户端", Channels.App), ("APP", Channels.App),
        ("公报", Channels.Gazette), ("其他", Channels.Other), ("其它", Channels.Other), ("新媒体", Channels.NewMedia), ("新闻媒体", Channels.Press),
        ("报", Channels.Press), ("电视", Channels.Broadcast), ("广播", Channels.Broadcast), ("电台", Channels.Broadcast), ("专栏", Channels.Website), ("栏", Channels.Board),
    ];

    public static Channels Of(ReadOnlySpan<char> name)
    {
        foreach (var (part, channel) in Names)
            if (name.Contains(part, StringComparison.Ordinal)) return channel;
        return Channels.Website;
    }

    public static int Count(Channels channels) => BitOperations.PopCount((uint)channels);

    public static Channels Specific(Channels channels) =>
        (channels & ~Channels.NewMedia) is var named && named != Channels.None ? named : channels;
}
