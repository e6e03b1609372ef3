namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>词类：读数字所需的全部词，写法见 lexicon.json。最多 64 类，好放进一个集合。</summary>
internal enum Term : byte
{
    // 标点与数
    Comma,
    Pause,
    Semicolon,
    Colon,
    Open,
    Close,
    Number,
    Percent,
    Year,

    // 语气与范围
    Ordinary,
    Negation,
    NotReceived,
    Sum,
    Some,
    OfWhich,
    Compare,
    OtherPeriod,
    Wide,
    Own,
    Subordinate,
    CaseWork,

    // 依申请公开
    Disclosure,
    Application,
    BareApplication,
    Receive,
    Accept,
    Handle,
    Finish,
    Timely,
    Channelled,
    CarriedIn,
    CarriedOut,
    Granted,
    PartlyGranted,
    Refused,
    Unavailable,
    NotProcessed,
    OtherProcessed,
    Trouble,

    // 复议诉讼
    Reconsideration,
    Litigation,
    DirectLitigation,
    LitigationAfter,

    // 表二
    Normative,
    Regulation,
    Issue,
    Repeal,
    InForce,
    Licence,
    Penalty,
    Coercion,
    ServiceCase,
    Procurement,
    Amount,
    Fee,

    // 主动公开
    Proactive,
    Publish,
    Info,
    Media,
    Channel,
    EveryChannel,
    Audience,

    // 来信
    Letter,
    Rate,
}

/// <summary>词类的集合。</summary>
internal readonly record struct TermSet(ulong Bits)
{
    public static TermSet Of(params ReadOnlySpan<Term> terms)
    {
        var bits = 0UL;
        foreach (var term in terms) bits |= 1UL << (int)term;
        return new TermSet(bits);
    }

    public bool Has(Term term) => (Bits & (1UL << (int)term)) != 0;

    public bool HasAny(TermSet other) => (Bits & other.Bits) != 0;

    public TermSet With(Term term) => new(Bits | (1UL << (int)term));

    public static TermSet operator |(TermSet left, TermSet right) => new(left.Bits | right.Bits);
}
