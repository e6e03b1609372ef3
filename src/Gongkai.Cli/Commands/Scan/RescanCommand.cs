using System.CommandLine;
using Gongkai.Cli.Commands.Db;
using Gongkai.Cli.Frame;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Services.Publication.Findings;
using Gongkai.Services.Upkeep;

namespace Gongkai.Cli.Commands.Scan;

/// <summary><c>gongkai rescan</c>：已发布的再扫描一遍。</summary>
internal static class RescanCommand
{
    public static Command Create(CommandFrame frame)
    {
        var data = DataFolderOption.Create(frame);
        var again = new Option<bool>("--all") { Description = Say("由这一版扫描器扫过的也再扫", "Scan again what this version of the scanner has already scanned") };
        var command = new ExampledCommand(
            "rescan",
            Say("已发布的再扫描一遍，不等网站后台的那一轮；又查出错误的列出来，由人撤回、更正", "Scan what is published again, without waiting for the site's own round; list what was found, for people to withdraw or correct"),
            "gongkai rescan --data data",
            "gongkai rescan --all --json")
        { data, again };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = DataFolderOption.Read(parsed.GetValue(data)!);
            if (settings.Refusal is { } wrong) return frame.Fail(wrong);
            var outcome = await ScanUpkeep.Rescan(settings.Value, parsed.GetValue(again), frame.Clock, cancel);
            if (outcome.Refusal is { } refusal) return frame.Fail(refusal);
            if (format.IsJson(parsed)) frame.WriteJson(RescanJson.Of(outcome.Value));
            else WriteText(frame, outcome.Value);
            return outcome.Value.Found.IsEmpty ? ExitCode.Fine : ExitCode.FoundErrors;
        });
        return command;
    }

    private static void WriteText(CommandFrame frame, RescanReport report)
    {
        foreach (var item in report.Found) frame.Output.WriteLine(Say($"/i/{ShortItemId.Of(item.Id.Value)}　{item.Title}：{item.Findings.Length} 处错误", $"/i/{ShortItemId.Of(item.Id.Value)} {item.Title}: {item.Findings.Length} errors"));
        frame.Output.WriteLine(Say($"扫了 {report.Scanned} 条；公开着的有 {report.Found.Length} 条查出错误。", $"{report.Scanned} items scanned; {report.Found.Length} published items hold errors."));
    }
}

/// <summary>再扫描的结果的 JSON；各处只有遮盖过的说法。</summary>
internal sealed record RescanJson(int Scanned, IEnumerable<RescannedJson> Found)
{
    public static RescanJson Of(RescanReport report) =>
        new(report.Scanned, report.Found.Select(item => new RescannedJson(ShortItemId.Of(item.Id.Value), item.Title, item.At, item.Findings.Select(answered => answered.Finding.Finding.Message))));
}

/// <summary>又查出错误的一条。</summary>
internal sealed record RescannedJson(string ShortId, string Title, DateTimeOffset At, IEnumerable<string> Findings);
