using System.CommandLine;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Rules;

/// <summary><c>gongkai rules</c>：年报的规则目录。</summary>
internal static class RulesGroup
{
    public static Command Create(CommandFrame frame) =>
        new("rules", Say("年报的规则：目录与解释", "The rules for annual reports: list and explain"))
        {
            ListCommand.Create(frame),
            ExplainCommand.Create(frame),
        };
}
