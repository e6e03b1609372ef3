using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Findings;

namespace Gongkai.Publication.Review;

/// <summary>审查要看而不在事件里的事实：由调用者装入。</summary>
public sealed record ReviewFacts
{
    /// <summary>本单位的程序。</summary>
    public required ReviewPlan Plan { get; init; }

    /// <summary>这一轮里写过、改过稿的人。</summary>
    public required ImmutableHashSet<PersonId> Drafters { get; init; }

    /// <summary>最新的版本。</summary>
    public required int LatestVersion { get; init; }

    /// <summary>是不是主动公开。</summary>
    public required bool IsActive { get; init; }

    /// <summary>有没有索引号。</summary>
    public required bool HasIndexNumber { get; init; }

    /// <summary>所填各项的问题。</summary>
    public required ImmutableArray<ItemFault> Faults { get; init; }

    /// <summary>扫描的错误级命中里还没有处置的；有一处就不得发布。</summary>
    public required ImmutableArray<UnresolvedFinding> Findings { get; init; }

    /// <summary>最新一版的附件。</summary>
    public required ImmutableArray<Attachment> Attachments { get; init; }

    /// <summary>各附件发布时公开的一份；缺一个就不得发布。</summary>
    public required ImmutableArray<ReleasedFile> Released { get; init; }

    /// <summary>这件事写给公众看的话里的错误级命中；有一处就不能办。</summary>
    public ImmutableArray<UnresolvedFinding> NoteFindings { get; init; } = [];
}

/// <summary>还没有处置的错误级扫描命中。</summary>
/// <param name="Caption">是什么，例如“居民身份证号”。</param>
/// <param name="Where">在哪里，例如“附件1 第2页”。</param>
public sealed record UnresolvedFinding(string Caption, string Where);

/// <summary>本单位的审查程序：自某日起几审几校，为什么。</summary>
/// <param name="Unit">单位。</param>
/// <param name="Plan">程序。</param>
/// <param name="From">自哪一天起（含）。</param>
/// <param name="By">谁定的。</param>
/// <param name="Reason">少于三审三校的理由；三审三校的为空。</param>
public sealed record ReviewSetting(UnitId Unit, ReviewPlan Plan, DateOnly From, PersonId By, string? Reason)
{
    /// <summary>定程序：少于三审三校的要有理由，例如“全机关只有两人”。不能定在过去。</summary>
    public static Outcome<ReviewSetting> Decide(ReviewSetting wanted, DateOnly today)
    {
        if (wanted.From < today) return new Refusal("审查程序不能改在过去：从今天或者以后开始。");
        return wanted.Plan != ReviewPlan.ThreeReviews && string.IsNullOrWhiteSpace(wanted.Reason)
            ? new Refusal($"改为{wanted.Plan.Caption()}，要说明理由，例如全机关只有两人；理由会记下并显示。") : wanted;
    }

    /// <summary>某日施行的程序；没有定过的是三审三校。</summary>
    public static ReviewPlan On(IEnumerable<ReviewSetting> settings, UnitId unit, DateOnly date) =>
        settings.Where(setting => setting.Unit == unit && setting.From <= date).OrderBy(setting => setting.From).LastOrDefault()?.Plan ?? ReviewPlan.ThreeReviews;
}
