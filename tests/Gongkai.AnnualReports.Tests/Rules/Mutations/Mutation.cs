using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests.Rules.Mutations;

/// <summary>把无误的报告弄坏一处：在报告上改（文字、日期、名称），或者在写出来的页面上改（标签、行、格子）。</summary>
/// <param name="What">改了什么，各不相同。</param>
/// <param name="Rule">一定要响的规则；几条里响一条即可时用“|”隔开。</param>
internal sealed record Mutation(string What, string Rule)
{
    /// <summary>在报告上改。</summary>
    public Func<ReportBuilder, ReportBuilder> Report { get; init; } = static report => report;

    /// <summary>在写成 Markdown 的页面上改。</summary>
    public Func<string, string> Page { get; init; } = static page => page;

    /// <summary>也可以响的错误：同一处毛病的另一面。</summary>
    public string[] Also { get; init; } = [];

    public IReadOnlyList<string> Rules => Rule.Split('|');

    public override string ToString() => What;
}
