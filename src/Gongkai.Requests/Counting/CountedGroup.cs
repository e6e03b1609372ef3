using Gongkai.Requests.Outcomes;

namespace Gongkai.Requests.Counting;

/// <summary>某年年底看来一样的几件：表三只看是不是当年收到、年底办结没有、怎样办结、申请人的类别，所以库可以先分好组，一组只数一次。</summary>
/// <param name="Case">其中的一件：日子只有年份可靠。</param>
/// <param name="Count">几件。</param>
public sealed record CountedGroup(CountedCase Case, int Count)
{
    /// <summary>一组。</summary>
    /// <param name="year">哪一年的年底。</param>
    /// <param name="isNew">当年收到的；不是的，上年结转。</param>
    /// <param name="applicant">申请人的类别。</param>
    /// <param name="isEnded">年底以前（含）办结了的；第二年才办结的不是。</param>
    /// <param name="outcome">结局；年底没有办结的为空。</param>
    /// <param name="count">几件。</param>
    public static CountedGroup Of(int year, bool isNew, ApplicantKind applicant, bool isEnded, CaseOutcome? outcome, int count) =>
        new(new CountedCase(new DateOnly(isNew ? year : year - 1, 12, 31), applicant, outcome, isEnded ? new DateOnly(year, 12, 31) : null), count);
}
