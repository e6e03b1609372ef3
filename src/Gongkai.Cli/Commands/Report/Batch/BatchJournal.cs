using System.Text.Json;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Rules;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Report.Batch;

/// <summary>
/// 批处理的流水：<c>reports.jsonl</c> 与 <c>errors.jsonl</c>，一行一个文件，写完一行才算做完一个。
/// 中断以后，截掉没写完的半行，从没有做过的文件接着做。
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

    /// <summary>打开流水。接着做时，返回已经做完的文件与它们当时的大小；大小变了的要重做。</summary>
    public static (BatchJournal Journal, Dictionary<string, long> Done) Open(string directory, bool resume)
    {
        Directory.CreateDirectory(directory);
        var done = new Dictionary<string, long>(StringComparer.Ordinal);
        var reports = OpenOne(Path.Combine(directory, ReportsName), resume, done);
        // 读不出的也算做过：原因多半还在；换了文件，大小会变。
        var errors = OpenOne(Path.Combine(directory, ErrorsName), resume, done);
        return (new BatchJournal(reports, errors), done);
    }

    public void Add(BatchItem item)
    {
        var target = item.Report is null ? _errors : _reports;
        using (var writer = new Utf8JsonWriter(target, new JsonWriterOptions { Encoder = JsonText.Encoder, SkipValidation = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("file", item.File);
            writer.WriteNumber("size", item.Size);
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

    public async ValueTask DisposeAsync()
    {
        await _reports.DisposeAsync();
        await _errors.DisposeAsync();
    }

    private static FileStream OpenOne(string path, bool resume, Dictionary<string, long> done)
    {
        var stream = new FileStream(path, resume ? FileMode.OpenOrCreate : FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
        if (resume)
        {
            var end = 0L;
            foreach (var (line, after) in JsonLines.Read(stream))
            {
                using var document = JsonDocument.Parse(line);
                done[document.RootElement.GetProperty("file").GetString()!] = document.RootElement.GetProperty("size").GetInt64();
                end = after;
            }

            stream.SetLength(end);
            stream.Seek(end, SeekOrigin.Begin);
        }

        return stream;
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
