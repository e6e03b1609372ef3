using System.CommandLine;
using Gongkai.Cli.Frame;
using Gongkai.Data;
using Gongkai.Law;
using Microsoft.Extensions.Configuration;

namespace Gongkai.Cli.Commands.Db;

/// <summary>选项 <c>--data</c>：数据目录，设置写在它里面的 gongkai.json，环境变量 GONGKAI_… 可以逐项覆盖，与 serve 相同。</summary>
internal static class DataFolderOption
{
    public static Option<string> Create(CommandFrame frame) => new("--data")
    {
        HelpName = "DIR",
        DefaultValueFactory = _ => "data",
        Description = Say("数据目录，默认当前目录下的 data", "Data directory; default ./data"),
    };

    /// <summary>读出设置；写错的，用一句话说明。</summary>
    public static Outcome<DataSettings> Read(string folder) => Read(folder, DataSettings.Read);

    /// <summary>读出另一些设置，写在同样的地方。</summary>
    /// <param name="read">由数据目录的完整路径、按名字取一项的办法读出。</param>
    public static Outcome<T> Read<T>(string folder, Func<string, Func<string, string?>, Outcome<T>> read)
    {
        var full = Path.GetFullPath(folder);
        try
        {
            var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(full, "gongkai.json"), optional: true).AddEnvironmentVariables("GONGKAI_").Build();
            return read(full, name => configuration[name]);
        }
        catch (InvalidDataException)
        {
            return new Refusal(Say($"{Path.Combine(full, "gongkai.json")} 读不懂：不是正确的 JSON。", $"{Path.Combine(full, "gongkai.json")} cannot be read: it is not valid JSON."));
        }
    }
}
