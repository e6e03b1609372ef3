using System.Globalization;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.Testing.Builders;
using Xunit.Abstractions;

namespace Gongkai.AnnualReports.Tests.Reading.Damage;

/// <summary>真实的报告里有真实的错误：印着的合计错了，读出来也是错的，等检查来说；等式不成立，不能让已经定下的行翻案。</summary>
public sealed class RealMistakesTests(ITestOutputHelper output)
{
    private const int Reports = 40;

    public static IEnumerable<object[]> Layouts => PrintedLayouts.All.Keys.Select(layout => new object[] { layout });

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_wrong_number_is_read_as_it_is_printed(string layout)
    {
        var (wrong, unread) = (0, 0);
        for (var seed = 0; seed < Reports; seed++)
        {
            var (report, broken) = Break(seed);
            var verdict = ReadingVerdict.Of(report, ReportReader.Read(PrintedLayouts.All[layout](PrintedReport.Of(report))).Value);
            verdict.WrongInSilence.ShouldBeEmpty($"种子 {seed}，改错的是 {string.Join(' ', broken)}");
            verdict.UnreadInSilence.ShouldBeEmpty();
            wrong += verdict.WrongWithNote.Count;
            unread += verdict.Unread;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{layout}：推断错而说明了的 {wrong} 格，未读 {unread} 格"));
        // 分得清格子的版式，一格也不许少读。
        if (layout != "全部粘连") (wrong, unread).ShouldBe((0, 0));
    }

    /// <summary>表三表四各改错几个数：有时改一格，有时改总计。</summary>
    private static (AnnualReport Report, List<string> Broken) Break(int seed)
    {
        var random = new Random(seed);
        var report = ReportGenerator.Create(seed);
        var broken = new List<string>();
        ReportTable Change(ReportTable table) => table.With(cells =>
        {
            for (var count = 0; count < 3; count++)
            {
                var at = random.Next(cells.Length);
                cells[at] = Cell.Of(cells[at].Value + random.Next(1, 30));
                broken.Add(table.PathAt(at).ToString());
            }
        });
        return (report with { Requests = Change(report.Requests!), Review = Change(report.Review!) }, broken);
    }
}
