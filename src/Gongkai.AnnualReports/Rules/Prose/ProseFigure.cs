using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>正文里读出的一个数。</summary>
/// <param name="Indicators">它是哪项指标；几项时是几项之和（“予以公开及部分公开42件”）。</param>
/// <param name="Value">值；金额为万元，其他为个数。</param>
/// <param name="Sentence">所在的句子。</param>
/// <param name="Start">数字（或“未收到”）的位置。</param>
internal sealed record ProseFigure(ImmutableArray<Indicator> Indicators, decimal Value, Sentence Sentence, int Start, int Length)
{
    public string Unit { get; init; } = "";

    public Exactness Exactness { get; init; }

    /// <summary>为什么不能当真：为空时，与表不符就是错；不为空时，不符也只能说不可判。</summary>
    public Bilingual? Doubt { get; init; }

    /// <summary>说的是全市、全系统：对各级政府就是本报告的口径，对部门则未必。</summary>
    public bool Wide { get; init; }

    /// <summary>句中写明含上年结转。</summary>
    public bool IncludesCarriedIn { get; init; }

    /// <summary>用的是“受理”“承办”而不是“收到”：有“收到”的数时让位给它。</summary>
    public bool Accepted { get; init; }

    /// <summary>“其中”“包括”引出的一部分。</summary>
    public bool IsPart { get; init; }

    /// <summary>在哪些渠道发布；不是发布的数时为空集。</summary>
    public Channels Channels { get; init; }

    /// <summary>写明是各类平台、各渠道的总数。</summary>
    public bool Everywhere { get; init; }

    /// <summary>数字前面的原文，例如“其中”之后的渠道、类别名称。</summary>
    public string Label { get; init; } = "";

    public Indicator Indicator => Indicators[0];

    /// <summary>准确、无疑、口径就是本机关：可以据以报错。</summary>
    public bool IsFirm => Doubt is null && Exactness != Exactness.Approximate && !Wide;
}
