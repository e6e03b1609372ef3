namespace Gongkai.Requests.Intake;

/// <summary>申请的内容：要什么、怎样提供。申请人是谁、怎样联系在个人信息里。</summary>
/// <param name="Wanted">所需信息。</param>
/// <param name="Form">希望怎样提供。</param>
/// <param name="Delivery">希望怎样送来。</param>
/// <param name="Assistance">需要的帮助；没有的为空。</param>
/// <param name="HasAgent">由代理人申请。</param>
/// <param name="Others">共同申请的其他人有几个。</param>
/// <param name="MailNotices">愿意用邮件知道有新的进展；从前的各件没有问过，是不愿意。</param>
public sealed record ApplicationContent(string Wanted, DisclosureForm Form, DeliveryWay Delivery, string? Assistance, bool HasAgent, int Others, bool MailNotices = false);
