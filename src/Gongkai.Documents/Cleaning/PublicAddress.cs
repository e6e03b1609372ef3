using System.Net;

namespace Gongkai.Documents.Cleaning;

/// <summary>公开的网址：不是本机文件、网络共享、内网地址。</summary>
public static class PublicAddress
{
    /// <summary>指到本机文件、网络共享或内网。</summary>
    public static bool IsInternal(string target)
    {
        if (target.StartsWith("\\\\", StringComparison.Ordinal)) return true;
        if (!Uri.TryCreate(target, UriKind.Absolute, out var uri)) return false;
        if (uri.IsFile) return true;
        if (uri.Scheme is not ("http" or "https" or "ftp")) return false;
        return IPAddress.TryParse(uri.Host, out var address) ? IsPrivate(address) : !uri.Host.Contains('.', StringComparison.Ordinal);
    }

    /// <summary>净化之后可以留的链接：网址与邮箱。</summary>
    public static bool IsLink(string target) =>
        !IsInternal(target) && (target.StartsWith('#') || (Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https" or "mailto")));

    private static bool IsPrivate(IPAddress address) => IPAddress.IsLoopback(address) || address.GetAddressBytes() switch
    {
        [10, ..] or [192, 168, ..] or [169, 254, ..] => true,
        [172, >= 16 and <= 31, ..] => true,
        _ => address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal,
    };
}
