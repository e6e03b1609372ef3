using System.CommandLine;
using Gongkai.AnnualReports.Rules;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Rules;

/// <summary><c>gongkai rules list</c>：全部规则，一行一条。</summary>
internal static class ListCommand
{
    public static Command Create(CommandFrame frame)
    {
        var command = new ExampledCommand("list", Say("列出全部规则", "List all rules"), "gongkai rules list");
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(parsed =>
        {
            if (format.IsJson(parsed)) frame.WriteJson(RuleCatalogue.All.Select(RuleJson.Of));
            else WriteText(frame);
            return ExitCode.Fine;
        });
        return command;
    }

    private static void WriteText(CommandFrame frame)
    {
        foreach (var group in RuleCatalogue.All.GroupBy(rule => RuleCatalogue.GroupOf(rule.Id)!))
        {
            frame.Output.WriteLine($"{group.Key.Letter} {group.Key.Caption}");
            foreach (var rule in group) frame.Output.WriteLine($"  {rule.Id}  {rule.Severity.Caption}  {rule.Sentence}");
        }
    }
}
