using System.CommandLine;
using System.Text;

namespace Gongkai.Cli.Frame;

/// <summary>命令手册 docs/cli.md：由命令树生成，所以不会与程序不一致。</summary>
internal static class CommandReference
{
    public static string Markdown(CommandFrame frame, RootCommand root)
    {
        var text = new StringBuilder();
        text.Append("""
            # 命令行

            本页由命令树生成，不要手改：`GONGKAI_UPDATE_DOCS=1 dotnet test tests/Gongkai.Cli.Tests`。

            数据写到标准输出，消息与进度写到标准错误，都是不带 BOM 的 UTF-8。
            输出数据的命令都有 `--format text|json`（或更多格式），`--json` 是 `--format json` 的简写；JSON 的形式是稳定的。
            `--lang en` 把消息换成英文。

            | 退出码 | 意思 |
            |---|---|
            | 0 | 一切正常 |
            | 1 | 检查过了，发现错误 |
            | 2 | 有东西读不出来，或者命令写得不对 |

            | 命令 | 用途 |
            |---|---|

            """.ReplaceLineEndings("\n"));
        var commands = root.Subcommands.SelectMany(WithSubcommands).ToList();
        foreach (var command in commands) text.Append($"| [`{CommandPath.Of(command)}`](#{Anchor(command)}) | {command.Description} |\n");
        foreach (var command in commands) Section(text, frame, command);
        return text.ToString();
    }

    private static void Section(StringBuilder text, CommandFrame frame, Command command)
    {
        text.Append($"\n## {CommandPath.Of(command)}\n\n{command.Description}。\n\n```\n{HelpText.Usage(frame, command)}\n```\n");
        var rows = command.Arguments.Select(argument => (Name: $"<{argument.Name}>", argument.Description))
            .Concat(command.Options.Where(option => !option.Hidden).Select(option => (Name: HelpText.Signature(option), option.Description)))
            .ToList();
        if (rows.Count > 0) text.Append("\n| 参数与选项 | 说明 |\n|---|---|\n");
        foreach (var (name, description) in rows) text.Append($"| `{name.Replace("|", "\\|", StringComparison.Ordinal)}` | {description} |\n");
        if (ExampledCommand.Of(command) is { Count: > 0 } examples) text.Append($"\n例如：\n\n```\n{string.Join('\n', examples)}\n```\n");
    }

    private static IEnumerable<Command> WithSubcommands(Command command) =>
        command.Hidden ? [] : command.Subcommands.SelectMany(WithSubcommands).Prepend(command);

    private static string Anchor(Command command) => CommandPath.Of(command).Replace(' ', '-');
}
