using System.Diagnostics;
using Gongkai.Bench;

// ./gongkai bench：在同一次运行里，把读与查和它的基线放在一起量，报告比值；绝对速度随机器而变。
//   web         只量网站：缓存的页面对照光有 Kestrel
//   text        只量文本
//   --quick     少些份数与轮数
//   --pdf DIR   用这个文件夹里的 PDF，不自己做
//   --stages    不与基线比，只看时间与内存花在哪一段、哪几条规则上
//   --profile   不停地读与查，供 perf 取样
var quick = args.Contains("--quick");
if (args.Contains("web"))
{
    await WebBench.Run(quick);
    return;
}

var given = args.SkipWhile(argument => argument != "--pdf").Skip(1).FirstOrDefault();
var reports = ReportSet.Create(quick ? 60 : 240);
if (args.Contains("--stages"))
{
    StageBench.Run(reports.Texts());
    return;
}

if (args.Contains("--profile"))
{
    StageBench.Profile(reports.Texts());
    return;
}

Console.WriteLine($"处理器 {Environment.ProcessorCount} 个；每项取 {Measurement.Rounds} 轮的中位数，基线与被测轮流进行");
TextBench.Run(reports.Texts());
if (args.Contains("text")) return;
HtmlBench.Run(reports.Pages());
WordBench.Run(reports.Documents());
GrowthBench.Run(reports.Texts(), quick ? 1_000 : 10_000);
await PdfBench.Run(given ?? PdfSet.Prepare(reports.Documents()), rounds: quick ? 1 : 3);
PeakMemory.Print("本进程", PeakMemory.Of(Process.GetCurrentProcess()));
await BatchBench.Run(reports.Texts(), quick ? 1_000 : 10_000);
