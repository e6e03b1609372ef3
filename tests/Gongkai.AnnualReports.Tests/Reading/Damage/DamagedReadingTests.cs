using System.Globalization;
using Gongkai.AnnualReports.Reading;
using Gongkai.Testing;
using Gongkai.Testing.Builders;
using Xunit.Abstractions;

namespace Gongkai.AnnualReports.Tests.Reading.Damage;

/// <summary>
/// 最要紧的一条：宁可不读，不可读错。造出来的报告印成语料里的各种版式，再照语料里的样子损坏，
/// 读回来的每一格，要么与原来的一样，要么没有读并且说了为什么。
/// </summary>
public sealed class DamagedReadingTests(ITestOutputHelper output)
{
    private static int Cases => LongRun.Enabled ? 400 : 25;

    public static IEnumerable<object[]> Combinations =>
        PrintedLayouts.All.Keys.SelectMany(layout => Damages.All.Keys.Prepend("完好").Select(damage => new object[] { layout, damage }));

    [Theory]
    [MemberData(nameof(Combinations))]
    public void No_cell_is_ever_wrong(string layout, string damage)
    {
        var (cells, unread) = (0, 0);
        var problems = new List<string>();
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var report = ReportGenerator.Create(seed, Shape(seed, layout, damage));
            var printed = PrintedReport.Of(report);
            if (damage != "完好" && PrintedLayouts.CanShow(layout, damage))
                foreach (var row in printed.Rows.ToArray())
                    if (random.Next(8) == 0 && CanBeDamaged(row, layout)) Damages.All[damage](printed, row, random);
            var read = ReportReader.Read(PrintedLayouts.All[layout](printed));
            if (read.Refusal is not null) continue;
            var verdict = ReadingVerdict.Of(report, read.Value);
            (cells, unread) = (cells + verdict.Right + verdict.Unread, unread + verdict.Unread);
            problems.AddRange(verdict.WrongInSilence.Select(problem => $"种子 {seed}：读错，没有说：{problem}"));
            problems.AddRange(verdict.UnreadInSilence.Select(problem => $"种子 {seed}：没有读，没有说：{problem}"));
            problems.AddRange(verdict.WrongWithNote.Select(problem => $"种子 {seed}：推断错了：{problem}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{layout} {damage}：{cells} 格，未读 {(double)unread / Math.Max(cells, 1):P1}"));
        problems.Count.ShouldBe(0, string.Join('\n', problems.Take(12)));
    }

    /// <summary>版式上看不见的空白已经是一处损坏，同一行不再加第二处。</summary>
    private static bool CanBeDamaged(PrintedRow row, string layout) =>
        PrintedLayouts.ShowsBlanks(layout, row) || row.Values.TrueForAll(value => value.Length > 0);

    /// <summary>三份里有一份带空白与别的字；看不见空白的文字只在完好时用它：空白与掉下来、丢了标签的数本来就分不清。</summary>
    private static ReportShape Shape(int seed, string layout, string damage) => (seed % 3) switch
    {
        1 when layout is not "全部粘连" && (damage == "完好" || layout is not ("空格" or "一格一行")) => new ReportShape { BlankPercent = 6, RawPercent = 3 },
        2 => new ReportShape { Size = ReportSize.Small },
        _ => ReportShape.Any,
    };
}
