using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using Gongkai.Cli.Commands.Calendar;
using Gongkai.Cli.Commands.Cases;
using Gongkai.Cli.Commands.Db;
using Gongkai.Cli.Commands.Deadline;
using Gongkai.Cli.Commands.Doctor;
using Gongkai.Cli.Commands.Fee;
using Gongkai.Cli.Commands.Import;
using Gongkai.Cli.Commands.Report;
using Gongkai.Cli.Commands.Rules;
using Gongkai.Cli.Commands.Scan;
using Gongkai.Cli.Commands.Serve;
using Gongkai.Cli.Commands.User;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli;

/// <summary>命令行程序：登记各组命令，解析，运行，把任何意外变成一句话。可以在进程之内测试。</summary>
internal static class Application
{
    /// <summary>各组命令：新的一组在这里加一行。顺序就是帮助里的顺序。</summary>
    private static readonly Func<CommandFrame, Command>[] Groups =
    [
        ReportGroup.Create,
        RulesGroup.Create,
        CalendarCommand.Create,
        DeadlineCommand.Create,
        FeeCommand.Create,
        DbGroup.Create,
        ImportCommand.Create,
        CasesCommand.Create,
        UserGroup.Create,
        ServeCommand.Create,
        ScanCommand.Create,
        RescanCommand.Create,
        DoctorCommand.Create,
    ];

    /// <summary>程序的版本，例如 0.1.0。</summary>
    public static string Version { get; } =
        typeof(Application).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>运行一次命令行。数据写到 <paramref name="output"/>，消息写到 <paramref name="error"/>。</summary>
    /// <returns>退出码，见 <see cref="ExitCode"/>。</returns>
    public static async Task<int> Run(
        string[] args,
        TextWriter output,
        TextWriter error,
        TextReader input,
        TimeProvider clock,
        CancellationToken cancellation = default)
    {
        using var speaking = Speech.In(Languages.Named(args));
        var frame = new CommandFrame(output, error, input, clock);
        try
        {
            var parsed = CreateRoot(frame).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
                return UsageErrors.Report(frame, parsed);
            if (args.Contains("", StringComparer.Ordinal)) return UsageErrors.Empty(frame, parsed);
            if (FormsOption.Apply(parsed) is { } faulty) return frame.Fail(faulty);
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return frame.Fail("已中断。", "Interrupted.");
        }
        catch (Exception exception)
        {
            // 最外一层：无论什么意外，给人的是一句话，不是调用栈。
            return frame.Fail(Unexpected.Sentence(exception));
        }
        finally
        {
            await output.FlushAsync(CancellationToken.None);
            await error.FlushAsync(CancellationToken.None);
        }
    }

    /// <summary>整棵命令树；帮助与 docs/cli.md 都由它生成。</summary>
    public static RootCommand CreateRoot(CommandFrame frame)
    {
        var root = new RootCommand(Say("公开台：政府信息公开工作的命令行", "Gongkai: government information disclosure from the command line"));
        root.Options.Clear();
        root.Directives.Clear();
        root.Options.Add(new HelpOption
        {
            Description = Say("显示帮助", "Show help"),
            Action = new FrameAction(parsed => HelpText.Write(frame, parsed.CommandResult.Command)),
        });
        root.Options.Add(new VersionOption
        {
            Description = Say("显示版本", "Show the version"),
            Action = new FrameAction(_ => frame.Output.WriteLine($"gongkai {Version}")),
        });
        root.Options.Add(Languages.CreateOption(frame));
        foreach (var create in Groups) root.Subcommands.Add(create(frame));
        return root;
    }

    private sealed class FrameAction(Action<ParseResult> write) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            write(parseResult);
            return ExitCode.Fine;
        }
    }
}
