using Gongkai.Law;
using Gongkai.Requests.Intake;

namespace Gongkai.Requests.Process;

/// <summary>送达：各种方式凭什么，算哪一天。当面的是签收之日，邮寄的是签收邮件之日，电子邮件的是发到对方邮箱之日，门户的是申请人打开答复书之日。</summary>
public static class DeliveryGuards
{
    // 挂号信、快递的号码：字母数字连着八位以上。
    private const int LeastNumber = 8;

    /// <summary>送达的这一天是哪一天，给填的人看。</summary>
    public static string DayOf(DeliveryWay way) => way switch
    {
        DeliveryWay.Pickup => "申请人签收之日",
        DeliveryWay.Post => "邮件签收之日",
        DeliveryWay.Email => "发到申请人邮箱之日",
        _ => "申请人在门户打开答复书之日",
    };

    /// <summary>先填上的送达之日，可以改：当面的今天签收，电子邮件的发出答复之日；邮寄的要看回执，门户的系统记，都为空。</summary>
    /// <param name="way">送达的方式。</param>
    /// <param name="sent">发出答复之日；没有的为空。</param>
    public static DateOnly? Proposed(DeliveryWay way, DateOnly? sent, DateOnly today) => way switch
    {
        DeliveryWay.Pickup => today,
        DeliveryWay.Email => sent,
        _ => null,
    };

    /// <summary>证据写什么，给填的人看。</summary>
    public static string EvidenceOf(DeliveryWay way) => way switch
    {
        DeliveryWay.Pickup => "签收单（扫描件放进案卷）",
        DeliveryWay.Post => "邮件号码",
        DeliveryWay.Email => "发送的记录：什么时刻、从哪个邮箱",
        _ => "系统自动记",
    };

    internal static Refusal? Refuse(CaseCommand command)
    {
        if (string.IsNullOrWhiteSpace(command.Details.Evidence)) return CaseRules.Recorded.Refuse("送达要有证据：签收、回执、邮件记录");
        return command.Details.Delivered switch
        {
            DeliveryWay.Portal when command.Role != CaseRole.System => CaseRules.Recorded.Refuse("门户领取由系统在申请人打开答复书的时候记"),
            DeliveryWay.Post when !HasNumber(command.Details.Evidence) => CaseRules.Recorded.Refuse("邮寄的，证据里要写邮件号码"),
            _ => null,
        };
    }

    private static bool HasNumber(string evidence)
    {
        var run = 0;
        foreach (var letter in evidence)
            if ((run = char.IsAsciiLetterOrDigit(letter) ? run + 1 : 0) >= LeastNumber) return true;
        return false;
    }
}
