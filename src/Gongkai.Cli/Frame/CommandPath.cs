using System.CommandLine;

namespace Gongkai.Cli.Frame;

/// <summary>命令的全名，例如 <c>gongkai calendar check</c>。</summary>
internal static class CommandPath
{
    public static string Of(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Of(parent)} {command.Name}" : "gongkai";
}
