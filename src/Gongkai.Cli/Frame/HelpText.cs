using System.CommandLine;
using System.Text;

namespace Gongkai.Cli.Frame;

/// <summary>帮助：由命令树生成，<c>--help</c> 与 docs/cli.md 用同一份内容。</summary>
internal static class HelpText
{
    /// <summary>把一条命令的帮助写到标准输出。</summary>
    public static void Write(CommandFrame frame, Command command)
    {
        var output = frame.Output;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine(Say("用法：", "Usage:"));
        output.WriteLine($"  {Usage(frame, command)}");
        Section(output, Say("命令：", "Commands:"), command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (Signature(sub), sub.Description)));
        Section(output, Say("参数：", "Arguments:"), command.Arguments.Select(argument => ($"<{argument.Name}>", argument.Description)));
        Section(output, Say("选项：", "Options:"), OptionsOf(command).Select(option => (Signature(option), option.Description)));
        Section(output, Say("例子：", "Examples:"), ExampledCommand.Of(command).Select(example => (example, (string?)null)));
    }

    /// <summary>一行用法，例如 <c>gongkai calendar check &lt;日期&gt; [选项]</c>。</summary>
    public static string Usage(CommandFrame frame, Command command)
    {
        var usage = new StringBuilder(CommandPath.Of(command));
        foreach (var argument in command.Arguments) usage.Append(' ').Append(Signature(argument));
        foreach (var option in command.Options.Where(option => option.Required)) usage.Append(' ').Append(Signature(option));
        if (command.Options.Any(option => option is { Required: false, Hidden: false })) usage.Append(Say(" [选项]", " [options]"));
        if (command.Subcommands.Count > 0) usage.Append(command.Arguments.Count > 0 ? " | " : " ").Append(Say("<命令>", "<command>"));
        return usage.ToString();
    }

    /// <summary>命令自己的选项，和从上级继承来的选项。</summary>
    public static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Where(option => !option.Hidden).Concat(
            command.Parents.OfType<Command>().SelectMany(OptionsOf).Where(option => option.Recursive));

    /// <summary>选项连同它的值，例如 <c>--extend &lt;天数&gt;</c>。</summary>
    public static string Signature(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-') && alias.Length == 2).Append(option.Name));
        return option.ValueType == typeof(bool) || option.Arity.MaximumNumberOfValues == 0 ? names : $"{names} <{option.HelpName ?? option.Name.TrimStart('-')}>";
    }

    private static string Signature(Argument argument)
    {
        var name = argument.Arity.MaximumNumberOfValues > 1 ? $"<{argument.Name}>…" : $"<{argument.Name}>";
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    private static string Signature(Command command) =>
        string.Join(' ', command.Arguments.Select(Signature).Prepend(command.Name));

    private static void Section(TextWriter output, string title, IEnumerable<(string Name, string? Description)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0) return;
        output.WriteLine();
        output.WriteLine(title);
        var width = list.Max(row => Width(row.Name)) + 2;
        foreach (var (name, description) in list)
            output.WriteLine($"  {name}{new string(' ', width - Width(name))}{description}".TrimEnd());
    }

    /// <summary>终端上的宽度：汉字与全角符号占两格。</summary>
    private static int Width(string text) => text.Sum(character => character >= 0x2E80 ? 2 : 1);
}
