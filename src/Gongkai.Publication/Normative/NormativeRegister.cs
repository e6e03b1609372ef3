using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Organisations.Units;

namespace Gongkai.Publication.Normative;

/// <summary>规章和行政规范性文件库：登记、修改、废止、延长能不能做；某日有效的有哪些。</summary>
public sealed class NormativeRegister
{
    private static readonly Citation Making = LegalDocuments.InForce("normativeDocuments", new DateOnly(2018, 5, 16))!.Article();

    private static readonly DateOnly LatestExpiry = new(2199, 12, 31);

    private readonly ImmutableDictionary<NormativeId, NormativeDocument> _documents;

    private NormativeRegister(ImmutableDictionary<NormativeId, NormativeDocument> documents) => _documents = documents;

    /// <summary>全部文件。</summary>
    public IEnumerable<NormativeDocument> Documents => _documents.Values;

    /// <summary>由存着的文件组成。</summary>
    public static NormativeRegister Of(IEnumerable<NormativeDocument> documents) => new(documents.ToImmutableDictionary(document => document.Id));

    /// <summary>按标识找；没有的为空。</summary>
    public NormativeDocument? Find(NormativeId id) => _documents.GetValueOrDefault(id);

    /// <summary>加入或者换上一个文件。</summary>
    public NormativeRegister With(NormativeDocument document) => new(_documents.SetItem(document.Id, document));

    /// <summary>某日有效的，公布在前的在后：公众的文件库。</summary>
    public ImmutableArray<NormativeDocument> InForceOn(DateOnly date) =>
    [
        .. Documents.Where(document => document.StatusOn(date) is NormativeStatus.Valid or NormativeStatus.Amended)
            .OrderByDescending(document => document.Facts.IssuedOn).ThenBy(document => document.Id.Value),
    ];

    /// <summary>有效期在这段日子里届满的，先到期的在前：提前评估，决定延长、修改还是任其失效。首尾两日都在内。</summary>
    public ImmutableArray<NormativeDocument> ExpiringBetween(DateOnly first, DateOnly last) =>
    [
        .. Documents.Where(document => document.ExpiresOn >= first && document.ExpiresOn <= last && (document.Ending is not { } ending || ending.On > document.ExpiresOn))
            .OrderBy(document => document.ExpiresOn).ThenBy(document => document.Id.Value),
    ];

    /// <summary>登记一件。</summary>
    /// <param name="document">要登记的，版本为 1，没有事件。</param>
    /// <param name="power">制定单位的规章制定权。</param>
    /// <param name="today">今天。</param>
    public Outcome<NormativeDocument> Register(NormativeDocument document, RegulationPower power, DateOnly today)
    {
        if (Find(document.Id) is not null) return new Refusal("这个文件已经登记。");
        if (document.Kind == NormativeKind.Regulation && !power.MayMake) return new Refusal($"不能登记规章：{power.Because}。", power.Basis);
        if (document.Facts.Supersedes.Any(old => Find(old) is null)) return new Refusal("所代替的旧文件不在库里。");
        return Fault(document, today) is { } fault ? fault : document with { Version = 1, Events = [] };
    }

    /// <summary>新文件施行之日，所代替的旧文件同时废止：各发生什么。新文件要先登记。</summary>
    public Outcome<ImmutableArray<SupersededDocument>> Supersede(NormativeDocument document)
    {
        var superseded = ImmutableArray.CreateBuilder<SupersededDocument>();
        foreach (var old in document.Facts.Supersedes.Select(id => _documents[id]))
        {
            var repealed = Repeal(old, document.Facts.EffectiveOn, new NormativeBasis(document.Id, document.Facts.Title));
            if (!repealed.Succeeded) return repealed.Refusal!;
            superseded.Add(new SupersededDocument(old, repealed.Value));
        }

        return superseded.ToImmutable();
    }

    /// <summary>更正登记的各项。</summary>
    public Outcome<NormativeCorrected> Correct(NormativeDocument document, NormativeFacts facts, string reason, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("更正登记要写明缘由。");
        return Fault(document with { Facts = facts }, today) is { } fault ? fault : new NormativeCorrected(today, new NormativeBasis(null, reason), facts);
    }

    /// <summary>修改：仍然有效。</summary>
    public Outcome<NormativeAmended> Amend(NormativeDocument document, DateOnly on, NormativeBasis basis) =>
        Unfit(document, on, basis) is { } fault ? fault : new NormativeAmended(on, basis);

    /// <summary>废止：自这一天起不再有效，须写明由哪个文件废止。</summary>
    public Outcome<NormativeEnded> Repeal(NormativeDocument document, DateOnly on, NormativeBasis basis) =>
        Unfit(document, on, basis) is { } fault ? fault : new NormativeEnded(on, basis, IsRepeal: true);

    /// <summary>宣布失效：自这一天起不再有效。</summary>
    public Outcome<NormativeEnded> DeclareExpired(NormativeDocument document, DateOnly on, NormativeBasis basis) =>
        Unfit(document, on, basis) is { } fault ? fault : new NormativeEnded(on, basis, IsRepeal: false);

    /// <summary>清理之后继续有效。</summary>
    public Outcome<NormativeKept> Keep(NormativeDocument document, DateOnly on, NormativeBasis basis) =>
        Unfit(document, on, basis) is { } fault ? fault : new NormativeKept(on, basis);

    /// <summary>延长有效期：在期满以前决定，延到更晚。</summary>
    public Outcome<ValidityExtended> Extend(NormativeDocument document, DateOnly on, DateOnly until, NormativeBasis basis)
    {
        if (Unfit(document, on, basis) is { } fault) return fault;
        if (document.ExpiresOn is not { } last) return new Refusal($"{document.Facts.Title}没有有效期，不必延长。");
        if (until > LatestExpiry) return new Refusal("有效期不像真的日期。");
        return until <= last ? new Refusal($"有效期原到{last:yyyy年M月d日}，延长应晚于它。") : new ValidityExtended(on, basis, until);
    }

    private Refusal? Unfit(NormativeDocument document, DateOnly on, NormativeBasis basis)
    {
        var title = document.Facts.Title;
        if (string.IsNullOrWhiteSpace(basis.Title)) return new Refusal("要写明依据哪个文件。", Making);
        if (basis.Document == document.Id) return new Refusal("文件不能由它自己修改、废止。");
        if (basis.Document is { } id && (Find(id) is not { } by || by.Facts.IssuedOn > on))
            return new Refusal($"所依据的{basis.Title}到{on:yyyy年M月d日}还没有印发。");
        if (on < document.Facts.IssuedOn) return new Refusal($"{title}{document.Facts.IssuedOn:yyyy年M月d日}才印发。");
        if (document.Events.Where(happened => happened is not NormativeCorrected).LastOrDefault() is { } last && on < last.On)
            return new Refusal($"{title}在{last.On:yyyy年M月d日}已经有一件事，新的不能早于它。");
        return document.EndedOn is { } ended && ended <= on ? new Refusal($"{title}自{ended:yyyy年M月d日}起已经不再有效。") : null;
    }

    private Refusal? Fault(NormativeDocument document, DateOnly today)
    {
        var facts = document.Facts;
        if (string.IsNullOrWhiteSpace(facts.Title)) return new Refusal("要填标题。");
        if (facts.IssuedOn > today) return new Refusal("印发之日不能晚于今天：还没有印发的不登记。");
        if (facts.EffectiveOn < facts.IssuedOn) return new Refusal("施行之日不能早于印发之日。");
        if (facts.EffectiveOn > LatestExpiry || facts.ExpiresOn > LatestExpiry) return new Refusal("施行之日或者有效期不像真的日期。");
        if (facts.ExpiresOn < facts.EffectiveOn) return new Refusal("有效期不能在施行之前届满。");
        if (facts.PublishedOn < facts.IssuedOn) return new Refusal("公布之日不能早于印发之日。");
        if (facts.PublishedOn > today) return new Refusal("公布之日不能晚于今天：公布了再登记。");
        if (facts.LegalReviewedOn > facts.IssuedOn) return new Refusal("合法性审核不能晚于印发：先审核，后印发。", Making);
        if (facts.FiledOn < facts.IssuedOn || facts.FiledOn > today) return new Refusal("备案之日应在印发之日以后，不晚于今天。");
        if (facts.Subject is { } subject && Catalogue.Subject.Find(subject) is null) return new Refusal("没有这个主题分类。");
        if (document.Events.FirstOrDefault(happened => happened is not NormativeCorrected && happened.On < facts.IssuedOn) is not null) return new Refusal("印发之日不能晚于它已经有的修改、废止。");
        if (document.Kind == NormativeKind.Regulation && string.IsNullOrWhiteSpace(facts.Caption)) return new Refusal("规章要填题注：公布、修订、施行的时间和文号。");
        if (document.Kind == NormativeKind.NormativeDocument && facts.IssuedOn >= FirstReviewed && string.IsNullOrWhiteSpace(facts.LegalReview))
            return new Refusal("要填合法性审核的编号：未经合法性审核的，不得印发。", Making);
        return Twin(document) is { } twin ? new Refusal($"{twin.Facts.Title}已经用了这个文号或者登记编号。") : null;
    }

    private NormativeDocument? Twin(NormativeDocument document) => Documents.FirstOrDefault(other => other.Id != document.Id
        && ((document.Facts.DocumentNumber is { } number && number == other.Facts.DocumentNumber)
            || (document.Facts.RegistrationNumber is { Length: > 0 } registration && registration == other.Facts.RegistrationNumber)));

    // 合法性审核自国办发〔2018〕37号起要求；更早的文件补登记时可以没有。
    private static DateOnly FirstReviewed { get; } = LegalDocuments.All.First(document => document.Id == "normativeDocuments").Validity.From;
}

/// <summary>被新文件代替的旧文件。</summary>
/// <param name="Document">旧文件。</param>
/// <param name="Repealed">它的废止。</param>
public sealed record SupersededDocument(NormativeDocument Document, NormativeEnded Repealed);
