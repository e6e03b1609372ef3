using System.CommandLine;

namespace Gongkai.Cli.Frame;

/// <summary>带例子的命令：帮助与命令手册都列出例子，例子要能照抄运行。</summary>
/// <param name="name">名称。</param>
/// <param name="description">一句话的用途。</param>
/// <param name="examples">例子，写全，例如 <c>gongkai fee --items 41</c>。</param>
internal sealed class ExampledCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>命令的例子；没有写的为空。</summary>
    public static IReadOnlyList<string> Of(Command command) => command is ExampledCommand exampled ? exampled.Examples : [];
}
