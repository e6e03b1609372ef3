using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;

namespace Gongkai.Publication.Drafting;

/// <summary>来源：决定谁有责任公开。条例第十条。</summary>
public enum SourceKind
{
    /// <summary>本机关制作。</summary>
    Made,

    /// <summary>从公民、法人或者其他组织获取：由保存的机关公开。</summary>
    FromCitizen,

    /// <summary>从其他机关获取：由制作或者最初获取的机关公开。</summary>
    FromOtherBody,

    /// <summary>与其他机关共同制作：由牵头的机关公开。</summary>
    Joint,
}

/// <summary>责任机关：有责任公开的机关；不在本系统里的只有名称。</summary>
/// <param name="Unit">本系统里的单位；不在的为空。</param>
/// <param name="Name">名称。</param>
public sealed record ResponsibleBody(UnitId? Unit, string Name);

/// <summary>协商确认记录。条例第十一条。</summary>
/// <param name="With">与哪个机关。</param>
/// <param name="On">哪一天。</param>
/// <param name="Agreed">对方是否同意公开。</param>
/// <param name="Document">函件或者记录。</param>
public sealed record CoordinationRecord(string With, DateOnly On, bool Agreed, string Document);

/// <summary>批准记录：依规需要批准的，批准之后才公开。条例第十一条。</summary>
/// <param name="By">批准的机关。</param>
/// <param name="On">哪一天。</param>
/// <param name="Document">批准的文件。</param>
public sealed record ApprovalRecord(string By, DateOnly On, string Document);

/// <summary>公开的责任：信息从哪里来，谁有责任公开，与谁协商过。条例第十条、第十一条。</summary>
public sealed record Responsibility
{
    /// <summary>来源。</summary>
    public required SourceKind Source { get; init; }

    /// <summary>责任机关。</summary>
    public required ResponsibleBody Body { get; init; }

    /// <summary>涉及的其他机关；不涉及的没有。</summary>
    public ImmutableArray<string> OtherBodies { get; init; } = [];

    /// <summary>协商确认记录。</summary>
    public ImmutableArray<CoordinationRecord> Coordination { get; init; } = [];

    /// <summary>依规需要批准。</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>批准记录；没有的为空。</summary>
    public ApprovalRecord? Approval { get; init; }
}

/// <summary>公开的责任说得对不对。</summary>
public static class ResponsibilityRules
{
    private static readonly Citation WhoPublishes = LegalDocuments.Regulation.Article("第十条"), Coordination = LegalDocuments.Regulation.Article("第十一条");

    /// <summary>来源的说法。</summary>
    public static string Caption(this SourceKind source) => source switch
    {
        SourceKind.Made => "本机关制作",
        SourceKind.FromCitizen => "从公民、法人或者其他组织获取",
        SourceKind.FromOtherBody => "从其他机关获取",
        _ => "共同制作",
    };

    /// <summary>问题；没有是空的。</summary>
    public static IEnumerable<ItemFault> Faults(Responsibility responsibility, UnitId publisher)
    {
        var isOwn = responsibility.Body.Unit == publisher;
        if (string.IsNullOrWhiteSpace(responsibility.Body.Name)) yield return ItemFault.Blocking(ItemField.ResponsibleBody, "要填责任机关。", WhoPublishes);
        if (responsibility.Source is SourceKind.Made or SourceKind.FromCitizen && !isOwn)
            yield return ItemFault.Blocking(ItemField.ResponsibleBody, $"{responsibility.Source.Caption()}的，由本机关负责公开。", WhoPublishes);
        if (responsibility.Source is SourceKind.FromOtherBody or SourceKind.Joint && !isOwn && !Agreed(responsibility, responsibility.Body.Name))
            yield return ItemFault.Blocking(ItemField.Coordination, $"{responsibility.Body.Name}负责公开；本机关公开的，要有与它协商确认、同意公开的记录。", Coordination);
        foreach (var other in responsibility.OtherBodies.Where(other => other != responsibility.Body.Name && !Agreed(responsibility, other)))
            yield return ItemFault.Blocking(ItemField.Coordination, $"信息涉及{other}，公开前要与它协商、确认，保证准确一致。", Coordination);
        if (responsibility.NeedsApproval && responsibility.Approval is null)
            yield return ItemFault.Blocking(ItemField.Approval, "依规需要批准的，批准之后才能公开。", Coordination);
    }

    private static bool Agreed(Responsibility responsibility, string with) =>
        responsibility.Coordination.Where(record => record.With == with).OrderBy(record => record.On).LastOrDefault() is { Agreed: true };
}
