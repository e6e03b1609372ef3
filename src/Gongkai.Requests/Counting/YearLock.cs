namespace Gongkai.Requests.Counting;

/// <summary>一件事会不会改动定下了的年度：比它前后这一件照各年年底的样子。</summary>
public static class YearLock
{
    /// <summary>会改动的最早的一年；都不改动的为空。</summary>
    /// <param name="before">办之前；那时还不计数的为空。</param>
    /// <param name="after">办之后；还不计数的为空。</param>
    /// <param name="settled">定下了的年度。</param>
    public static int? Touched(CountedCase? before, CountedCase? after, IEnumerable<int> settled)
    {
        foreach (var year in settled.Order())
            if (AsOf(before, year) != AsOf(after, year)) return year;
        return null;
    }

    /// <summary>一笔复议、诉讼会改动的最早的一年；都不改动的为空。</summary>
    /// <param name="before">改之前；没有的为空。</param>
    /// <param name="after">改之后；没有的为空。</param>
    /// <param name="settled">定下了的年度。</param>
    public static int? Touched(CountedRemedy? before, CountedRemedy? after, IEnumerable<int> settled)
    {
        foreach (var year in settled.Order())
            if (SnapshotFigures.AsOf(before, year) != SnapshotFigures.AsOf(after, year)) return year;
        return null;
    }

    private static CountedCase? AsOf(CountedCase? one, int year) =>
        one is null || SnapshotFigures.AsOf(new SnapshotCase(default, "", one.Received, one.Applicant, one.Outcome, one.ResultOn), year) is not { } kept ? null : kept.Counted;
}
