using System.Text;
using Gongkai.Cli;

// 输入输出一律 UTF-8，不带 BOM，与终端的区域设置无关。
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
await using var output = new StreamWriter(Console.OpenStandardOutput(), utf8, bufferSize: 1 << 16) { AutoFlush = !Console.IsOutputRedirected };
await using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
using var input = new StreamReader(Console.OpenStandardInput(), utf8);

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // 第一次请程序收尾，第二次由系统直接结束。
    pressed.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
};

return await Application.Run(args, output, error, input, TimeProvider.System, cancellation.Token);
