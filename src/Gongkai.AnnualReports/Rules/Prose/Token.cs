namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>一个词、一个标点或一个数；位置以 <see cref="ProseText.Text"/> 为准。</summary>
internal readonly record struct Token(Term Term, int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>数、百分数或年份的值；词和标点为 0。</summary>
    public decimal Value { get; init; }

    /// <summary>数的单位，“件”“条”“万元”；没有单位时为空串。</summary>
    public string Unit { get; init; } = "";

    public Exactness Exactness { get; init; }

    /// <summary>数字写得可疑（紧挨着另一个数、区间的一端），不能当准确的数用。</summary>
    public bool Dubious { get; init; }
}

/// <summary>数的准确程度。</summary>
internal enum Exactness
{
    /// <summary>准确数。</summary>
    Exact,

    /// <summary>约数：余、多、约、近、左右、以上。</summary>
    Approximate,

    /// <summary>没有印数字，用“未收到”“无”说的零。</summary>
    Denied,
}
