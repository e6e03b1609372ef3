using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Scanning;

namespace Gongkai.Publication.Findings;

/// <summary>一条信息里扫描命中的一处。</summary>
/// <param name="Print">凭它认这一处：由信息、内容、种类、出处、遮盖后的摘录得出的带密钥的散列，内容一改就不同，也还原不出原文。</param>
/// <param name="Finding">是什么，遮盖过的。</param>
public sealed record ItemFinding(string Print, ScanFinding Finding)
{
    /// <summary>在哪一项；在附件里的为空。</summary>
    public ItemField? Field { get; init; }

    /// <summary>在哪个附件；在各项里的为空。</summary>
    public Attachment? File { get; init; }

    /// <summary>所在的那一句，命中的遮住；说不出的为空。</summary>
    public string? Sentence { get; init; }

    /// <summary>净化副本里没有了。</summary>
    public bool IsRemoved { get; init; }

    /// <summary>这个附件没有查成。</summary>
    public bool IsUnseen { get; init; }

    /// <summary>错误级的：没有处置不得发布。</summary>
    public bool Blocks => Finding.Severity == ScanSeverity.Error;

    /// <summary>在哪里，连同附件的名称。</summary>
    public string Place => File is null ? Finding.Where : Finding.Where.Length == 0 ? $"附件“{File.FileName}”" : $"附件“{File.FileName}” {Finding.Where}";
}

/// <summary>一处命中有没有处置。</summary>
public enum FindingAnswer
{
    /// <summary>警告、提示：不妨碍发布，要看过。</summary>
    NotNeeded,

    /// <summary>还没有处置。</summary>
    Open,

    /// <summary>净化副本里没有了。</summary>
    Removed,

    /// <summary>已经申请豁免，还没有决定。</summary>
    Asked,

    /// <summary>申请过豁免，没有批准。</summary>
    Refused,

    /// <summary>豁免了。</summary>
    Exempted,
}

/// <summary>一处命中和它的处置。</summary>
/// <param name="Finding">命中。</param>
/// <param name="Answer">处置。</param>
/// <param name="Exemption">最近一次豁免的申请；没有的为空。</param>
public sealed record AnsweredFinding(ItemFinding Finding, FindingAnswer Answer, Exemption? Exemption)
{
    /// <summary>妨碍发布。</summary>
    public bool Blocks => Answer is FindingAnswer.Open or FindingAnswer.Asked or FindingAnswer.Refused;

    internal UnresolvedFinding ToUnresolved() => new(Finding.Finding.Message, Finding.Place);
}
