using System.Globalization;
using System.Text.Json;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.Documents;
using Gongkai.Testing;

namespace Gongkai.AnnualReports.Tests.Reading;

/// <summary>真实报告：语料里每一个有定论的格子都读对；读不准的格子都有备注。</summary>
public sealed class CorpusReadingTests
{
    public static TheoryData<string> Files => new(Corpus.WithTruth.Select(Path.GetFileName)!);

    [SharedTheory]
    [MemberData(nameof(Files))]
    public async Task Every_scored_cell_equals_the_truth(string file)
    {
        var path = Corpus.WithTruth.Single(candidate => Path.GetFileName(candidate) == file);
        using var truth = JsonDocument.Parse(await File.ReadAllTextAsync(Corpus.TruthOf(path)));
        var outcome = await ReportReader.ReadFileAsync(path, ReadLimits.Default);
        outcome.Succeeded.ShouldBeTrue(outcome.Refusal?.Reason);
        var report = outcome.Value;

        var wrong = Compare(report, truth.RootElement).ToList();
        wrong.ShouldBeEmpty(string.Join('\n', wrong) + "\n备注：\n" + string.Join('\n', report.Notes.Select(note => $"{note.Code} {note.Cell} {note.Message}")));
        report.Year.ShouldBe(truth.RootElement.GetProperty("year").GetInt32());
        report.Disclosure!.Form.Form.Value.ShouldBe(truth.RootElement.GetProperty("forms").GetProperty("disclosure").GetString());
        report.Requests!.Form.Form.Value.ShouldBe(truth.RootElement.GetProperty("forms").GetProperty("requests").GetString());
    }

    [SharedTheory]
    [MemberData(nameof(Files))]
    public async Task Every_unread_cell_has_a_note(string file)
    {
        var path = Corpus.WithTruth.Single(candidate => Path.GetFileName(candidate) == file);
        var report = (await ReportReader.ReadFileAsync(path, ReadLimits.Default)).Value;
        foreach (var kind in Enum.GetValues<TableKind>())
        {
            foreach (var row in report.Table(kind)!.Form.Rows)
                foreach (var column in row.Columns)
                    if (report.Table(kind)![row, column].State == CellState.Unread)
                        report.Notes.ShouldContain(note => note.Cell != null && note.Cell.Value.Table == kind && (note.Cell.Value.Row == null || note.Cell.Value.Row == row.Key), $"{kind} {row.Key}");
        }
    }

    private static IEnumerable<string> Compare(AnnualReport report, JsonElement truth)
    {
        var unscored = truth.GetProperty("_unscored").EnumerateArray().Select(item => item.GetString()!).ToList();
        foreach (var kind in Enum.GetValues<TableKind>())
        {
            var key = TableKeys.Of(kind);
            var table = report.Table(kind);
            if (table is null)
            {
                yield return $"{key} 没有读到";
                continue;
            }

            foreach (var row in truth.GetProperty(key).EnumerateObject())
            {
                if (unscored.Exists(path => $"{key}.{row.Name}".StartsWith(path, StringComparison.Ordinal))) continue;
                var expected = row.Value.ValueKind == JsonValueKind.Array
                    ? row.Value.EnumerateArray().Select(Text).ToList()
                    : [.. row.Value.EnumerateObject().Select(column => Text(column.Value))];
                var actual = table.Form.Row(row.Name) is { } found ? table.Row(found).ToArray().Select(cell => cell.IsNumber ? cell.Value.ToString("0.##########", CultureInfo.InvariantCulture) : cell.State == CellState.Raw ? cell.Printed! : "null").ToList() : ["没有这一行"];
                if (!expected.SequenceEqual(actual, StringComparer.Ordinal)) yield return $"{key}.{row.Name}：应为 {string.Join(' ', expected)}，读成 {string.Join(' ', actual)}";
            }
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDecimal().ToString("0.##########", CultureInfo.InvariantCulture),
        JsonValueKind.String => value.GetString()!,
        _ => "null",
    };
}
