using System.CommandLine;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Db;

/// <summary><c>gongkai db</c>：数据的保养。</summary>
internal static class DbGroup
{
    public static Command Create(CommandFrame frame) =>
        new("db", Say("数据：升级、备份、恢复、核对、换密钥", "The data: upgrade, back up, restore, verify, rotate keys"))
        {
            MigrateCommand.Create(frame),
            BackupCommand.Create(frame),
            RestoreCommand.Create(frame),
            VerifyCommand.Create(frame),
            RotateKeysCommand.Create(frame),
        };
}
