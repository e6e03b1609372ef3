using System.Text.Json;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Rules;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Report.Batch;

/// <summary>
/// 批处理的流水：<c>reports.jsonl</c> 与 <c>errors.jsonl</c>，一行一个文件，写完一行才算做完一个。
/// 中断以后，截掉没写完的半行，从没有做过的文件接着做；文件换过、或者已经不在的，旧的一行作废；一个文件有两行的，后一行作数。
/// </summary>
internal sealed class BatchJournal : IAsyncDisposable
{
    public const string ReportsName = "reports.jsonl";
    public const string ErrorsName = "errors.jsonl";

    private readonly FileStream _reports;
    private readonly FileStream _errors;

    private BatchJournal(FileStream reports, FileStream errors)
    {
        _reports = reports;
        _errors = errors;
    }

    /// <summary>接着往后写。</summary>
    public static BatchJournal Continue(string directory) => new(Append(directory, ReportsName), Append(directory, ErrorsName));

    /// <summary>打开流水。</summary>
    /// <param name="current">现有的文件与大小；不是接着做时不看。</param>
    /// <returns>流水，和已经做完、不必再做的文件。</returns>
    public static (BatchJournal Journal, HashSet<string> Done) Open(string directory, bool resume, IReadOnlyDictionary<string, long> current)
    {
        Directory.CreateDirectory(directory);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in new[] { ReportsName, ErrorsName })
        {
            var path = Path.Combine(directory, name);
            if (!resume || !File.Exists(path)) File.WriteAllBytes(path, []);
            // 读不出的也算做过：原因多半还在；换了文件，大小会变。
            else done.UnionWith(JournalOrder.Rewrite(path, (file, size) => current.TryGetValue(file, out var now) && now == size && !done.Contains(file)));
        }

        return (Continue(directory), done);
    }

    public void Add(BatchItem item)
    {
        var target = item.Report is null ? _errors : _reports;
        using (var writer = new Utf8JsonWriter(target, new JsonWriterOptions { Encoder = JsonText.Encoder, SkipValidation = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("file", item.File);
            writer.WriteNumber("size", item.Size);
            WritePrevious(writer, item.Previous);
            if (item.Report is null)
            {
                writer.WriteString("unreadable", item.Unreadable);
            }
            else
            {
                writer.WritePropertyName("report");
                CanonicalJson.Write(item.Report, writer);
                WriteCheck(writer, item.Check!);
            }

            writer.WriteEndObject();
        }

        target.WriteByte((byte)'\n');
        target.Flush();
    }

    /// <summary>按文件名排好，一个文件只留最后写的一行。</summary>
    public static void Arrange(string directory)
    {
        foreach (var name in new[] { ReportsName, ErrorsName }) JournalOrder.Rewrite(Path.Combine(directory, name), static (_, _) => true);
    }

    public async ValueTask DisposeAsync()
    {
        await _reports.DisposeAsync();
        await _errors.DisposeAsync();
    }

    private static FileStream Append(string directory, string name) =>
        new(Path.Combine(directory, name), FileMode.Append, FileAccess.Write, FileShare.Read, 1 << 16);

    private static void WritePrevious(Utf8JsonWriter writer, PreviousFile? previous)
    {
        if (previous is null) return;
        writer.WriteStartObject("previous");
        writer.WriteString("file", previous.File);
        writer.WriteNumber("size", previous.Size);
        writer.WriteEndObject();
    }

    private static void WriteCheck(Utf8JsonWriter writer, CheckResult check)
    {
        writer.WriteStartArray("findings");
        foreach (var finding in check.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", finding.Rule);
            writer.WriteString("severity", JsonText.NameOf(finding.Severity));
            writer.WriteString("message", finding.Message);
            writer.WriteStartArray("cells");
            foreach (var cell in finding.Cells) writer.WriteStringValue(cell.ToString());
            writer.WriteEndArray();
            writer.WriteString("basis", finding.Basis);
            writer.WriteString("where", finding.Where);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("notAssessable");
        foreach (var rule in check.NotAssessable)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", rule.Rule);
            writer.WriteString("why", rule.Why);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
