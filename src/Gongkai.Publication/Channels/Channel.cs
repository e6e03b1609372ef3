using System.Collections.Frozen;
using Gongkai.Law;

namespace Gongkai.Publication.Channels;

/// <summary>发布的渠道。条例第二十三条。</summary>
public enum Channel
{
    /// <summary>政府网站。</summary>
    Website,

    /// <summary>政府公报。</summary>
    Gazette,

    /// <summary>政务新媒体：其他互联网政务媒体。</summary>
    NewMedia,

    /// <summary>新闻发布会。</summary>
    PressConference,

    /// <summary>报刊。</summary>
    Newspaper,

    /// <summary>广播。</summary>
    Radio,

    /// <summary>电视。</summary>
    Television,
}

/// <summary>渠道的说法，内容在 <c>channels.csv</c>。</summary>
public static class ChannelCaptions
{
    private static readonly FrozenDictionary<Channel, string> Captions = DatedTable.Read("Channels/channels.csv", typeof(ChannelCaptions).Assembly)
        .ToFrozenDictionary(row => Enum.Parse<Channel>(row.Text("id")), row => row.Text("caption"));

    /// <summary>渠道的说法，例如“政府公报”。</summary>
    public static string Caption(this Channel channel) => Captions[channel];
}
