using System.CommandLine;

namespace Gongkai.Cli.Frame;

/// <summary>选项 <c>--lang</c>。</summary>
internal static class Languages
{
    private const string OptionName = "--lang";

    /// <summary>命令行里指明的语言；没有指明是中文。解析之前就要知道，因为帮助与用法错误也要用它。</summary>
    public static Language Named(IReadOnlyList<string> args)
    {
        var at = args.TakeWhile(arg => arg != OptionName).Count();
        var value = at < args.Count - 1 ? args[at + 1] : args.FirstOrDefault(arg => arg.StartsWith(OptionName + "=", StringComparison.Ordinal))?[(OptionName.Length + 1)..];
        return value == "en" ? Language.English : Language.Chinese;
    }

    public static Option<string> CreateOption(CommandFrame frame)
    {
        var option = new Option<string>(OptionName)
        {
            Description = Say("消息的语言，默认 zh", "Language of messages; default zh"),
            HelpName = "zh|en",
            Recursive = true,
        };
        return option.OneOf(frame, "zh", "en");
    }
}
