namespace Gongkai.Cli.Tests;

/// <summary>在进程之内运行一次命令行，得到退出码与两路输出。</summary>
internal static class CommandLine
{
    public static Task<CommandRun> Run(params string[] args) => RunWithInput("", args);

    public static async Task<CommandRun> RunWithInput(string input, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var reader = new StringReader(input);
        var exitCode = await Application.Run(args, output, error, reader, TimeProvider.System);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}

/// <summary>一次运行的结果。</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error);
