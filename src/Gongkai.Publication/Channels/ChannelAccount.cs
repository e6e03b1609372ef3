using Gongkai.Organisations.Units;

namespace Gongkai.Publication.Channels;

/// <summary>渠道账号的标识。</summary>
public readonly record struct ChannelAccountId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>渠道账号：一个单位在一种渠道上的一个账号（宣传栏、公报等没有账号的，写它的名称）。接了自动发布的，信息一公开就发过去。</summary>
/// <param name="Id">标识。</param>
/// <param name="Version">并发的版本，从 1 起。</param>
/// <param name="Unit">主办单位。</param>
/// <param name="Facts">登记的各项。</param>
/// <param name="Adapter">怎样自动发布；由人发布的为空。</param>
/// <param name="Closing">关停；没有关停的为空。</param>
public sealed record ChannelAccount(ChannelAccountId Id, int Version, UnitId Unit, ChannelAccountFacts Facts, ChannelAdapter? Adapter, AccountClosing? Closing)
{
    /// <summary>现在会自动发布：接了，正常运行，没有关停。</summary>
    public bool Delivers => Adapter is not null && Closing is null && Facts.Standing == AccountStanding.Active;
}

/// <summary>渠道账号登记的各项。</summary>
public sealed record ChannelAccountFacts
{
    /// <summary>渠道，<see cref="ChannelPlatform.Caption"/>。</summary>
    public required string Platform { get; init; }

    /// <summary>账号名称；同一单位、同一渠道之下不重复。</summary>
    public required string Name { get; init; }

    /// <summary>备案号；没有备案的为空。</summary>
    public string? Filing { get; init; }

    /// <summary>运维单位：受托运营的单位；自己运营的为空。</summary>
    public string? Operator { get; init; }

    /// <summary>状态。</summary>
    public AccountStanding Standing { get; init; } = AccountStanding.Active;

    /// <summary>开设的日期；不知道的为空。</summary>
    public DateOnly? OpenedOn { get; init; }
}

/// <summary>账号的状态；关停了的另记。</summary>
public enum AccountStanding
{
    /// <summary>正常。</summary>
    Active,

    /// <summary>停更待关停：不再发布。</summary>
    Suspended,
}

/// <summary>关停：不再发布，从前的留着看得见。</summary>
/// <param name="On">自哪一天起。</param>
/// <param name="Reason">缘由。</param>
public sealed record AccountClosing(DateOnly On, string Reason);

/// <summary>自动发布的办法。</summary>
public enum AdapterKind
{
    /// <summary>文件投放：写成文件，放进投放目录里的一个文件夹，由别的程序取走。</summary>
    FileDrop,

    /// <summary>网址推送：用 HTTPS 把内容交给一个网址，带签名。</summary>
    Webhook,
}

/// <summary>怎样自动发布。推送的密钥另外封存，不在这里。</summary>
/// <param name="Kind">哪种办法。</param>
/// <param name="Target">文件夹的名字，或者网址。</param>
public sealed record ChannelAdapter(AdapterKind Kind, string Target);

/// <summary>状态与办法的说法。</summary>
public static class ChannelAccountCaptions
{
    /// <summary>例如“停更待关停”。</summary>
    public static string Caption(this AccountStanding standing) => standing == AccountStanding.Active ? "正常" : "停更待关停";

    /// <summary>例如“文件投放”。</summary>
    public static string Caption(this AdapterKind kind) => kind == AdapterKind.FileDrop ? "文件投放" : "网址推送";
}
