using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Matters;

/// <summary>一项的表单填的：添、改、停用都用它，没有办成的照样填着。</summary>
/// <param name="Key">提交的钥匙：双击只做一次。</param>
/// <param name="Version">看到的并发版本；新添的是 0。</param>
/// <param name="Values">各项，按字段。</param>
/// <param name="Month">每年的到几月。</param>
/// <param name="Day">每年、每月的到几日。</param>
/// <param name="Channels">选了的渠道。</param>
/// <param name="Levels">选了的层级。</param>
/// <param name="Reason">停用的缘由。</param>
public sealed record MatterInput(
    string Key, long Version, ImmutableDictionary<MatterField, string> Values, string? Month, string? Day, ImmutableArray<Channel> Channels, ImmutableArray<UnitLevel> Levels, string? Reason)
{
    /// <summary>填的；没有填的是空串。</summary>
    public string this[MatterField field] => Values.GetValueOrDefault(field, "");

    /// <summary>一项在表单里的名字。</summary>
    public static string NameOf(MatterField field) => "f-" + field.ToString().ToLowerInvariant();

    public static MatterInput Fresh(UnitLevel level) => new(
        NewKey(), 0, ImmutableDictionary<MatterField, string>.Empty.Add(MatterField.Mode, nameof(DisclosureMode.Active)), null, null, [Channel.Website], [level], null);

    public static MatterInput Of(Matter matter)
    {
        var facts = matter.Facts;
        var values = new Dictionary<MatterField, string>
        {
            [MatterField.Group] = facts.Group, [MatterField.Name] = facts.Name, [MatterField.Elements] = facts.Elements, [MatterField.Basis] = facts.Basis, [MatterField.Category] = facts.Category,
            [MatterField.Rhythm] = facts.Rhythm.Frequency.ToString(), [MatterField.Mode] = facts.Mode.ToString(), [MatterField.Audience] = facts.Audience ?? "",
        };
        return new MatterInput(NewKey(), matter.Version, values.ToImmutableDictionary(), Text(facts.Rhythm.Month), Text(facts.Rhythm.Day), facts.Channels, facts.Levels, null);
    }

    public static MatterInput Read(IFormCollection form) => new(
        form["key"].ToString(), long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
        Enum.GetValues<MatterField>().ToImmutableDictionary(field => field, field => form[NameOf(field)].ToString()), form["month"], form["day"],
        Chosen<Channel>(form, NameOf(MatterField.Channels)), Chosen<UnitLevel>(form, NameOf(MatterField.Levels)), form["reason"]);

    /// <summary>读成登记的各项；时限认不出的说明。</summary>
    public Outcome<MatterFacts> ToFacts()
    {
        if (!Enum.TryParse<MatterFrequency>(this[MatterField.Rhythm], out var frequency) || !Enum.IsDefined(frequency)) return Wrong("要选公开时限。");
        var isDated = frequency is MatterFrequency.Yearly or MatterFrequency.Monthly;
        if (isDated && (!IsNumber(Day) || (frequency == MatterFrequency.Yearly && !IsNumber(Month)))) return Wrong("几月几日写数字。");
        return new MatterFacts
        {
            Group = this[MatterField.Group], Name = this[MatterField.Name], Elements = this[MatterField.Elements], Basis = this[MatterField.Basis], Category = this[MatterField.Category],
            Rhythm = new MatterRhythm(frequency, frequency == MatterFrequency.Yearly ? Number(Month) : null, isDated ? Number(Day) : null), Channels = Channels,
            Mode = this[MatterField.Mode] == nameof(DisclosureMode.OnRequest) ? DisclosureMode.OnRequest : DisclosureMode.Active, Audience = this[MatterField.Audience], Levels = Levels,
        };
    }

    private static MatterRefusal Wrong(string reason) => new([new MatterFault(MatterField.Rhythm, reason)]);

    private static bool IsNumber(string? text) => string.IsNullOrWhiteSpace(text) || Number(text) is not null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static ImmutableArray<T> Chosen<T>(IFormCollection form, string name)
        where T : struct, Enum => [.. form[name].Select(text => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : (T?)null).OfType<T>()];

    private static string NewKey() => Guid.NewGuid().ToString("N");
}
