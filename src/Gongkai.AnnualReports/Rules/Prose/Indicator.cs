namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>正文里能读出的指标。</summary>
internal enum Indicator
{
    // 依申请公开
    Received,
    CarriedIn,
    Answered,
    CarriedOut,
    Granted,
    PartlyGranted,
    Refused,
    Unavailable,
    NotProcessed,
    OtherProcessed,

    // 复议诉讼
    Reconsideration,
    Litigation,
    DirectLitigation,
    LitigationAfterReconsideration,

    // 表二
    RegulationsIssued,
    RegulationsPublished,
    RegulationsRepealed,
    RegulationsInForce,
    NormativeIssued,
    NormativePublished,
    NormativeRepealed,
    NormativeInForce,
    Licences,
    Penalties,
    Coercions,
    ServiceCases,
    ProcurementItems,
    ProcurementAmount,

    // 其他
    ProcessingFee,
    Published,
    PublishedByChannel,
    PublishedByTopic,
    Audience,
    AudienceTotal,
    LettersReceived,
    LettersAnswered,
    Rate,
}

/// <summary>指标给人看的名称。</summary>
internal static class IndicatorNames
{
    public static string Of(Indicator indicator) => indicator switch
    {
        Indicator.Received => Say("收到申请", "requests received"),
        Indicator.CarriedIn => Say("上年结转", "carried over from the previous year"),
        Indicator.Answered => Say("办结", "requests finished"),
        Indicator.CarriedOut => Say("结转下年度", "carried over to the next year"),
        Indicator.Granted => Say("予以公开", "disclosed"),
        Indicator.PartlyGranted => Say("部分公开", "partly disclosed"),
        Indicator.Refused => Say("不予公开", "refused"),
        Indicator.Unavailable => Say("无法提供", "unavailable"),
        Indicator.NotProcessed => Say("不予处理", "not processed"),
        Indicator.OtherProcessed => Say("其他处理", "otherwise dealt with"),
        Indicator.Reconsideration => Say("行政复议", "administrative reconsideration"),
        Indicator.Litigation => Say("行政诉讼", "administrative litigation"),
        Indicator.DirectLitigation => Say("未经复议直接起诉", "litigation without reconsideration"),
        Indicator.LitigationAfterReconsideration => Say("复议后起诉", "litigation after reconsideration"),
        Indicator.RegulationsIssued => Say("制发规章", "regulations issued"),
        Indicator.RegulationsPublished => Say("公开规章", "regulations published"),
        Indicator.RegulationsRepealed => Say("废止规章", "regulations repealed"),
        Indicator.RegulationsInForce => Say("现行有效规章", "regulations in force"),
        Indicator.NormativeIssued => Say("制发规范性文件", "normative documents issued"),
        Indicator.NormativePublished => Say("公开规范性文件", "normative documents published"),
        Indicator.NormativeRepealed => Say("废止规范性文件", "normative documents repealed"),
        Indicator.NormativeInForce => Say("现行有效规范性文件", "normative documents in force"),
        Indicator.Licences => Say("行政许可", "administrative licences"),
        Indicator.Penalties => Say("行政处罚", "administrative penalties"),
        Indicator.Coercions => Say("行政强制", "administrative coercion"),
        Indicator.ServiceCases => Say("办件", "cases served"),
        Indicator.ProcurementItems => Say("集中采购项目", "procurement items"),
        Indicator.ProcurementAmount => Say("集中采购金额", "procurement amount"),
        Indicator.ProcessingFee => Say("信息处理费", "information handling fees"),
        Indicator.Published => Say("主动公开信息", "proactively disclosed"),
        Indicator.PublishedByChannel => Say("单一渠道发布", "published through one channel"),
        Indicator.PublishedByTopic => Say("单类信息发布", "published on one subject"),
        Indicator.Audience => Say("受众", "audience"),
        Indicator.AudienceTotal => Say("受众总数", "total audience"),
        Indicator.LettersReceived => Say("收到来信", "letters received"),
        Indicator.LettersAnswered => Say("答复来信", "letters answered"),
        _ => Say("比率", "rate"),
    };
}
