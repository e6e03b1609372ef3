namespace Gongkai.Testing.Builders;

/// <summary>要什么样的报告；没有写明的由种子定。</summary>
public sealed record ReportShape
{
    public static ReportShape Any { get; } = new();

    /// <summary>报告年度，2019–2025；格式由它定。</summary>
    public int? Year { get; init; }

    public ReportSize? Size { get; init; }

    public InventedBody? Body { get; init; }

    /// <summary>平均每一百格有几格空着。</summary>
    public int BlankPercent { get; init; }

    /// <summary>平均每一百格有几格印着数字以外的东西。</summary>
    public int RawPercent { get; init; }
}

/// <summary>数字的大小。</summary>
public enum ReportSize
{
    /// <summary>全是零。</summary>
    Zero,

    /// <summary>各格不过几件。</summary>
    Small,

    /// <summary>各格几十到几百。</summary>
    Medium,

    /// <summary>省市汇总那样大：格子上万，处罚几十万件。</summary>
    Large,
}
