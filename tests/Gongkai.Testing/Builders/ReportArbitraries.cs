using FsCheck;
using FsCheck.Fluent;
using Gongkai.AnnualReports.Model;

namespace Gongkai.Testing.Builders;

/// <summary>供 FsCheck 用的报告。</summary>
public static class ReportArbitraries
{
    /// <summary>前后一致、格格有数。</summary>
    public static Arbitrary<AnnualReport> Consistent { get; } = Of(ReportShape.Any);

    /// <summary>有些格子空着，有些印着数字以外的东西。</summary>
    public static Arbitrary<AnnualReport> WithHoles { get; } = Of(new ReportShape { BlankPercent = 8, RawPercent = 4 });

    public static Arbitrary<AnnualReport> Of(ReportShape shape) =>
        Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => ReportGenerator.Create(seed, shape)));
}
