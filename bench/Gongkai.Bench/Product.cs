using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Rules;
using Gongkai.Documents;

namespace Gongkai.Bench;

/// <summary>被测的：读一份，查一份。读不出就是量错了东西，当场停下。</summary>
internal static class Product
{
    public static void ReadAndCheck(byte[] content)
    {
        var document = DocumentReader.Read(content, "report", ReadLimits.Default, CancellationToken.None);
        Check(ReportReader.Read(document.Value).Value);
    }

    public static async Task ReadAndCheckFile(string file)
    {
        var report = await ReportReader.ReadFileAsync(file, ReadLimits.Default);
        Check(report.Value);
    }

    /// <summary>与命令行一样：机关的级别与辖区由名称判定，全部规则都用上。</summary>
    public static void Check(AnnualReport report) => ReportChecker.Check(ContextOf(report));

    public static CheckContext ContextOf(AnnualReport report) => new(report) { Body = ReportingBody.Of(report) };
}
