using System.CommandLine;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Serve;

/// <summary><c>gongkai serve</c>：启动网站。</summary>
internal static class ServeCommand
{
    public static Command Create(CommandFrame frame)
    {
        var urls = new Option<string?>("--urls") { HelpName = "U", Description = frame.Say("监听的地址，分号隔开，默认 http://localhost:5080", "Addresses to listen on, separated by semicolons; default http://localhost:5080") };
        var data = new Option<string>("--data") { HelpName = "DIR", DefaultValueFactory = _ => "data", Description = frame.Say("数据目录，默认当前目录下的 data", "Data directory; default ./data") };
        var demo = new Option<bool>("--demo") { Description = frame.Say("演示：另有组件陈列等页面", "Demonstration: adds pages such as the component gallery") };
        var command = new ExampledCommand("serve", frame.Say("启动网站：门户、后台、接口", "Run the web site: portal, console, API"), "gongkai serve --demo") { urls, data, demo };
        // 网站的程序集只在真要启动时才装入：其余命令不必等它。
        command.SetAction((parsed, cancel) => ServeRun.Start(frame, parsed.GetValue(urls), parsed.GetValue(data)!, parsed.GetValue(demo), cancel));
        return command;
    }
}
