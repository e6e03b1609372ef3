using System.CommandLine;
using Gongkai.Cli.Frame;
using Gongkai.Services.Upkeep;

namespace Gongkai.Cli.Commands.Db;

/// <summary><c>gongkai db restore</c>：恢复一份备份，并核对审计链。</summary>
internal static class RestoreCommand
{
    public static Command Create(CommandFrame frame)
    {
        var file = new Argument<string>("FILE") { Description = Say("gongkai db backup 写的文件", "A file written by gongkai db backup") };
        var data = DataFolderOption.Create(frame);
        var force = new Option<bool>("--force") { Description = Say("已有数据也恢复，原来的挪到一边，不删", "Restore over existing data, which is moved aside, not deleted") };
        var command = new ExampledCommand("restore", Say("恢复一份备份，并核对审计链", "Restore a backup and verify the audit chains"), "gongkai db restore 2026-03-02.gongkai --data data") { file, data, force };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = DataFolderOption.Read(parsed.GetValue(data)!);
            if (settings.Refusal is { } wrong) return frame.Fail(wrong);
            var outcome = await DataUpkeep.Restore(settings.Value, parsed.GetValue(file)!, parsed.GetValue(force), frame.Clock, cancel);
            if (outcome.Refusal is { } refusal) return frame.Fail(refusal);
            var result = outcome.Value;
            if (format.IsJson(parsed)) frame.WriteJson(result);
            else
            {
                await frame.Output.WriteLineAsync(Say(
                    $"已恢复：第 {result.Manifest.Schema} 版，附件 {result.Manifest.Attachments} 个。",
                    $"Restored: version {result.Manifest.Schema}, {result.Manifest.Attachments} attachments."));
                if (result.Replaced is { } aside) await frame.Output.WriteLineAsync(Say($"原来的数据挪到了 {aside}。", $"The former data was moved to {aside}."));
                VerifyText.Write(frame, result.Audit);
            }

            return result.Audit.Sound ? ExitCode.Fine : ExitCode.FoundErrors;
        });
        return command;
    }
}
