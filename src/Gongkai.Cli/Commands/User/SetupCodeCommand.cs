using System.CommandLine;
using Gongkai.Cli.Commands.Db;
using Gongkai.Cli.Frame;
using Gongkai.Services.Upkeep;

namespace Gongkai.Cli.Commands.User;

/// <summary><c>gongkai user setup-code</c>：印出首次设置的设置码。装成服务的看不到启动信息，用它。</summary>
internal static class SetupCodeCommand
{
    public static Command Create(CommandFrame frame)
    {
        var data = DataFolderOption.Create(frame);
        var command = new ExampledCommand(
            "setup-code",
            Say("印出首次设置的设置码，装成服务、看不到启动信息的用它；还没有数据库的，先建好；已经设置过的，没有设置码", "Print the setup token for installations whose start-up messages nobody sees; creates the database if there is none; fails once set up"),
            "gongkai user setup-code --data data")
        { data };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = DataFolderOption.Read(parsed.GetValue(data)!);
            if (settings.Refusal is { } wrong) return frame.Fail(wrong);
            var outcome = await AccountUpkeep.SetupCode(settings.Value, frame.Clock, cancel);
            if (outcome.Refusal is { } refusal) return frame.Fail(refusal);
            if (format.IsJson(parsed)) frame.WriteJson(new { setupCode = outcome.Value.Code });
            else await frame.Output.WriteLineAsync(outcome.Value.Code);
            await frame.Error.WriteLineAsync(Say("打开网站的 /console/setup，填上设置码。", "Open /console/setup on the site and enter the token."));
            await frame.Error.WriteLineAsync(outcome.Value.KeyFileAdvice);
            return ExitCode.Fine;
        });
        return command;
    }
}
