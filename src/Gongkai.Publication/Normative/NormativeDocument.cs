using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;

namespace Gongkai.Publication.Normative;

/// <summary>登记的文件的标识。</summary>
public readonly record struct NormativeId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>登记的文件的种类，与年报表二的两行相同。</summary>
public enum NormativeKind
{
    /// <summary>规章。</summary>
    Regulation,

    /// <summary>行政规范性文件。</summary>
    NormativeDocument,
}

/// <summary>有效性。</summary>
public enum NormativeStatus
{
    /// <summary>还没有印发。</summary>
    NotIssued,

    /// <summary>已经印发，尚未施行。</summary>
    NotYetEffective,

    /// <summary>有效。</summary>
    Valid,

    /// <summary>有效，修改过。</summary>
    Amended,

    /// <summary>失效：有效期满，或者宣布失效。</summary>
    Expired,

    /// <summary>废止。</summary>
    Repealed,
}

/// <summary>登记的文件：一件规章或者行政规范性文件，从印发到失效、废止的经历。年报表二由它们统计。</summary>
/// <param name="Id">标识。</param>
/// <param name="Version">并发的版本：每有一次变动加一，从 1 起。</param>
/// <param name="Unit">制定的单位。</param>
/// <param name="Kind">种类。</param>
/// <param name="Facts">登记的各项。</param>
/// <param name="Events">印发之后的各件事，按先后。</param>
public sealed record NormativeDocument(NormativeId Id, int Version, UnitId Unit, NormativeKind Kind, NormativeFacts Facts, ImmutableArray<NormativeEvent> Events)
{
    /// <summary>有效期的最后一日（含），以最近一次延长为准；没有有效期的为空。</summary>
    public DateOnly? ExpiresOn => Events.OfType<ValidityExtended>().LastOrDefault()?.Until ?? Facts.ExpiresOn;

    /// <summary>不再有效的第一日；没有的为空。有效期满的，是最后一日的次日。</summary>
    public DateOnly? EndedOn => Earlier(Ending?.On, ExpiresOn?.AddDays(1));

    /// <summary>废止或者宣布失效；没有的为空。</summary>
    public NormativeEnded? Ending => Events.OfType<NormativeEnded>().FirstOrDefault();

    /// <summary>某日的有效性：只看那一天以前（含）的事。</summary>
    public NormativeStatus StatusOn(DateOnly date)
    {
        if (date < Facts.IssuedOn) return NormativeStatus.NotIssued;
        if (EndedOn <= date) return Ending is { IsRepeal: true } repealed && repealed.On <= date ? NormativeStatus.Repealed : NormativeStatus.Expired;
        if (date < Facts.EffectiveOn) return NormativeStatus.NotYetEffective;
        return Events.OfType<NormativeAmended>().Any(amended => amended.On <= date) ? NormativeStatus.Amended : NormativeStatus.Valid;
    }

    /// <summary>添一件事。</summary>
    public NormativeDocument Apply(NormativeEvent happened) => happened switch
    {
        NormativeCorrected corrected => this with { Facts = corrected.Facts, Events = Events.Add(happened), Version = Version + 1 },
        _ => this with { Events = Events.Add(happened), Version = Version + 1 },
    };

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null ? other : other is null || one < other ? one : other;
}

/// <summary>登记的各项。</summary>
public sealed record NormativeFacts
{
    /// <summary>标题。</summary>
    public required string Title { get; init; }

    /// <summary>题注：公布、修订、施行的时间和文号；规章必填。</summary>
    public string? Caption { get; init; }

    /// <summary>文号。</summary>
    public DocumentNumber? DocumentNumber { get; init; }

    /// <summary>统一登记的编号，例如“HFGS—2017—9”；没有的为空。</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>印发之日。</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>公布之日；还没有公布的为空。</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>施行之日（含）。</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>有效期的最后一日（含）；没有有效期的为空。</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>合法性审核的编号；没有的为空。</summary>
    public string? LegalReview { get; init; }

    /// <summary>合法性审核之日；不晚于印发。没有记的为空。</summary>
    public DateOnly? LegalReviewedOn { get; init; }

    /// <summary>备案的编号；还没有备案的为空。</summary>
    public string? Filing { get; init; }

    /// <summary>备案之日；不早于印发。还没有备案的为空。</summary>
    public DateOnly? FiledOn { get; init; }

    /// <summary>主题分类的代码；没有分类的为空。</summary>
    public string? Subject { get; init; }

    /// <summary>不另作解读的理由；要解读的为空。</summary>
    public string? WithoutInterpretation { get; init; }

    /// <summary>公开的信息；不在本系统里的为空。</summary>
    public ItemId? Item { get; init; }

    /// <summary>所代替的旧文件；没有的没有。</summary>
    public ImmutableArray<NormativeId> Supersedes { get; init; } = [];
}

/// <summary>印发之后的一件事。</summary>
/// <param name="On">自哪一天起（含）。</param>
/// <param name="Basis">依据哪个文件。</param>
[JsonDerivedType(typeof(NormativeAmended), "amended")]
[JsonDerivedType(typeof(NormativeEnded), "ended")]
[JsonDerivedType(typeof(ValidityExtended), "extended")]
[JsonDerivedType(typeof(NormativeKept), "kept")]
[JsonDerivedType(typeof(NormativeCorrected), "corrected")]
public abstract record NormativeEvent(DateOnly On, NormativeBasis Basis);

/// <summary>修改了：仍然有效，不增减件数。</summary>
public sealed record NormativeAmended(DateOnly On, NormativeBasis Basis) : NormativeEvent(On, Basis);

/// <summary>废止或者宣布失效：自 <see cref="NormativeEvent.On"/> 起不再有效。</summary>
/// <param name="IsRepeal">废止；否则是宣布失效。</param>
public sealed record NormativeEnded(DateOnly On, NormativeBasis Basis, bool IsRepeal) : NormativeEvent(On, Basis);

/// <summary>有效期延长了。</summary>
/// <param name="Until">新的最后一日（含）。</param>
public sealed record ValidityExtended(DateOnly On, NormativeBasis Basis, DateOnly Until) : NormativeEvent(On, Basis);

/// <summary>清理之后继续有效。</summary>
public sealed record NormativeKept(DateOnly On, NormativeBasis Basis) : NormativeEvent(On, Basis);

/// <summary>更正了登记的各项：登记时写错的，或者后来备案、公布的。</summary>
/// <param name="Facts">更正之后的各项。</param>
public sealed record NormativeCorrected(DateOnly On, NormativeBasis Basis, NormativeFacts Facts) : NormativeEvent(On, Basis);

/// <summary>所依据的文件：废止、修改一个文件，要写明是哪个文件废止、修改的。</summary>
/// <param name="Document">本库里的文件；不在库里的为空。</param>
/// <param name="Title">标题或者文号，给人看。</param>
public sealed record NormativeBasis(NormativeId? Document, string Title);
