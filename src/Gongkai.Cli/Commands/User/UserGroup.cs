using System.CommandLine;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.User;

/// <summary><c>gongkai user</c>：人员的账号。</summary>
internal static class UserGroup
{
    public static Command Create(CommandFrame frame) => new("user", Say("人员的账号", "Accounts of people")) { ResetCommand.Create(frame), SetupCodeCommand.Create(frame) };
}
