using System.Net;
using System.Net.Sockets;
using Gongkai.Organisations.People;

namespace Gongkai.Services.SigningIn;

/// <summary>会话的标识。</summary>
public readonly record struct SessionId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>登录走到哪一步。</summary>
public abstract record SignInStep;

/// <summary>登录好了。</summary>
/// <param name="Session">会话。</param>
/// <param name="Person">谁。</param>
/// <param name="MustChangePassword">用的是一次性口令，先改口令才能做别的。</param>
public sealed record SignedIn(SessionId Session, PersonId Person, bool MustChangePassword) : SignInStep;

/// <summary>口令对了，还要动态口令。</summary>
/// <param name="Pending">等着的那个人，由页面封好带着，交动态口令时拿回来。</param>
public sealed record CodeNeeded(PendingSignIn Pending) : SignInStep;

/// <summary>口令已对、等动态口令的人。</summary>
/// <param name="Person">谁。</param>
/// <param name="Stamp">账号的印记；口令变了的不算。</param>
/// <param name="Until">等到何时。</param>
public sealed record PendingSignIn(PersonId Person, Guid Stamp, DateTimeOffset Until);

/// <summary>从哪里登录：只留网段和设备，不留完整的地址。</summary>
/// <param name="Network">网段，例如 <c>10.1.2.0/24</c>；不知道的为空。</param>
/// <param name="Device">什么设备；不知道的为空。</param>
public sealed record SignInOrigin(string? Network, string? Device)
{
    private const int LongestDevice = 60;
    private const int BytesKeptOfV4 = 3;
    private const int BytesKeptOfV6 = 6;

    /// <summary>不知道从哪里来。</summary>
    public static SignInOrigin Unknown { get; } = new(null, null);

    /// <summary>由地址和设备的说法得出。</summary>
    public static SignInOrigin Of(IPAddress? address, string? device) =>
        new(address is null ? null : NetworkOf(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address), device is { Length: > LongestDevice } ? device[..LongestDevice] : device);

    private static string NetworkOf(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        var kept = address.AddressFamily == AddressFamily.InterNetwork ? BytesKeptOfV4 : BytesKeptOfV6;
        bytes.AsSpan(kept).Clear();
        return $"{new IPAddress(bytes)}/{kept * 8}";
    }
}
