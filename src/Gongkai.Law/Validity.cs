namespace Gongkai.Law;

/// <summary>施行期间：自某日起，至某日止，首尾两日都在内。</summary>
/// <param name="From">施行之日（含）。</param>
/// <param name="Until">失效前的最后一日（含）；仍然有效的为空。</param>
public readonly record struct Validity(DateOnly From, DateOnly? Until)
{
    /// <summary>这一天是否有效。</summary>
    public bool Covers(DateOnly date) => date >= From && (Until is not { } last || date <= last);

    /// <summary>两段期间有没有共同的一天。</summary>
    public bool Overlaps(Validity other) =>
        (Until is not { } last || other.From <= last) && (other.Until is not { } otherLast || From <= otherLast);
}
