using System.Diagnostics;
using System.Globalization;
using Gongkai.Bench;
using Gongkai.Data;

// ./gongkai bench：在同一次运行里，把读与查和它的基线放在一起量，报告比值；绝对速度随机器而变。
//   web         只量网站：启动与内存，没有缓存的页面对照查一次库的一页、十倍条数慢多少，缓存的页面对照光有 Kestrel
//   search      只量检索：--items 100000,1000000 各装多少件，--engine sqlite|postgres 只量一种；
//               --data DIR、--postgres 连接串 把装好的库留下来再用，--load 只装不量
//   cases       只量依申请公开：十万件没有办结的申请，放假的通知变了逐件重算，五十人同时看清单与案卷，收申请；--engine 同上
//   intake      只量收申请；--engine 同上
//   collect     只量收集年报：--bodies 3000 份查一遍、比雷同、逐格加
//   count       只量数表三：一个机关 --cases 1000000 件，编一次年报对照光是分组计数的一句查询；--engine 同上
//   data        只量年报数据中心：--bodies 3000、--years 6
//   scan        只量扫描与净化副本：各种格式每秒多少 MB，对照只读同样的文件
//   rescan      只量后台重扫已发布的：一万条，其间门户慢多少
//   text        只量文本
//   --quick     少些份数与轮数
//   --pdf DIR   用这个文件夹里的 PDF，不自己做
//   --stages    不与基线比，只看时间与内存花在哪一段、哪几条规则上
//   --profile   不停地读与查，供 perf 取样
var quick = args.Contains("--quick");
if (args.Contains("web"))
{
    await StartBench.Run(quick);
    await PageBench.Run(quick);
    await WebBench.Run(quick);
    return;
}

if (args.Contains("data"))
{
    await DataBench.Run(int.Parse(After("--bodies") ?? "3000", CultureInfo.InvariantCulture), int.Parse(After("--years") ?? "6", CultureInfo.InvariantCulture), quick);
    return;
}

if (args.Contains("count"))
{
    foreach (var engine in Engines()) await CountBench.Run(engine, int.Parse(After("--cases") ?? (quick ? "50000" : "1000000"), CultureInfo.InvariantCulture));
    return;
}

if (args.Contains("collect"))
{
    CollectBench.Run(int.Parse(After("--bodies") ?? (quick ? "300" : "3000"), CultureInfo.InvariantCulture));
    return;
}

if (args.Contains("rescan"))
{
    await RescanBench.Run(quick);
    return;
}

if (args.Contains("cases"))
{
    foreach (var engine in Engines()) await CaseBench.Run(engine, quick);
    return;
}

if (args.Contains("intake"))
{
    foreach (var engine in Engines()) await CaseBench.Intake(engine, quick);
    return;
}

if (args.Contains("search"))
{
    var items = After("--items") is { } sizes ? sizes.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToArray() : quick ? [2_000, 20_000] : [100_000, 1_000_000];
    await SearchBench.Run(items, Engines(), new SearchDatabases(After("--data"), After("--postgres")), args.Contains("--load"));
    return;
}

var given = After("--pdf");
var reports = ReportSet.Create(quick ? 60 : 240);
if (args.Contains("scan"))
{
    ScanBench.Run(reports, quick);
    return;
}

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

Engine[] Engines() => After("--engine") is { } named ? [Enum.Parse<Engine>(named, ignoreCase: true)] : Enum.GetValues<Engine>();

string? After(string option) => args.SkipWhile(argument => argument != option).Skip(1).FirstOrDefault();
