using System.Collections.Immutable;
using Gongkai.Organisations.Registers;

namespace Gongkai.Publication.Channels;

/// <summary>渠道发布的月度统计：一年里各渠道各账号每个月发了几条、受众多少。由“渠道发布”台账算出，作废了的不算。</summary>
/// <param name="Lines">各渠道各账号，按台账里渠道的次序。</param>
public sealed record ReleaseCounts(ImmutableArray<ReleaseCountLine> Lines)
{
    /// <summary>台账的代码。</summary>
    public const string Form = "releases";

    /// <summary>算出。</summary>
    /// <param name="entries">一年的各笔。</param>
    /// <param name="channels">渠道的次序。</param>
    public static ReleaseCounts Of(IEnumerable<RegisterEntry> entries, ImmutableArray<string> channels) => new(
    [
        .. entries.Where(entry => entry.Voided is null).GroupBy(entry => (Channel: entry.Stored("channel"), Account: entry.Stored("account")))
            .OrderBy(group => channels.IndexOf(group.Key.Channel)).ThenBy(group => group.Key.Account, StringComparer.Ordinal)
            .Select(group => new ReleaseCountLine(
                group.Key.Channel, group.Key.Account, [.. Enumerable.Range(1, 12).Select(month => group.Count(entry => entry.On.Month == month))],
                group.Sum(entry => RegisterText.NumberOf(entry.Stored("audience"))))),
    ]);
}

/// <summary>一个渠道一个账号的一年。</summary>
/// <param name="Channel">渠道。</param>
/// <param name="Account">账号；没有写的为空串。</param>
/// <param name="Months">一月到十二月，各发了几条。</param>
/// <param name="Audience">受众合计，人次；没有填的不算。</param>
public sealed record ReleaseCountLine(string Channel, string Account, ImmutableArray<int> Months, decimal Audience)
{
    /// <summary>全年几条。</summary>
    public int Total => Months.Sum();
}
