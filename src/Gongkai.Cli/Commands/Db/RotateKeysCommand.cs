using System.CommandLine;
using Gongkai.Cli.Frame;
using Gongkai.Services.Upkeep;

namespace Gongkai.Cli.Commands.Db;

/// <summary><c>gongkai db rotate-keys</c>：换密钥。</summary>
internal static class RotateKeysCommand
{
    public static Command Create(CommandFrame frame)
    {
        var data = DataFolderOption.Create(frame);
        var command = new ExampledCommand(
            "rotate-keys",
            Say(
                "换密钥：密钥文件里加一把新的，个人信息与动态口令改用新的封；旧的留着核对从前的记录。先停下网站",
                "Rotate the keys: add new ones to the key file and reseal personal data and second factors; old ones stay to verify old records. Stop the site first"),
            "gongkai db rotate-keys --data data")
        { data };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = DataFolderOption.Read(parsed.GetValue(data)!);
            if (settings.Refusal is { } wrong) return frame.Fail(wrong);
            var outcome = await KeyUpkeep.Rotate(settings.Value, frame.Clock, cancel);
            if (outcome.Refusal is { } refusal) return frame.Fail(refusal);
            var rotated = outcome.Value;
            if (format.IsJson(parsed)) frame.WriteJson(rotated);
            else
            {
                await frame.Output.WriteLineAsync(Say(
                    $"换好了：数据密钥 {rotated.PersonalKeys} 把、动态口令与网页密钥 {rotated.Secrets} 件改用新的密钥。",
                    $"Rotated: {rotated.PersonalKeys} data keys and {rotated.Secrets} sealed secrets now use the new key."));
            }

            await frame.Error.WriteLineAsync(Say(
                $"现在就另存一份 {rotated.KeyFile}，抄到其余节点，再启动网站；旧的备份仍可恢复，旧的密钥文件可以换成这一份。",
                $"Save a copy of {rotated.KeyFile} now and copy it to the other nodes before starting the site; old backups still restore, and this file replaces the old key file."));
            return ExitCode.Fine;
        });
        return command;
    }
}
