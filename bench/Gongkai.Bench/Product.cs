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
        var report = ReportReader.Read(document.Value);
        ReportChecker.Check(new CheckContext(report.Value));
    }

    public static async Task ReadAndCheckFile(string file)
    {
        var report = await ReportReader.ReadFileAsync(file, ReadLimits.Default);
        ReportChecker.Check(new CheckContext(report.Value));
    }
}
