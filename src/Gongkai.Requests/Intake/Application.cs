using System.Collections.Immutable;
using Gongkai.Requests.Counting;

namespace Gongkai.Requests.Intake;

/// <summary>身份证明的种类。条例第二十九条。</summary>
public enum IdentityKind
{
    /// <summary>居民身份证。</summary>
    ResidentId,

    /// <summary>统一社会信用代码：法人和其他组织。</summary>
    CreditCode,

    /// <summary>护照、港澳台居民居住证、军官证等。</summary>
    Other,
}

/// <summary>希望怎样提供：机关按要求的形式提供，不能的另行告知。条例第四十条。</summary>
public enum DisclosureForm
{
    /// <summary>电子数据。</summary>
    Electronic,

    /// <summary>纸质。</summary>
    Paper,

    /// <summary>当面查阅、抄录。</summary>
    Inspection,
}

/// <summary>希望怎样送来。</summary>
public enum DeliveryWay
{
    /// <summary>在网站上凭查询码领取。</summary>
    Portal,

    /// <summary>电子邮件。</summary>
    Email,

    /// <summary>邮寄。</summary>
    Post,

    /// <summary>当面领取。</summary>
    Pickup,
}

/// <summary>代理人。</summary>
/// <param name="Name">姓名。</param>
/// <param name="Phone">电话；没有写的为空。</param>
/// <param name="Authority">委托的证明：委托书的日期、事项；没有的为空，请申请人补正，不拒收。</param>
public sealed record ApplicationAgent(string Name, string? Phone, string? Authority);

/// <summary>一份申请。用途不问：条例 2019 年修订以后不得以它为条件。条例第二十九条。</summary>
public sealed record Application
{
    /// <summary>申请人的类别，照年报表三的各列。</summary>
    public required ApplicantKind Kind { get; init; }

    /// <summary>姓名或者名称；没有写的为空，请补正。</summary>
    public string? Name { get; init; }

    /// <summary>身份证明的种类。</summary>
    public IdentityKind IdentityKind { get; init; }

    /// <summary>证件号码；没有写的为空。</summary>
    public string? IdentityNumber { get; init; }

    /// <summary>电话；没有写的为空。</summary>
    public string? Phone { get; init; }

    /// <summary>电子邮箱；没有写的为空。</summary>
    public string? Email { get; init; }

    /// <summary>通信地址；没有写的为空。</summary>
    public string? Address { get; init; }

    /// <summary>共同申请的其他人的姓名，按先后；没有的是空的。一件申请只计一件，按第一个申请人。</summary>
    public ImmutableArray<string> Others { get; init; } = [];

    /// <summary>代理人；自己申请的为空。</summary>
    public ApplicationAgent? Agent { get; init; }

    /// <summary>所需信息的名称、文号或者其他特征描述。</summary>
    public required string Wanted { get; init; }

    /// <summary>希望怎样提供。</summary>
    public DisclosureForm Form { get; init; }

    /// <summary>希望怎样送来。</summary>
    public DeliveryWay Delivery { get; init; }

    /// <summary>阅读困难、视听障碍等需要的帮助；没有的为空。条例第四十三条。</summary>
    public string? Assistance { get; init; }

    /// <summary>愿意用邮件知道有新的进展；要写了邮箱才发，邮件里没有申请的内容。</summary>
    public bool MailNotices { get; init; }
}
