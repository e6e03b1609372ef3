using Gongkai.Requests.Counting;
using Gongkai.Requests.Process;

namespace Gongkai.Requests.Intake;

/// <summary>申请表上的用语，一处写定。</summary>
public static class ApplicationWording
{
    /// <summary>申请人的类别，照年报表三的栏名。</summary>
    public static string Caption(this ApplicantKind kind) => kind switch
    {
        ApplicantKind.NaturalPerson => "自然人",
        ApplicantKind.Business => "商业企业",
        ApplicantKind.Research => "科研机构",
        ApplicantKind.PublicWelfare => "社会公益组织",
        ApplicantKind.LegalService => "法律服务机构",
        _ => "其他",
    };

    /// <summary>怎样分辨类别，给填表的人看。</summary>
    public static string Hint(this ApplicantKind kind) => kind switch
    {
        ApplicantKind.NaturalPerson => "以个人名义申请的，律师以个人名义申请的也是",
        ApplicantKind.Business => "公司、个体工商户、合伙企业、农民专业合作社",
        ApplicantKind.Research => "高等学校、科研院所",
        ApplicantKind.PublicWelfare => "社会团体、基金会、公益性民办非企业单位",
        ApplicantKind.LegalService => "以律师事务所等名义申请的",
        _ => "村（居）民委员会、业主委员会、机关、医院、中小学、媒体等",
    };

    /// <summary>身份证明的种类。</summary>
    public static string Caption(this IdentityKind kind) => kind switch
    {
        IdentityKind.ResidentId => "居民身份证",
        IdentityKind.CreditCode => "统一社会信用代码",
        _ => "其他证件",
    };

    /// <summary>怎样提供。</summary>
    public static string Caption(this DisclosureForm form) => form switch
    {
        DisclosureForm.Electronic => "电子数据",
        DisclosureForm.Paper => "纸质",
        _ => "当面查阅、抄录",
    };

    /// <summary>怎样送来。</summary>
    public static string Caption(this DeliveryWay way) => way switch
    {
        DeliveryWay.Portal => "在本网站凭查询码领取",
        DeliveryWay.Email => "电子邮件",
        DeliveryWay.Post => "邮寄",
        _ => "当面领取",
    };

    /// <summary>怎样到的。</summary>
    public static string Caption(this ReceiptWay way) => way switch
    {
        ReceiptWay.InPerson => "当面提交",
        ReceiptWay.Oral => "口头提出",
        ReceiptWay.RegisteredMail => "挂号信、快递",
        ReceiptWay.OrdinaryMail => "平常信函",
        ReceiptWay.Internet => "互联网",
        ReceiptWay.Fax => "传真",
        _ => "电子邮件",
    };

    /// <summary>征求意见得到的意见。</summary>
    public static string Caption(this Opinion opinion) => opinion switch
    {
        Opinion.Agrees => "同意公开",
        Opinion.RefusesWithReason => "不同意，理由合理",
        Opinion.RefusesWithoutReason => "不同意，理由不合理",
        Opinion.Silent => "期满没有答复",
        _ => "撤回，不必再征求",
    };

    /// <summary>要双方确认才算收到的。条例第三十一条。</summary>
    public static bool NeedsConfirmation(this ReceiptWay way) => way is ReceiptWay.OrdinaryMail or ReceiptWay.Internet or ReceiptWay.Fax or ReceiptWay.Email;
}
