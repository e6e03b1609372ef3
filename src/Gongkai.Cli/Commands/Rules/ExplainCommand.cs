using System.CommandLine;
using Gongkai.AnnualReports.Rules;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Rules;

/// <summary><c>gongkai rules explain</c>：一条规则说的是什么，凭什么，什么时候用。</summary>
internal static class ExplainCommand
{
    public static Command Create(CommandFrame frame)
    {
        var id = new Argument<string>("ID") { Description = Say("规则编号，例如 T3-01", "The rule's id, for example T3-01") };
        var command = new ExampledCommand("explain", Say("解释一条规则：内容、级别、依据、适用、例子", "Explain a rule"), "gongkai rules explain T3-01") { id };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(id)!;
            if (RuleCatalogue.Find(asked) is not { } rule)
            {
                var near = RuleCatalogue.Near(asked);
                return frame.Fail(
                    $"没有规则“{asked}”，相近的有 {string.Join("、", near)}；全部规则见 gongkai rules list。",
                    $"There is no rule “{asked}”; near ones are {string.Join(", ", near)}; all rules: gongkai rules list.");
            }

            if (format.IsJson(parsed)) frame.WriteJson(RuleJson.Of(rule));
            else WriteText(frame, rule);
            return ExitCode.Fine;
        });
        return command;
    }

    private static void WriteText(CommandFrame frame, Rule rule)
    {
        var output = frame.Output;
        var group = RuleCatalogue.GroupOf(rule.Id)!;
        output.WriteLine($"{rule.Id}  {rule.Severity.Caption}  {group.Letter} {group.Caption}");
        output.WriteLine(rule.Sentence);
        output.WriteLine();
        output.WriteLine($"{Say("依据：", "Basis: ")}{rule.Basis}");
        output.WriteLine($"{Say("适用：", "Applies to: ")}{rule.Scope}");
        output.WriteLine($"{Say("放行：", "Waiver: ")}{rule.Waiver}");
        if (rule.NeedsRegister is { } register) output.WriteLine($"{Say("需要：", "Needs: ")}{register}");
        foreach (var example in rule.Examples) output.WriteLine($"{Say("例：", "Example: ")}{example}");
    }
}
