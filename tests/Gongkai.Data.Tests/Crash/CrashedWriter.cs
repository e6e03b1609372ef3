using System.Diagnostics;
using System.Text;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Settings;
using Gongkai.Data.Search;

namespace Gongkai.Data.Tests.Crash;

/// <summary>会被杀掉的写手：一件事里存一行、收一个附件、放进检索。</summary>
internal static class CrashedWriter
{
    private static readonly Guid Bureau = SettingActs.Bureau;

    public static async Task Publish(Database database, int number)
    {
        var pdf = new MemoryStream(Encoding.UTF8.GetBytes($"%PDF-1.7 {number}"));
        var file = (await database.Attachments.Accept(pdf, "附件.pdf", default)).Value;
        await database.Acts.Perform<int>(
            new Act("item.publish", SettingActs.Clerk, new ChainId(Bureau)),
            async scope =>
            {
                scope.Db.Settings.Add(new SettingRow { Unit = Bureau, Name = $"n{number}", Value = "1" });
                await scope.Attach(file, default);
                await scope.Search.Put(new SearchEntry(new Subject("item", $"{number}"), $"公报 第{number}号", "正文", new() { Unit = Bureau }), default);
                scope.Record(new Subject("item", $"{number}"));
                return number;
            },
            default);
    }

    /// <summary>起一个写手，等它报成若干件，杀掉；答复它报成的最后一件。</summary>
    public static async Task<int> WriteAndKill(DataSettings settings, int from, int count)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(CrashedWriter).Assembly.Location);
        start.ArgumentList.Add(settings.Folder);
        start.ArgumentList.Add($"{from}");
        if (settings.Postgres is { } postgres) start.ArgumentList.Add(postgres);
        using var writer = Process.Start(start)!;
        var last = from - 1;
        while (last < from + count - 1 && await writer.StandardOutput.ReadLineAsync() is { } line) last = int.Parse(line);
        // 再多做半件：杀在哪一步，由它去。
        writer.Kill();
        while (await writer.StandardOutput.ReadLineAsync() is { } late)
            if (int.TryParse(late, out var number)) last = number;
        await writer.WaitForExitAsync();
        return last;
    }
}
