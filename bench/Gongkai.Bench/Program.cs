using Gongkai.Bench;

// ./gongkai bench：在同一次运行里，把读与查和它的基线放在一起量，报告比值；绝对速度随机器而变。
var quick = args.Contains("--quick");
Console.WriteLine($"处理器 {Environment.ProcessorCount} 个；每项取 {Measurement.Rounds} 轮的中位数，基线与被测轮流进行");
var reports = ReportSet.Create(quick ? 60 : 240);
TextBench.Run(reports);
HtmlBench.Run(reports);
GrowthBench.Run(quick ? 1_000 : 10_000);
await PdfBench.Run(args.SkipWhile(argument => argument != "--pdf").Skip(1).FirstOrDefault());
Console.WriteLine($"内存峰值 {Environment.WorkingSet >> 20} MB（工作集，本进程），上限 512 MB，比值 {Environment.WorkingSet / (512.0 * (1 << 20)):0.00}");
