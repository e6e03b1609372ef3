using System.CommandLine;
using System.CommandLine.Parsing;

namespace Gongkai.Cli.Frame;

/// <summary>用法错误：把解析器的英文换成说清楚该怎么写的一句话。</summary>
internal static class UsageErrors
{
    // 解析器在区域中立的程序里只说这几句英文；凡不以它们开头的，是命令自己写好的话。
    private const string CannotConvert = "Cannot parse argument";
    private const string Unrecognised = "Unrecognized command or argument";
    private const string OptionRequired = "Option '";
    private const string ArgumentMissing = "Required argument missing";
    private const string CommandMissing = "Required command was not provided";

    /// <summary>逐条写到标准错误，返回退出码 2。</summary>
    public static int Report(CommandFrame frame, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        // 动词写错了，就不必再说“请写出要做什么”。
        var errors = parsed.Errors.Count > 1 ? parsed.Errors.Where(error => !error.Message.StartsWith(CommandMissing, StringComparison.Ordinal)) : parsed.Errors;
        foreach (var sentence in errors.Select(error => Sentence(frame, parsed, error)).Distinct(StringComparer.Ordinal))
            frame.Error.WriteLine(sentence);
        var path = CommandPath.Of(command);
        return frame.Fail($"用法见 {path} --help。", $"See {path} --help.");
    }

    private static string Sentence(CommandFrame frame, ParseResult parsed, ParseError error) => error.Message switch
    {
        var message when message.StartsWith(CannotConvert, StringComparison.Ordinal) => NotConvertible(frame, error.SymbolResult!),
        var message when message.StartsWith(Unrecognised, StringComparison.Ordinal) => Unknown(frame, parsed, message),
        var message when message.StartsWith(CommandMissing, StringComparison.Ordinal) => NoVerb(frame, parsed.CommandResult.Command),
        var message when message.StartsWith(ArgumentMissing, StringComparison.Ordinal) => NoValue(frame, error.SymbolResult!),
        var message when message.StartsWith(OptionRequired, StringComparison.Ordinal) => AboutOption(frame, error),
        var message => message,
    };

    private static string NotConvertible(CommandFrame frame, SymbolResult result)
    {
        var (name, type) = result switch
        {
            OptionResult option => (option.Option.Name, option.Option.ValueType),
            ArgumentResult argument => (argument.Argument.Name, argument.Argument.ValueType),
            _ => ("", typeof(string)),
        };
        var value = string.Join(' ', result.Tokens.Select(token => token.Value));
        type = Nullable.GetUnderlyingType(type) ?? type;
        var wanted = type == typeof(int) || type == typeof(long) ? Say("整数", "an integer")
            : type == typeof(decimal) || type == typeof(double) ? Say("数", "a number")
            : type == typeof(bool) ? "true|false"
            : type.IsEnum ? string.Join('|', Enum.GetNames(type))
            : Say("另一种写法", "written differently");
        return Say($"{name}{(name.StartsWith('-') ? " " : "")}的值“{value}”不对，应为{wanted}。", $"{name}: “{value}” should be {wanted}.");
    }

    private static string Unknown(CommandFrame frame, ParseResult parsed, string message)
    {
        var word = message.Split('\'') is [_, var quoted, ..] ? quoted : string.Join(' ', parsed.UnmatchedTokens);
        var command = parsed.CommandResult.Command;
        var names = command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name));
        var near = names.Where(name => Distance(name, word) <= 2).MinBy(name => Distance(name, word));
        return near is null
            ? Say($"不认识“{word}”。", $"Unknown: “{word}”.")
            : Say($"不认识“{word}”，是不是 {near}？", $"Unknown: “{word}”. Did you mean {near}?");
    }

    private static string NoVerb(CommandFrame frame, Command command)
    {
        var verbs = command.Subcommands.Select(sub => sub.Name);
        return Say(
            $"请写出要做什么：{string.Join("、", verbs)}。",
            $"Say what to do: {string.Join(", ", verbs)}.");
    }

    private static string NoValue(CommandFrame frame, SymbolResult result) => result switch
    {
        OptionResult option => Say($"{option.Option.Name} 后面要有值。", $"{option.Option.Name} needs a value."),
        ArgumentResult argument => Say($"缺少 <{argument.Argument.Name}>。", $"Missing <{argument.Argument.Name}>."),
        _ => Say("缺少必填的内容。", "Something required is missing."),
    };

    private static string AboutOption(CommandFrame frame, ParseError error)
    {
        var name = error.Message.Split('\'')[1];
        return error.Message.Contains("is required", StringComparison.Ordinal)
            ? Say($"缺少必填的 {name}。", $"{name} is required.")
            : Say($"{name} 只能写一个值。", $"{name} takes a single value.");
    }

    /// <summary>空的参数从来不是本意，多半是脚本里的变量没有值。</summary>
    public static int Empty(CommandFrame frame, ParseResult parsed) => frame.Fail(
        $"有一个参数是空的，多半是脚本里的变量没有值。用法见 {CommandPath.Of(parsed.CommandResult.Command)} --help。",
        $"One of the arguments is empty; perhaps a variable of a script has no value. See {CommandPath.Of(parsed.CommandResult.Command)} --help.");

    /// <summary>编辑距离，用来猜打错的词。</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
