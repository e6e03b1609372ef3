using Gongkai.Organisations.People;
using Gongkai.Publication.Drafting;

namespace Gongkai.Publication.Findings;

/// <summary>豁免的标识。</summary>
public readonly record struct ExemptionId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>豁免到了哪一步。</summary>
public enum ExemptionStanding
{
    /// <summary>已经申请，还没有决定。</summary>
    Asked,

    /// <summary>批准。</summary>
    Granted,

    /// <summary>没有批准。</summary>
    Refused,

    /// <summary>批准以后又撤销。</summary>
    Revoked,
}

/// <summary>豁免：一处错误级的命中确实应当公开（例如依法公告的信息），由一人申请、另一人批准。只认那一处、那时的内容，内容改了就不再有效。</summary>
/// <param name="Id">标识。</param>
/// <param name="Version">并发的版本，从 1 起。</param>
/// <param name="Item">哪条信息。</param>
/// <param name="Print">哪一处，见 <see cref="ItemFinding.Print"/>。</param>
/// <param name="Message">是什么，遮盖过的。</param>
/// <param name="Place">在哪里。</param>
/// <param name="Excerpt">遮盖后的摘录。</param>
/// <param name="Reason">为什么应当公开。</param>
/// <param name="AskedBy">谁申请。</param>
/// <param name="AskedAt">申请的时刻。</param>
public sealed record Exemption(
    ExemptionId Id, int Version, ItemId Item, string Print, string Message, string Place, string Excerpt, string Reason, PersonId AskedBy, DateTimeOffset AskedAt)
{
    /// <summary>到了哪一步。</summary>
    public ExemptionStanding Standing { get; init; } = ExemptionStanding.Asked;

    /// <summary>谁决定；还没有决定的为空。</summary>
    public PersonId? DecidedBy { get; init; }

    /// <summary>决定的时刻；还没有决定的为空。</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>决定的人看了什么、为什么；还没有决定的为空。</summary>
    public string? Note { get; init; }

    /// <summary>撤销；没有撤销的为空。</summary>
    public ExemptionRevocation? Revocation { get; init; }
}

/// <summary>撤销豁免：批准错了，或者情势变了；那一处又要处置。</summary>
/// <param name="By">谁。</param>
/// <param name="At">时刻。</param>
/// <param name="Reason">缘由。</param>
public sealed record ExemptionRevocation(PersonId By, DateTimeOffset At, string Reason);
