using System.CommandLine;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Doctor;

/// <summary><c>gongkai doctor</c>：装了什么、缺什么、怎么办。</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandFrame frame)
    {
        var data = new Option<string>("--data")
        {
            HelpName = "DIR",
            DefaultValueFactory = _ => "data",
            Description = Say("数据目录，默认 data", "Data folder; default data"),
        };
        var command = new ExampledCommand(
            "doctor",
            Say("查看装了什么、缺什么、怎么办", "See what is installed, what is missing, and what to do"),
            "gongkai doctor",
            "gongkai doctor --data /var/lib/gongkai --json")
        { data };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(async (parsed, cancel) =>
        {
            var checks = await Checkup.Run(parsed.GetValue(data)!, cancel);
            if (format.IsJson(parsed)) frame.WriteJson(new Contract(Checkup.IsFine(checks), checks));
            else WriteText(frame, checks);
            return Checkup.IsFine(checks) ? ExitCode.Fine : ExitCode.FoundErrors;
        });
        return command;
    }

    private static void WriteText(CommandFrame frame, IReadOnlyList<HealthCheck> checks)
    {
        foreach (var check in checks)
        {
            frame.Output.WriteLine($"{Mark(frame, check)}  {check.Name}{(check.Found is { } found ? Say($"：{found}", $": {found}") : "")}");
            if (check.Remedy is { } remedy) frame.Output.WriteLine($"      {remedy}");
        }

        frame.Output.WriteLine();
        frame.Output.WriteLine(Checkup.IsFine(checks)
            ? Say("必需的都齐了。", "Everything that is needed is there.")
            : Say("缺少必需的东西，见上面标“缺少”的各项。", "Something that is needed is missing; see above."));
    }

    private static string Mark(CommandFrame frame, HealthCheck check) => (check.Status, check.Needed) switch
    {
        (HealthStatus.Fine, _) => Say("正常", "fine   "),
        (_, true) => Say("缺少", "missing"),
        _ => Say("可选", "option "),
    };

    /// <summary>约定的输出：<c>{"fine":true,"checks":[{"id":"poppler","name":"…","needed":true,"status":"fine|missing|unusable","found":"…","remedy":null}]}</c>。</summary>
    private sealed record Contract(bool Fine, IReadOnlyList<HealthCheck> Checks);
}
