using System.Text.Json;

namespace Gongkai.Cli.Commands.Report.Batch;

/// <summary>整理流水：去掉作废的行和没写完的半行，按文件名排好。本来就整齐的不动。</summary>
internal static class JournalOrder
{
    /// <param name="keep">由文件名与当时的大小，判断这一行还作数不作数。</param>
    public static void Rewrite(string path, Func<string, long, bool> keep)
    {
        var lines = new List<(string File, long Start, int Length)>();
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

                tidy &= lines.Count == 0 || string.CompareOrdinal(lines[^1].File, file) < 0;
                lines.Add((file, after - line.Length - 1, line.Length + 1));
            }
        }

        if (tidy && lines.Sum(line => (long)line.Length) == length) return;
        Replace(path, lines);
    }

    /// <summary>写在旁边，写好再改名：中途断了，原来的还在。</summary>
    private static void Replace(string path, List<(string File, long Start, int Length)> lines)
    {
        lines.Sort(static (a, b) => string.CompareOrdinal(a.File, b.File));
        var beside = path + ".tmp";
        using (var source = File.OpenRead(path))
        using (var target = File.Create(beside))
        {
            foreach (var (_, start, length) in lines)
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
