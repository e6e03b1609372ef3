using System.Collections.Immutable;
using Gongkai.Law;

namespace Gongkai.Publication.Channels;

/// <summary>账号的一项。</summary>
public enum AccountField
{
    /// <summary>渠道。</summary>
    Platform,

    /// <summary>账号名称。</summary>
    Name,

    /// <summary>备案号。</summary>
    Filing,

    /// <summary>运维单位。</summary>
    Operator,

    /// <summary>状态。</summary>
    Standing,

    /// <summary>开设日期。</summary>
    OpenedOn,

    /// <summary>关停日期。</summary>
    ClosedOn,

    /// <summary>关停的缘由。</summary>
    Reason,

    /// <summary>自动发布的办法。</summary>
    Adapter,

    /// <summary>文件夹的名字，或者网址。</summary>
    Target,

    /// <summary>推送的密钥。</summary>
    Secret,
}

/// <summary>填得不对的一处。</summary>
public sealed record AccountFault(AccountField Field, string Reason);

/// <summary>填得不对，不予登记：各处不对一起说。</summary>
public sealed record AccountRefusal(ImmutableArray<AccountFault> Faults) : Refusal(string.Concat(Faults.Select(fault => fault.Reason)));

/// <summary>渠道账号的决定：填的能不能登记，能不能关停，自动发布设得对不对。</summary>
public static class AccountDecisions
{
    /// <summary>名称、备案号、运维单位至多几个字。</summary>
    public const int LongestName = 60;

    /// <summary>网址至多几个字。</summary>
    public const int LongestAddress = 500;

    /// <summary>缘由至多几个字。</summary>
    public const int LongestReason = 200;

    /// <summary>密钥至少几个字。</summary>
    public const int ShortestSecret = 24;

    /// <summary>密钥至多几个字。</summary>
    public const int LongestSecret = 200;

    // Windows 上这些名字是设备，不是文件夹。
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })];

    /// <summary>一项叫什么。</summary>
    public static string Caption(this AccountField field) => field switch
    {
        AccountField.Platform => "渠道",
        AccountField.Name => "账号名称",
        AccountField.Filing => "备案号",
        AccountField.Operator => "运维单位",
        AccountField.Standing => "状态",
        AccountField.OpenedOn => "开设日期",
        AccountField.ClosedOn => "关停日期",
        AccountField.Reason => "关停的缘由",
        AccountField.Adapter => "自动发布",
        AccountField.Target => "投放的文件夹或者推送的网址",
        _ => "签名的密钥",
    };

    /// <summary>填的对不对；对的，去掉前后的空白。</summary>
    public static Outcome<ChannelAccountFacts> Check(ChannelAccountFacts facts, DateOnly today)
    {
        var tidy = facts with { Platform = facts.Platform.Trim(), Name = facts.Name.Trim(), Filing = Given(facts.Filing), Operator = Given(facts.Operator) };
        List<AccountFault> faults = [];
        if (ChannelPlatform.Find(tidy.Platform) is null) faults.Add(new AccountFault(AccountField.Platform, "要选渠道。"));
        if (tidy.Name.Length == 0) faults.Add(new AccountFault(AccountField.Name, "“账号名称”没有填；没有账号的（例如宣传栏），写它的名称。"));
        foreach (var (field, text) in new[] { (AccountField.Name, tidy.Name), (AccountField.Filing, tidy.Filing), (AccountField.Operator, tidy.Operator) })
            if (text?.Length > LongestName) faults.Add(new AccountFault(field, $"“{field.Caption()}”至多 {LongestName} 个字，现在是 {text.Length} 个。"));
        if (tidy.OpenedOn > today) faults.Add(new AccountFault(AccountField.OpenedOn, "开设日期还没有到，开设了再登记。"));
        return faults.Count == 0 ? tidy : new AccountRefusal([.. faults]);
    }

    /// <summary>关停：只能一次，要写明哪一天、缘由。</summary>
    public static Outcome<AccountClosing> Close(ChannelAccount account, DateOnly? on, string? reason, DateOnly today)
    {
        if (account.Closing is not null) return new Refusal("这个账号已经关停。");
        List<AccountFault> faults = [];
        if (on is not { } day) faults.Add(new AccountFault(AccountField.ClosedOn, "要写哪一天关停。"));
        else if (day > today) faults.Add(new AccountFault(AccountField.ClosedOn, "关停日期还没有到，关停了再登记。"));
        else if (day < account.Facts.OpenedOn) faults.Add(new AccountFault(AccountField.ClosedOn, $"关停日期不能早于开设日期 {account.Facts.OpenedOn:yyyy-MM-dd}。"));
        if (Given(reason) is not { } why) faults.Add(new AccountFault(AccountField.Reason, "关停要写明缘由。"));
        else if (why.Length > LongestReason) faults.Add(new AccountFault(AccountField.Reason, $"缘由至多 {LongestReason} 个字，现在是 {why.Length} 个。"));
        return faults.Count == 0 ? new AccountClosing(on!.Value, reason!.Trim()) : new AccountRefusal([.. faults]);
    }

    /// <summary>自动发布设得对不对；由人发布的为空。</summary>
    /// <param name="adapter">要设成的。</param>
    /// <param name="secret">新的密钥；不换的为空。</param>
    /// <param name="hasSecret">已经有密钥。</param>
    public static Refusal? CannotSet(ChannelAdapter? adapter, string? secret, bool hasSecret)
    {
        if (adapter is null) return null;
        List<AccountFault> faults = [];
        if (adapter.Kind == AdapterKind.FileDrop)
        {
            if (FolderFault(adapter.Target) is { } wrong) faults.Add(new AccountFault(AccountField.Target, wrong));
        }
        else
        {
            if (AddressFault(adapter.Target) is { } wrong) faults.Add(new AccountFault(AccountField.Target, wrong));
            if (string.IsNullOrEmpty(secret))
            {
                if (!hasSecret) faults.Add(new AccountFault(AccountField.Secret, $"网址推送要有签名的密钥，至少 {ShortestSecret} 个字，与接收的一方约定。"));
            }
            else if (secret.Length is < ShortestSecret or > LongestSecret) faults.Add(new AccountFault(AccountField.Secret, $"密钥要 {ShortestSecret} 到 {LongestSecret} 个字，现在是 {secret.Length} 个。"));
        }

        return faults.Count == 0 ? null : new AccountRefusal([.. faults]);
    }

    private static string? FolderFault(string name) =>
        name.Length == 0 ? "文件投放要写文件夹的名字。"
        : name.Length > LongestName ? $"文件夹的名字至多 {LongestName} 个字。"
        : !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' || letter is >= '\u4e00' and <= '\u9fff') ? "文件夹的名字只用汉字、字母、数字、连字符和下划线，不写路径：它在投放目录里面。"
        : Devices.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"“{name}”在有的系统上不能做文件夹的名字，请换一个。"
        : null;

    private static string? AddressFault(string address) =>
        address.Length == 0 ? "网址推送要写网址。"
        : address.Length > LongestAddress ? $"网址至多 {LongestAddress} 个字。"
        : !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps ? "推送的网址要以 https:// 开头，写完整。"
        : uri.UserInfo.Length > 0 ? "网址里不要写用户名和口令；身份由签名证明。"
        : null;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
