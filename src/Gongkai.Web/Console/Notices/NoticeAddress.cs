using Gongkai.Organisations.People;
using Gongkai.Services.Notices;
using Gongkai.Web.Console.Cases;

namespace Gongkai.Web.Console.Notices;

/// <summary>提醒的各个地址，和一条提醒说的是什么、去哪里办。</summary>
internal static class NoticeAddress
{
    public const string List = "/console/notices", Mail = "/console/mail";

    public static string Of(NoticeLine line) => line.Case is { } id ? CaseAddress.Of(id) : $"/console/reports/{line.Unit}/{line.Year}";

    public static string Caption(NoticeLine line) => line.Case is null ? $"{line.Year} 年度年报" : line.Number is { } number ? $"申请 {number}" : "还没有登记的申请";

    /// <summary>邮件发到了哪里的说法。</summary>
    public static string Caption(NoticeMail mail) => mail switch
    {
        NoticeMail.Sent => "后台、邮件",
        NoticeMail.Waiting => "后台，邮件等着发",
        NoticeMail.Failed => "后台，邮件没有发出",
        _ => "后台",
    };

    /// <summary>可以单独不要邮件的各种，按显示的次序。</summary>
    public static IReadOnlyList<NoticeKind> Kinds { get; } = Enum.GetValues<NoticeKind>();
}
