using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Gongkai.Cli.Frame;

/// <summary>选项与参数的取值：不合要求时，用一句话说明应当怎样写。</summary>
internal static class OptionValues
{
    private const string DatePattern = "yyyy-MM-dd";

    /// <summary>限定为几个词之一。</summary>
    public static Option<string> OneOf(this Option<string> option, CommandFrame frame, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !words.Contains(token.Value, StringComparer.Ordinal)))
                result.AddError(Say(
                    $"{option.Name} 只能是 {string.Join("、", words)}，不能是“{token.Value}”。",
                    $"{option.Name} must be one of {string.Join(", ", words)}, not “{token.Value}”."));
        });
        return option;
    }

    /// <summary>日期选项，写作 2025-01-24。</summary>
    public static Option<DateOnly?> Date(CommandFrame frame, string name, string description) => new(name)
    {
        Description = description,
        HelpName = Say("日期", "DATE"),
        CustomParser = result => ParseDate(frame, result),
    };

    /// <summary>日期参数，写作 2025-01-24。</summary>
    public static Argument<DateOnly?> DateArgument(CommandFrame frame, string description) => new(Say("日期", "DATE"))
    {
        Description = description,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result => ParseDate(frame, result),
    };

    /// <summary>严格的日期：四位年、两位月、两位日，并且真有这一天。</summary>
    public static bool TryParseDate(ReadOnlySpan<char> text, out DateOnly date) =>
        DateOnly.TryParseExact(text, DatePattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static DateOnly? ParseDate(CommandFrame frame, ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (TryParseDate(text, out var date)) return date;
        result.AddError(NotADate(frame, text));
        return null;
    }

    /// <summary>“不是日期”的那句话。</summary>
    public static string NotADate(CommandFrame frame, string text) => Say(
        $"“{text}”不是日期，应写作 2025-01-24 的样子。",
        $"“{text}” is not a date; write it like 2025-01-24.");
}
