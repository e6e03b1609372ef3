namespace Gongkai.Scanning;

/// <summary>扫描的口径。</summary>
public sealed record ScanOptions
{
    public static ScanOptions Default { get; } = new();

    /// <summary>公开联系人的手机号码与邮箱：文中出现时只提示，不警告。号码只写数字，邮箱用小写。</summary>
    public IReadOnlySet<string> PublicContacts { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
