using System.Text;
using Gongkai.Cli.Frame;
using Gongkai.Testing;

namespace Gongkai.Cli.Tests.Frame;

public sealed class CommandReferenceTests
{
    private static readonly CommandFrame Frame = new(TextWriter.Null, TextWriter.Null, TextReader.Null, TimeProvider.System);

    [Fact]
    public void The_command_reference_says_what_the_commands_say()
    {
        var path = Repository.PathOf("docs", "cli.md");
        var generated = CommandReference.Markdown(Frame, Application.CreateRoot(Frame));
        if (Environment.GetEnvironmentVariable("GONGKAI_UPDATE_DOCS") == "1")
            File.WriteAllText(path, generated, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        File.ReadAllText(path).ShouldBe(generated, "docs/cli.md 与命令不一致，重新生成：GONGKAI_UPDATE_DOCS=1 dotnet test tests/Gongkai.Cli.Tests");
    }

    [Fact]
    public void Every_command_argument_and_option_is_described_in_Chinese()
    {
        var symbols = Application.CreateRoot(Frame).Subcommands.SelectMany(WithSubcommands)
            .SelectMany(command => command.Options.Cast<System.CommandLine.Symbol>().Concat(command.Arguments).Append(command).Select(symbol => (command, symbol)));

        symbols.Where(pair => pair.symbol.Description is not { } text || !text.Any(character => character is >= '\u4e00' and <= '\u9fff'))
            .Select(pair => $"{CommandPath.Of(pair.command)} {pair.symbol.Name}")
            .ShouldBeEmpty("每个命令、参数和选项都要有中文说明");
    }

    [Fact]
    public void Every_example_can_be_parsed_as_it_stands()
    {
        var root = Application.CreateRoot(Frame);
        var examples = root.Subcommands.SelectMany(WithSubcommands).SelectMany(ExampledCommand.Of).ToList();

        examples.ShouldNotBeEmpty();
        foreach (var example in examples)
            root.Parse(example[(example.IndexOf("gongkai ", StringComparison.Ordinal) + "gongkai ".Length)..]).Errors.ShouldBeEmpty(example);
    }

    private static IEnumerable<System.CommandLine.Command> WithSubcommands(System.CommandLine.Command command) =>
        command.Subcommands.SelectMany(WithSubcommands).Prepend(command);
}
