using System.CommandLine;
using Gongkai.Cli.Frame;
using Gongkai.Services.Upkeep;

namespace Gongkai.Cli.Commands.Db;

/// <summary><c>gongkai db migrate</c>：把库升级到本程序的版本。</summary>
internal static class MigrateCommand
{
    public static Command Create(CommandFrame frame)
    {
        var data = DataFolderOption.Create(frame);
        var command = new ExampledCommand("migrate", Say("升级到本程序的版本，升级之前先备份；没有库就新建", "Upgrade the database, after a backup; create it if there is none"), "gongkai db migrate --data data") { data };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = DataFolderOption.Read(parsed.GetValue(data)!);
            if (settings.Refusal is { } wrong) return frame.Fail(wrong);
            var outcome = await DataUpkeep.Migrate(settings.Value, frame.Clock, cancel);
            if (outcome.Refusal is { } refusal) return frame.Fail(refusal);
            if (format.IsJson(parsed)) frame.WriteJson(outcome.Value);
            else await frame.Output.WriteLineAsync(Sentence(frame, outcome.Value));
            return ExitCode.Fine;
        });
        return command;
    }

    private static string Sentence(CommandFrame frame, Migration migration) => migration switch
    {
        { From: 0 } => Say($"新建了数据库，第 {migration.To} 版。", $"Created the database, version {migration.To}."),
        _ when migration.From == migration.To => Say($"已经是第 {migration.To} 版，不必升级。", $"Already at version {migration.To}."),
        _ => Say($"从第 {migration.From} 版升级到第 {migration.To} 版。", $"Upgraded from version {migration.From} to {migration.To}."),
    };
}
