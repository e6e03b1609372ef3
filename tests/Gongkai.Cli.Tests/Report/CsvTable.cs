using System.Text;

namespace Gongkai.Cli.Tests.Report;

/// <summary>照 RFC 4180 读 CSV，与写的那个库无关：写得不合规矩就读不对。</summary>
internal static class CsvTable
{
    /// <summary>第一行是表头；其余每行由列名得值。</summary>
    public static List<Dictionary<string, string>> Read(string text)
    {
        var records = Records(text).ToList();
        records.ShouldAllBe(record => record.Count == records[0].Count);
        return [.. records.Skip(1).Select(record => records[0].Zip(record).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    private static IEnumerable<List<string>> Records(string text)
    {
        var record = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character == '"' && !(quoted && at + 1 < text.Length && text[at + 1] == '"')) quoted = !quoted;
            else if (!quoted && character is ',' or '\n' && !quoted)
            {
                record.Add(field.ToString());
                field.Clear();
                if (character == ',') continue;
                yield return record;
                record = [];
            }
            else
            {
                if (character == '"') at++;
                field.Append(character);
            }
        }

        (record.Count, field.Length).ShouldBe((0, 0), "最后一行也要以换行结束");
    }
}
