using Spectre.Console;

namespace Gongkai.Cli.Commands.Report.Batch;

/// <summary>进度：终端上是一条进度条（速度、余下时间），否则不出声，免得弄脏日志。</summary>
internal static class BatchProgress
{
    /// <param name="error">标准错误。</param>
    /// <param name="doing">在做什么，写在进度条前面。</param>
    /// <param name="total">共有多少个文件。</param>
    /// <param name="work">要做的事；每做完一个文件调一次它得到的函数。</param>
    public static async Task Show(TextWriter error, string doing, int total, Func<Action, Task> work)
    {
        if (Console.IsErrorRedirected || total == 0)
        {
            await work(static () => { });
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(doing, maxValue: Math.Max(total, 1));
                await work(() => task.Increment(1));
                task.StopTask();
            });
    }

    private sealed class RateColumn : ProgressColumn
    {
        public override Spectre.Console.Rendering.IRenderable Render(Spectre.Console.Rendering.RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is { } speed ? Say($"{speed:0} 份/秒", $"{speed:0} reports/s") : "");
    }
}
