using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.Documents;
using Gongkai.Testing;

namespace Gongkai.AnnualReports.Tests.Reading;

/// <summary>残缺的版式样本：能读多少读多少，断掉的地方说明，不臆造。</summary>
public sealed class SpecimenTests
{
    [SharedTheory]
    [InlineData("spec-changtu-bureau-2021-oldform", "昌图县某局", 2021, "disclosure.licences=33,0,0", "disclosure.otherServices=4,0,16", "requests.newlyReceived=0,0,0,0,0,0,0", "requests.granted=0,0,0,0,0,0,0", "requests.partlyGranted=?")]
    [InlineData("spec-fusong-donggang-town-2020", "抚松县东岗镇人民政府", 2020, "disclosure.procurement=3,808", "requests.newlyReceived=0,0,0,0,0,0,0", "requests.carriedIn=?")]
    [InlineData("spec-longgang-unit-2024", "深圳市龙岗区某单位", 2024, "disclosure.normativeDocuments=5,1,25", "requests.newlyReceived=58,7,0,0,1,0,66", "requests.partlyGranted=16,1,0,0,0,0,17", "requests.refusedEnforcementFile=?")]
    [InlineData("spec-qianan-dawuli-town-2020", "大五里镇人民政府", 2020, "disclosure.procurement=0,0", "requests.refusedStateSecret=0,0,0,0,0,0,0")]
    [InlineData("spec-taojiang-songmutang-town-2022", "桃江县松木塘镇人民政府", 2022, "disclosure.regulations=2,0,2", "disclosure.penalties=9")]
    [InlineData("spec-wuhan-ecology-2020-hant", null, 2020, "disclosure.normativeDocuments=2,2,19", "disclosure.licences=8,5,93", "disclosure.coercions=4,4,-")]
    [InlineData("spec-xixian-taiping-town-2022", "太平镇人民政府", 2022, "disclosure.fees=0", "requests.refusedSafetyStability=0,0,0,0,0,0,0")]
    [InlineData("spec-xuwen-justice-bureau-2024", "徐闻县司法局", 2024, "disclosure.normativeDocuments=3,0,101", "requests.newlyReceived=0,,,,,,0", "requests.refusedInternalAffairs=,,,,,,0")]
    [InlineData("spec-zibo-zhongbu-town-2020", "中埠镇人民政府", 2020, "disclosure.coercions=0,0,0")]
    public async Task A_specimen_is_read_as_far_as_it_goes(string name, string? agency, int year, params string[] rows)
    {
        var report = (await ReportReader.ReadFileAsync(Path.Combine(Repository.Shared!, "corpus", "txt", $"{name}.txt"), ReadLimits.Default)).Value;
        if (agency is not null) report.Agency.ShouldBe(agency);
        report.Year.ShouldBe(year);
        foreach (var row in rows)
        {
            var (path, expected) = (row[..row.IndexOf('=')], row[(row.IndexOf('=') + 1)..]);
            Printed(report, path).ShouldBe(expected, $"{path}\n{string.Join('\n', report.Notes.Select(note => note.Message))}");
        }
    }

    /// <summary>一行的格子，以逗号隔开；整行读不准是一个问号。</summary>
    private static string Printed(AnnualReport report, string path)
    {
        var kind = path.StartsWith("disclosure", StringComparison.Ordinal) ? TableKind.Disclosure : TableKind.Requests;
        var table = report.Table(kind)!;
        var cells = table.Row(table.Form.Row(path[(path.IndexOf('.') + 1)..])!).ToArray();
        return cells.All(cell => cell.State == CellState.Unread) ? "?" : string.Join(',', cells.Select(cell => cell.ToString()));
    }
}
