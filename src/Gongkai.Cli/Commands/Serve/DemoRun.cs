using System.Diagnostics;
using Gongkai.Cli.Commands.Db;
using Gongkai.Cli.Frame;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Services.Demonstration;

namespace Gongkai.Cli.Commands.Serve;

/// <summary>演示：启动之前备好数据，启动之后印出账号。</summary>
internal static class DemoRun
{
    /// <summary>演示的网站在页眉上就说明是虚构的。</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["Site:Sponsor"] = $"{DemoUnit.All[0].Facts.Name}（虚构，仅供演示）" };

    /// <summary>备好数据；不能用的，答复理由。</summary>
    public static async Task<Refusal?> Prepare(CommandFrame frame, string data, int scale, CancellationToken cancel)
    {
        var settings = DataFolderOption.Read(data);
        if (settings.Refusal is { } wrong) return wrong;
        var clock = Stopwatch.StartNew();
        var shown = -1;
        var prepared = await DemoCity.Prepare(settings.Value, DemoCity.Items * scale, frame.Clock, Progress, cancel);
        if (prepared.Refusal is { } refusal) return refusal;
        var report = prepared.Value;
        var seconds = clock.Elapsed.TotalSeconds;
        await frame.Error.WriteLineAsync(report.IsNew
            ? Say(
                $"演示的数据做好了：{report.Items} 条信息，办了 {report.Acts} 件事，用了 {seconds:0.0} 秒，放在 {Path.GetFullPath(data)}；下次启动接着用。",
                $"Demonstration data ready: {report.Items} items, {report.Acts} acts, {seconds:0.0} s, in {Path.GetFullPath(data)}; reused at the next start.")
            : Say($"接着用 {Path.GetFullPath(data)} 里的演示数据（做到 {report.Until:yyyy年M月d日}，{report.Items} 条）。", $"Using the demonstration data in {Path.GetFullPath(data)} ({report.Items} items, until {report.Until:yyyy-MM-dd})."));
        return null;

        // 进度只给终端看，不弄脏日志。
        void Progress(double done)
        {
            if (Console.IsErrorRedirected || (int)(done * 100) == shown) return;
            shown = (int)(done * 100);
            frame.Error.Write(Say($"\r正在做演示的数据 {shown}%{(shown == 100 ? "\n" : "")}", $"\rMaking the demonstration data {shown}%{(shown == 100 ? "\n" : "")}"));
        }
    }

    /// <summary>印出去哪里看、用什么账号。</summary>
    public static void Announce(CommandFrame frame, string address)
    {
        frame.Error.WriteLine(Say($"演示：门户 {address}/　后台 {address}/console　组件陈列 {address}/console/gallery", $"Demonstration: portal {address}/  console {address}/console  gallery {address}/console/gallery"));
        frame.Error.WriteLine(Say($"演示账号，口令都是 {DemoCity.Password}（只供演示，人人知道，不要放真的数据）：", $"Demonstration accounts, password {DemoCity.Password} (public: keep real data out):"));
        frame.Error.WriteLine($"  {DemoCity.Administrator}  {CaptionOf(Role.Administrator)}");
        foreach (var role in DemoRole.All.Where(role => role.Only is not null)) frame.Error.WriteLine($"  {role.Only}-{role.Suffix}  {CaptionOf(role.Role)}");
        var common = DemoRole.All.Where(role => role.Only is null).ToList();
        frame.Error.WriteLine(Say("  各单位：单位-角色，例如 ", "  Every unit: unit-role, for example ") + DemoUnit.All[2].Key + "-" + common[0].Suffix);
        frame.Error.WriteLine(Say("  角色：", "  Roles: ") + string.Join("  ", common.Select(role => $"{role.Suffix} {CaptionOf(role.Role)}")));
        foreach (var units in DemoUnit.All.Chunk(5)) frame.Error.WriteLine(Say("  单位：", "  Units: ") + string.Join("  ", units.Select(unit => Say($"{unit.Key} {unit.Facts.ShortName}", $"{unit.Key} “{unit.Facts.ShortName}”"))));
    }

    private static string CaptionOf(Role role) => Say(role.Caption(), role.ToString());
}
