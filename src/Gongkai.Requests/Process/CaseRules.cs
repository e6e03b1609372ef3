using System.Collections.Immutable;
using Gongkai.Law.Citations;

namespace Gongkai.Requests.Process;

/// <summary>各条硬规则。表管谁在什么时候能做什么，这里管日期与内容。</summary>
public static class CaseRules
{
    private static readonly LegalDocument Regulation = LegalDocuments.Regulation;

    /// <summary>一件申请只有一个结局。</summary>
    public static CaseRule OneOutcome { get; } = new("RQ-01", "办结要有结局，而且只有一个", Regulation.Article("第三十六条"));

    /// <summary>不予公开要有依据和理由。</summary>
    public static CaseRule Reasoned { get; } = new("RQ-02", "不予公开、部分公开、不予处理要写明依据和理由", Regulation.Article("第三十六条"));

    /// <summary>不存在要有检索记录。</summary>
    public static CaseRule Searched { get; } = new("RQ-03", "说信息不存在，要有检索的范围、关键词、人员", Regulation.Article("第三十六条"));

    /// <summary>重复申请要有在先的一件。</summary>
    public static CaseRule Earlier { get; } = new("RQ-04", "说重复申请，要有同一申请人在先的、已经答复的一件", Regulation.Article("第三十六条第六项"));

    /// <summary>延期。</summary>
    public static CaseRule Extension { get; } = new("RQ-05", "延期只有一次，在期限届满以前批准，至多二十个工作日", Regulation.Article("第三十三条第二款"));

    /// <summary>第三方权益要征求意见。</summary>
    public static CaseRule ThirdParty { get; } = new("RQ-06", "以损害第三方合法权益为由不予公开，要征求过第三方意见，或者说明为什么明显不必征求；第三方不同意而且理由合理的，要公开须写明不公开对公共利益的重大影响", Regulation.Article("第三十二条"));

    /// <summary>未过审查不得答复。</summary>
    public static CaseRule Reviewed { get; } = new("RQ-07", "没有法制审核、保密审查和批准，不得答复；自己拟的答复不能由自己审", Regulation.Article("第十七条"));

    /// <summary>按件或者按量，只能一种。</summary>
    public static CaseRule OneCharge { get; } = new("RQ-08", "一件申请按件或者按量收费，只能选一种，只收一次", LegalDocuments.FeeMeasures.Article());

    /// <summary>不到标准不收费。</summary>
    public static CaseRule Chargeable { get; } = new("RQ-09", "明显超过合理范围才收费；不到收费标准的不收", Regulation.Article("第四十二条"));

    /// <summary>收费通知在期限之内。</summary>
    public static CaseRule ChargedInTime { get; } = new("RQ-10", "收费通知在处理期限之内发出", LegalDocuments.FeeMeasures.Article());

    /// <summary>锁定的年度不改。</summary>
    public static CaseRule LockedYear { get; } = new("RQ-11", "年报的数字已经冻结、锁定的年度，收到日、结局、答复日不再改动它；要改的，写明缘由更正", Regulation.Article("第五十条"));

    /// <summary>登记了的不删除。</summary>
    public static CaseRule Kept { get; } = new("RQ-12", "登记了的申请不删除，只能终止", Regulation.Article("第四十五条"));

    /// <summary>收到日按渠道。</summary>
    public static CaseRule Receipt { get; } = new("RQ-13", "当面、口头、签收的邮件当日收到；互联网、传真、电子邮件、平常信函以双方确认之日为收到日，都要有证据", Regulation.Article("第三十一条"));

    /// <summary>补正一次列全。</summary>
    public static CaseRule Correction { get; } = new("RQ-14", "告知补正要一次列全事项，写明合理的期限；再次告知要说明缘由", Regulation.Article("第三十条"));

    /// <summary>期满才能不再处理。</summary>
    public static CaseRule Lapse { get; } = new("RQ-15", "申请人的期限过了，才能不再处理", Regulation.Article("第三十条"));

    /// <summary>征求意见没有结束不答复。</summary>
    public static CaseRule Threads { get; } = new("RQ-16", "征求意见没有结束、收费没有缴清的，不答复；期满没有意见的，要送达过、期满了才算", Regulation.Article("第三十三条第三款"));

    /// <summary>日期。</summary>
    public static CaseRule Dates { get; } = new("RQ-17", "日期不在今天以后，不早于收到日，也不早于它所接着的那件事", null);

    /// <summary>要写的要写。</summary>
    public static CaseRule Recorded { get; } = new("RQ-18", "每一步写明谁做的；要理由、证据、编号的写明", Regulation.Article("第四十五条"));

    /// <summary>随答复提供的文件送审以前备齐。</summary>
    public static CaseRule Files { get; } = new("RQ-19", "随答复提供的文件在登记以后、送审以前备齐；审的就是发出的，要改先退回", Regulation.Article("第十七条"));

    /// <summary>遮盖核验过、由另一个人批准。</summary>
    public static CaseRule Redacted { get; } = new("RQ-20", "部分公开的，遮盖要做成并核验通过，理由与答复一致，由遮盖的人以外的人批准", Regulation.Article("第三十七条"));

    /// <summary>各条，按编号。</summary>
    public static ImmutableArray<CaseRule> All { get; } =
    [
        OneOutcome, Reasoned, Searched, Earlier, Extension, ThirdParty, Reviewed, OneCharge, Chargeable, ChargedInTime, LockedYear, Kept,
        Receipt, Correction, Lapse, Threads, Dates, Recorded, Files, Redacted,
    ];
}
