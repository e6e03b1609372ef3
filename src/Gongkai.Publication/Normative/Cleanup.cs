using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Organisations.Units;

namespace Gongkai.Publication.Normative;

/// <summary>清理的结论。</summary>
public enum CleanupResult
{
    /// <summary>继续有效。</summary>
    Keep,

    /// <summary>废止。</summary>
    Repeal,

    /// <summary>宣布失效。</summary>
    DeclareExpired,

    /// <summary>修改：已由所依据的文件修改。</summary>
    Amend,

    /// <summary>延长有效期。</summary>
    Extend,
}

/// <summary>一次清理：若干文件，同一个依据，同一天生效。</summary>
/// <param name="Unit">清理的单位。</param>
/// <param name="On">自哪一天起（含）。</param>
/// <param name="Basis">公布清理结果的文件。</param>
/// <param name="Entries">逐件的结论。</param>
public sealed record Cleanup(UnitId Unit, DateOnly On, NormativeBasis Basis, ImmutableArray<CleanupEntry> Entries)
{
    /// <summary>预览：逐件会怎样变，哪些做不了，哪些有效的文件没有列入，件数会变成多少。什么也不改。</summary>
    public CleanupPreview Preview(NormativeRegister register)
    {
        var changes = Entries.Select(entry => Change(register, entry)).ToImmutableArray();
        var own = register.Documents.Where(document => document.Unit == Unit).ToList();
        var after = changes.Where(change => change.Happens is not null).Aggregate(register, (next, change) => next.With(change.Document!.Apply(change.Happens!)));
        var left = register.InForceOn(On.AddDays(-1)).Where(document => document.Unit == Unit && Entries.All(entry => entry.Document != document.Id));
        return new CleanupPreview(changes, [.. left], InForce(own), InForce(after.Documents.Where(document => document.Unit == Unit)));
    }

    /// <summary>决定：每一件都做得了才做，否则一件也不做，说明是哪几件。</summary>
    public Outcome<ImmutableArray<CleanupChange>> Decide(NormativeRegister register)
    {
        if (Entries.IsEmpty) return new Refusal("清理要列出文件。");
        var preview = Preview(register);
        var refused = preview.Changes.Where(change => change.Refusal is not null).ToList();
        return refused.Count == 0 ? preview.Changes
            : new Refusal($"有 {refused.Count} 件做不了，没有改动任何一件：{string.Join("；", refused.Take(5).Select(change => change.Refusal!.Reason.TrimEnd('。')))}。");
    }

    private CleanupChange Change(NormativeRegister register, CleanupEntry entry)
    {
        if (register.Find(entry.Document) is not { } document) return Refused(entry, null, new Refusal("有一件文件不在库里。"));
        if (document.Unit != Unit) return Refused(entry, document, new Refusal($"{document.Facts.Title}不是本单位制定的。"));
        if (Entries.Count(other => other.Document == entry.Document) > 1) return Refused(entry, document, new Refusal($"{document.Facts.Title}列了两次。"));
        return entry.Result switch
        {
            CleanupResult.Keep => Of(entry, document, register.Keep(document, On, Basis)),
            CleanupResult.Repeal => Of(entry, document, register.Repeal(document, On, Basis)),
            CleanupResult.DeclareExpired => Of(entry, document, register.DeclareExpired(document, On, Basis)),
            CleanupResult.Amend => Of(entry, document, register.Amend(document, On, Basis)),
            _ => entry.Until is { } until ? Of(entry, document, register.Extend(document, On, until, Basis))
                : Refused(entry, document, new Refusal($"{document.Facts.Title}要延长到哪一天，没有写明。")),
        };
    }

    private CleanupChange Of<T>(CleanupEntry entry, NormativeDocument document, Outcome<T> outcome)
        where T : NormativeEvent => outcome.Succeeded
            ? new CleanupChange(entry, document, document.StatusOn(On), document.Apply(outcome.Value).StatusOn(On), outcome.Value, null)
            : Refused(entry, document, outcome.Refusal!);

    private CleanupChange Refused(CleanupEntry entry, NormativeDocument? document, Refusal refusal)
    {
        var status = document?.StatusOn(On) ?? NormativeStatus.NotIssued;
        return new CleanupChange(entry, document, status, status, null, refusal);
    }

    private int InForce(IEnumerable<NormativeDocument> documents) =>
        documents.Count(document => document.StatusOn(On) is NormativeStatus.Valid or NormativeStatus.Amended or NormativeStatus.NotYetEffective);
}

/// <summary>清理的一件。</summary>
/// <param name="Document">哪个文件。</param>
/// <param name="Result">结论。</param>
/// <param name="Until">延长到哪一天（含）；不是延长的为空。</param>
public sealed record CleanupEntry(NormativeId Document, CleanupResult Result, DateOnly? Until = null);

/// <summary>清理的一件会怎样变。</summary>
/// <param name="Entry">哪一件。</param>
/// <param name="Document">文件；不在库里的为空。</param>
/// <param name="Before">清理之日原来的有效性。</param>
/// <param name="After">清理之后的有效性。</param>
/// <param name="Happens">要发生的事；做不了的为空。</param>
/// <param name="Refusal">做不了的理由；做得了的为空。</param>
public sealed record CleanupChange(
    CleanupEntry Entry, NormativeDocument? Document, NormativeStatus Before, NormativeStatus After, NormativeEvent? Happens, Refusal? Refusal);

/// <summary>清理的预览。</summary>
/// <param name="Changes">逐件会怎样变。</param>
/// <param name="NotListed">有效而没有列入清理的文件。</param>
/// <param name="InForceBefore">清理之日有效的件数，清理之前。</param>
/// <param name="InForceAfter">清理之日有效的件数，清理之后。</param>
public sealed record CleanupPreview(ImmutableArray<CleanupChange> Changes, ImmutableArray<NormativeDocument> NotListed, int InForceBefore, int InForceAfter);
