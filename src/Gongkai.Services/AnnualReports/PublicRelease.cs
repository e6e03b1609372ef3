using System.Collections.Immutable;
using Gongkai.AnnualReports.Publishing;

namespace Gongkai.Services.AnnualReports;

/// <summary>公众可以知道的一次公布、更正或者撤下。</summary>
/// <param name="Edition">公布的是第几版；撤下的为空。</param>
/// <param name="At">时刻。</param>
/// <param name="Note">公布时的说明，或者撤下的理由；没有的为空。</param>
/// <param name="Kind">是哪一种。</param>
/// <param name="IsReadable">这一版现在还看得到：现行的，或者被更正代替而没有撤下过的。</param>
public sealed record PublicRelease(int? Edition, DateTimeOffset At, string? Note, PublicReleaseKind Kind, bool IsReadable)
{
    /// <summary>由公布与撤下得出；末一次是撤下的，什么也没有。撤下过的一版可能有不该公开的内容，只说何时、为什么，不再给人看。</summary>
    public static IReadOnlyList<PublicRelease> Of(ImmutableArray<ReportRelease> releases)
    {
        if (releases is not [.., { Edition: { } current }]) return [];
        var withdrawn = releases.Zip(releases.Skip(1)).Where(pair => pair.Second.Edition is null).Select(pair => pair.First.Edition).ToHashSet();
        return
        [
            .. releases.Select((release, at) => new PublicRelease(
                release.Edition, release.At, release.Note,
                release.Edition is null ? PublicReleaseKind.Withdrawn : at == 0 ? PublicReleaseKind.First : releases[at - 1].Edition is null ? PublicReleaseKind.Again : PublicReleaseKind.Corrected,
                release.Edition is { } edition && (edition == current || !withdrawn.Contains(edition)))),
        ];
    }
}

/// <summary>公布的种类。</summary>
public enum PublicReleaseKind
{
    /// <summary>首次公布。</summary>
    First,

    /// <summary>更正：以新的一版代替。</summary>
    Corrected,

    /// <summary>撤下。</summary>
    Withdrawn,

    /// <summary>撤下以后重新公布。</summary>
    Again,
}

/// <summary>公布的种类给人看的说法。</summary>
public static class PublicReleaseCaptions
{
    /// <summary>例如“更正公布”。</summary>
    public static string Caption(this PublicReleaseKind kind) => kind switch
    {
        PublicReleaseKind.First => "首次公布",
        PublicReleaseKind.Corrected => "更正公布",
        PublicReleaseKind.Withdrawn => "撤下",
        _ => "重新公布",
    };
}
