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
        Indicator.Received => "收到申请",
        Indicator.CarriedIn => "上年结转",
        Indicator.Answered => "办结",
        Indicator.CarriedOut => "结转下年度",
        Indicator.Granted => "予以公开",
        Indicator.PartlyGranted => "部分公开",
        Indicator.Refused => "不予公开",
        Indicator.Unavailable => "无法提供",
        Indicator.NotProcessed => "不予处理",
        Indicator.OtherProcessed => "其他处理",
        Indicator.Reconsideration => "行政复议",
        Indicator.Litigation => "行政诉讼",
        Indicator.DirectLitigation => "未经复议直接起诉",
        Indicator.LitigationAfterReconsideration => "复议后起诉",
        Indicator.RegulationsIssued => "制发规章",
        Indicator.RegulationsPublished => "公开规章",
        Indicator.RegulationsRepealed => "废止规章",
        Indicator.RegulationsInForce => "现行有效规章",
        Indicator.NormativeIssued => "制发规范性文件",
        Indicator.NormativePublished => "公开规范性文件",
        Indicator.NormativeRepealed => "废止规范性文件",
        Indicator.NormativeInForce => "现行有效规范性文件",
        Indicator.Licences => "行政许可",
        Indicator.Penalties => "行政处罚",
        Indicator.Coercions => "行政强制",
        Indicator.ServiceCases => "办件",
        Indicator.ProcurementItems => "集中采购项目",
        Indicator.ProcurementAmount => "集中采购金额",
        Indicator.ProcessingFee => "信息处理费",
        Indicator.Published => "主动公开信息",
        Indicator.PublishedByChannel => "单一渠道发布",
        Indicator.PublishedByTopic => "单类信息发布",
        Indicator.Audience => "受众",
        Indicator.AudienceTotal => "受众总数",
        Indicator.LettersReceived => "收到来信",
        Indicator.LettersAnswered => "答复来信",
        _ => "比率",
    };
}
