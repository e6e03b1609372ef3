namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>
/// 一个数和它的上下文。中文的数多在名词之后（“予以公开22件”），也可在名词之前（“1件结转下年度”），
/// 所以前窗取到前一个数或前一个停顿为止，后窗取到后一个为止；前窗没有实词时，再往前借一个分句。
/// </summary>
internal readonly record struct Mention(Sentence Sentence, Token Number)
{
    /// <summary>前窗里的词类。</summary>
    public TermSet Before { get; init; }

    /// <summary>后窗里的词类。</summary>
    public TermSet After { get; init; }

    /// <summary>本句中数字之前的全部词类（含前窗）。</summary>
    public TermSet Earlier { get; init; }

    /// <summary>前窗的起点。</summary>
    public int WindowStart { get; init; }

    /// <summary>离得最近的话题；本句没有时沿用上句、小标题或所在部分的。</summary>
    public Topic Topic { get; init; }

    /// <summary>话题是否明说与信息公开有关。</summary>
    public bool Scoped { get; init; }

    /// <summary>在“其中”“包括”之后，只是某个总数的一部分。</summary>
    public bool IsPart { get; init; }

    /// <summary>离得最近的年份；没有时为空。</summary>
    public int? Year { get; init; }

    /// <summary>说这个数的分句（没有时往前找）里点名的渠道。</summary>
    public Channels Channels { get; init; }

    /// <summary>说的是各类平台、各渠道。</summary>
    public bool Everywhere { get; init; }

    /// <summary>前窗的文字里有“均”：几项各是这个数。</summary>
    public bool Each { get; init; }

    public bool Is(Term term) => Before.Has(term);
}

/// <summary>话题：一句话在说哪件事。</summary>
internal enum Topic
{
    None,
    Requests,
    Review,
    Normative,
    Administration,
    Procurement,
    Publishing,

    /// <summary>来信来电、提案、信访、一般案件：与表三、表四无关。</summary>
    Letters,
}
