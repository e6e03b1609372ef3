using System.CommandLine;
using Gongkai.Cli.Frame;
using Gongkai.Services.Upkeep;

namespace Gongkai.Cli.Commands.Db;

/// <summary><c>gongkai db backup</c>：全部数据与附件写成一个文件，不停机。</summary>
internal static class BackupCommand
{
    public static Command Create(CommandFrame frame)
    {
        var file = new Argument<string>("FILE") { Description = Say("备份写到哪个文件；密钥不在里面，须另行备份", "The backup file; keys are not in it and need a backup of their own") };
        var data = DataFolderOption.Create(frame);
        var command = new ExampledCommand("backup", Say("把全部数据与附件备份成一个文件，不停机", "Back up all data and attachments into one file, online"), "gongkai db backup 2026-03-02.gongkai --data data") { file, data };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = DataFolderOption.Read(parsed.GetValue(data)!);
            if (settings.Refusal is { } wrong) return frame.Fail(wrong);
            var path = parsed.GetValue(file)!;
            var outcome = await DataUpkeep.Backup(settings.Value, path, frame.Clock, cancel);
            if (outcome.Refusal is { } refusal) return frame.Fail(refusal);
            var manifest = outcome.Value;
            if (format.IsJson(parsed)) frame.WriteJson(manifest);
            else
            {
                await frame.Output.WriteLineAsync(Say(
                    $"已备份到 {path}：{manifest.Engine}，第 {manifest.Schema} 版，附件 {manifest.Attachments} 个。",
                    $"Backed up to {path}: {manifest.Engine}, version {manifest.Schema}, {manifest.Attachments} attachments."));
                await frame.Error.WriteLineAsync(Say(
                    $"密钥文件 {settings.Value.KeyPath} 不在备份里，请另行备份，与备份分开存放。",
                    $"The key file {settings.Value.KeyPath} is not in the backup: back it up apart."));
            }

            return ExitCode.Fine;
        });
        return command;
    }
}
