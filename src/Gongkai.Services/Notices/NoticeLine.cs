using System.Collections.Immutable;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Process;

namespace Gongkai.Services.Notices;

/// <summary>邮件发到了哪里。</summary>
public enum NoticeMail
{
    /// <summary>不发邮件。</summary>
    None,

    /// <summary>等着发，或者正在再试。</summary>
    Waiting,

    /// <summary>发出了。</summary>
    Sent,

    /// <summary>没有发出，不再试了。</summary>
    Failed,
}

/// <summary>给一个人看的一条提醒。</summary>
/// <param name="UnitName">哪个单位的。</param>
/// <param name="Case">哪一件申请；说的不是申请的为空。</param>
/// <param name="Number">案号；没有登记的、说的不是申请的为空。</param>
/// <param name="Stage">那时办到哪里。</param>
/// <param name="Year">报告的年度；说的不是年报的为空。</param>
/// <param name="DueOn">最后一日（含）；没有的为空。</param>
/// <param name="OnBehalfOf">代谁；自己的为空。</param>
/// <param name="IsRead">看过了。</param>
public sealed record NoticeLine(Guid Id, NoticeKind Kind, UnitId Unit, string UnitName, CaseId? Case, string? Number, CaseStage? Stage, int? Year, DateOnly? DueOn, DateTimeOffset At, string? OnBehalfOf, bool IsRead);

/// <summary>一个人的提醒的一页，新的在前。</summary>
/// <param name="Unread">一共几条没有看过。</param>
public sealed record NoticePage(ImmutableArray<NoticeLine> Lines, int Unread);

/// <summary>案卷里的一次提醒：什么时候，为什么，告诉了谁。</summary>
/// <param name="DueOn">照哪个最后一日（含）；关注的进展没有的为空。</param>
/// <param name="People">告诉了谁；没有可以告诉的人的是空的。</param>
public sealed record CaseNotice(NoticeKind Kind, DateOnly? DueOn, DateTimeOffset At, ImmutableArray<ToldPerson> People);

/// <summary>告诉了的一个人。</summary>
/// <param name="Name">谁。</param>
/// <param name="OnBehalfOf">代谁；自己的为空。</param>
/// <param name="ReadAt">什么时刻在后台看过；没有看过的为空。</param>
public sealed record ToldPerson(string Name, string? OnBehalfOf, DateTimeOffset? ReadAt, NoticeMail Mail);

/// <summary>告诉申请人有进展的一封邮件。</summary>
/// <param name="Event">随第几件事。</param>
/// <param name="Mail">发到了哪里；那时没有配置邮件、没有发的是不发。</param>
/// <param name="Error">上一次没有发成的原因；没有的为空。</param>
public sealed record ApplicantMail(int Event, DateTimeOffset At, NoticeMail Mail, string? Error);
