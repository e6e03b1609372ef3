using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Law;
using Gongkai.Publication.Channels;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Channels;

/// <summary>渠道账号的表单填的：登记、改、设自动发布、关停都用它，没有办成的照样填着；密钥不再显示。</summary>
/// <param name="Key">提交的钥匙：双击只做一次。</param>
/// <param name="Version">看到的并发版本；新登记的是 0。</param>
/// <param name="Values">各项，按字段。</param>
public sealed record ChannelInput(string Key, long Version, ImmutableDictionary<AccountField, string> Values)
{
    /// <summary>填的；没有填的是空串。</summary>
    public string this[AccountField field] => Values.GetValueOrDefault(field, "");

    /// <summary>一项在表单里的名字。</summary>
    public static string NameOf(AccountField field) => "f-" + field.ToString().ToLowerInvariant();

    public static ChannelInput Fresh() => new(NewKey(), 0, ImmutableDictionary<AccountField, string>.Empty.Add(AccountField.Standing, nameof(AccountStanding.Active)));

    public static ChannelInput Of(ChannelAccount account)
    {
        var facts = account.Facts;
        var values = new Dictionary<AccountField, string>
        {
            [AccountField.Platform] = facts.Platform, [AccountField.Name] = facts.Name, [AccountField.Filing] = facts.Filing ?? "", [AccountField.Operator] = facts.Operator ?? "",
            [AccountField.Standing] = facts.Standing.ToString(), [AccountField.OpenedOn] = facts.OpenedOn?.ToString(WrittenDate.Stored, CultureInfo.InvariantCulture) ?? "",
            [AccountField.Adapter] = account.Adapter?.Kind.ToString() ?? "", [AccountField.Target] = account.Adapter?.Target ?? "",
        };
        return new ChannelInput(NewKey(), account.Version, values.ToImmutableDictionary());
    }

    /// <summary>读交上来的；别的表单里的各项，照现在的。</summary>
    public static ChannelInput Read(IFormCollection form, ChannelInput now) => new(
        form["key"].ToString() is { Length: > 0 } key ? key : now.Key, long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : now.Version,
        Enum.GetValues<AccountField>().ToImmutableDictionary(field => field, field => form.TryGetValue(NameOf(field), out var sent) ? sent.ToString() : now[field]));

    /// <summary>读成登记的各项；日期认不出的说明。</summary>
    public Outcome<ChannelAccountFacts> ToFacts()
    {
        var opened = Date(AccountField.OpenedOn);
        return opened.Refusal is { } refusal ? refusal : new ChannelAccountFacts
        {
            Platform = this[AccountField.Platform], Name = this[AccountField.Name], Filing = this[AccountField.Filing], Operator = this[AccountField.Operator],
            Standing = this[AccountField.Standing] == nameof(AccountStanding.Suspended) ? AccountStanding.Suspended : AccountStanding.Active, OpenedOn = opened.Value,
        };
    }

    /// <summary>读成自动发布的办法；由人发布的为空。</summary>
    public ChannelAdapter? ToAdapter() => Enum.TryParse<AdapterKind>(this[AccountField.Adapter], out var kind) && Enum.IsDefined(kind) ? new ChannelAdapter(kind, this[AccountField.Target].Trim()) : null;

    /// <summary>一个日期；没有填的为空，认不出的说明。</summary>
    public Outcome<DateOnly?> Date(AccountField field) => this[field].Trim() is not { Length: > 0 } text ? (DateOnly?)null
        : WrittenDate.Read(text) is { } date ? date
        : new AccountRefusal([new AccountFault(field, $"“{field.Caption()}”认不出，写作 2026-03-02。")]);

    private static string NewKey() => Guid.NewGuid().ToString("N");
}
