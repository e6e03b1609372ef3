using System.Text.Json;
using Gongkai.AnnualReports.Batch;

namespace Gongkai.Cli.Commands.Report.Batch;

/// <summary>整理流水：去掉作废的行和没写完的半行，一个文件只留最后一行，按文件名排好。本来就整齐的不动。</summary>
internal static class JournalOrder
{
    /// <param name="keep">由文件名与当时的大小，判断这一行还作数不作数。</param>
    /// <returns>留下来的文件。</returns>
    public static IEnumerable<string> Rewrite(string path, Func<string, long, bool> keep)
    {
        var lines = new SortedDictionary<string, (long Start, int Length)>(StringComparer.Ordinal);
        var last = "";
        long length;
        var tidy = true;
        using (var stream = File.OpenRead(path))
        {
            length = stream.Length;
            foreach (var (line, after) in JsonLines.Read(stream))
            {
                using var document = JsonDocument.Parse(line);
                var file = document.RootElement.GetProperty("file").GetString()!;
                if (!keep(file, document.RootElement.GetProperty("size").GetInt64()))
                {
                    tidy = false;
                    continue;
                }

                tidy &= string.CompareOrdinal(last, file) < 0;
                last = file;
                lines[file] = (after - line.Length - 1, line.Length + 1);
            }
        }

        if (!tidy || lines.Values.Sum(line => (long)line.Length) != length) Replace(path, lines.Values);
        return lines.Keys;
    }

    /// <summary>写在旁边，写好再改名：中途断了，原来的还在。</summary>
    private static void Replace(string path, IEnumerable<(long Start, int Length)> lines)
    {
        var beside = path + ".tmp";
        using (var source = File.OpenRead(path))
        using (var target = File.Create(beside))
        {
            foreach (var (start, length) in lines)
            {
                var buffer = new byte[length];
                source.Position = start;
                source.ReadExactly(buffer);
                target.Write(buffer);
            }
        }

        File.Move(beside, path, overwrite: true);
    }
}
