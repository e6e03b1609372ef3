using System.CommandLine;
using Gongkai.Cli.Commands.Db;
using Gongkai.Cli.Frame;
using Gongkai.Services.Upkeep;

namespace Gongkai.Cli.Commands.User;

/// <summary><c>gongkai user reset</c>：发一个一次性口令。</summary>
internal static class ResetCommand
{
    public static Command Create(CommandFrame frame)
    {
        var name = new Argument<string>("NAME") { Description = Say("登录名", "Login name") };
        var drop = new Option<bool>("--drop-totp") { Description = Say("手机丢了：连动态口令和备用码一起去掉", "The phone is lost: also drop the second factor and its recovery codes") };
        var data = DataFolderOption.Create(frame);
        var command = new ExampledCommand(
            "reset",
            Say("发一个一次性口令，二十四小时之内登录、登录后必须先改；原来的登录全部失效，留有审计记录", "Issue a one-time password, good for a day, to be changed at sign-in; ends all sessions; recorded"),
            "gongkai user reset zhangsan --data data",
            "gongkai user reset zhangsan --drop-totp")
        { name, drop, data };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = DataFolderOption.Read(parsed.GetValue(data)!);
            if (settings.Refusal is { } wrong) return frame.Fail(wrong);
            var outcome = await AccountUpkeep.Reset(settings.Value, parsed.GetValue(name)!, parsed.GetValue(drop), frame.Clock, cancel);
            if (outcome.Refusal is { } refusal) return frame.Fail(refusal);
            if (format.IsJson(parsed)) frame.WriteJson(new { loginName = parsed.GetValue(name), oneTimePassword = outcome.Value });
            else await frame.Output.WriteLineAsync(outcome.Value);
            await frame.Error.WriteLineAsync(Say("一次性口令只显示这一次，二十四小时之内有效。", "The one-time password is shown only now and is good for a day."));
            return ExitCode.Fine;
        });
        return command;
    }
}
