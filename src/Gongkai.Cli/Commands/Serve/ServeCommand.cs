using System.CommandLine;
using System.Globalization;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Serve;

/// <summary><c>gongkai serve</c>：启动网站。</summary>
internal static class ServeCommand
{
    private const int MostScale = 50;

    public static Command Create(CommandFrame frame)
    {
        var urls = new Option<string?>("--urls") { HelpName = "U", Description = Say("监听的地址，分号隔开，默认 http://localhost:5080", "Addresses to listen on, separated by semicolons; default http://localhost:5080") };
        var data = new Option<string?>("--data") { HelpName = "DIR", Description = Say("数据目录，默认当前目录下的 data；演示时默认 demo-data", "Data directory; default ./data, or ./demo-data for the demonstration") };
        var demo = new Option<bool>("--demo") { Description = Say("演示：一座虚构的城市三年的公开工作，人人都有账号；另有组件陈列", "Demonstration: three years of an invented city's work, with accounts; adds the component gallery") };
        var reports = new Option<string?>("--reports")
        {
            HelpName = "DIR", Description = Say("看外来的年报：report batch 得到的文件夹；只开数据中心，数据另放，标明未经核实", "Look at foreign reports: a folder made by report batch; only the data centre, with data of its own, marked as unverified"),
        };
        var scale = new Option<int>("--demo-scale") { HelpName = "N", DefaultValueFactory = _ => 1, Description = Say("演示的条数是平常（约两千条）的几倍，1 到 50", "Make the demonstration N times its usual 2,000 items, 1 to 50") };
        scale.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times is >= 1 and <= MostScale))
                result.AddError(Say($"--demo-scale 是 1 到 {MostScale} 的整数。", $"--demo-scale is a whole number from 1 to {MostScale}."));
        });
        var command = new ExampledCommand("serve", Say("启动网站：门户、后台、接口", "Run the web site: portal, console, API"), "gongkai serve --demo", "gongkai serve --demo --demo-scale 5 --data /tmp/yanshi", Say("gongkai serve --reports 数据/", "gongkai serve --reports data/")) { urls, data, reports, demo, scale };
        // 网站的程序集只在真要启动时才装入：其余命令不必等它。
        command.SetAction((parsed, cancel) =>
        {
            var isDemo = parsed.GetValue(demo);
            if (parsed.GetValue(reports) is { } folder)
                return isDemo ? Task.FromResult(frame.Fail("--reports 看外来的年报，--demo 是演示，只能用一个。", "--reports looks at foreign reports, --demo is the demonstration: use one of them."))
                    : ServeRun.StartForeign(frame, parsed.GetValue(urls), folder, parsed.GetValue(data) ?? Path.Combine(folder, "workspace"), cancel);
            return ServeRun.Start(frame, parsed.GetValue(urls), parsed.GetValue(data) ?? (isDemo ? "demo-data" : "data"), isDemo ? parsed.GetValue(scale) : null, cancel);
        });
        return command;
    }
}
