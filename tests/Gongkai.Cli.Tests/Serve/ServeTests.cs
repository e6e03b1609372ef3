using System.Text.RegularExpressions;

namespace Gongkai.Cli.Tests.Serve;

/// <summary><c>gongkai serve</c>：启动、说出地址、能答、能停。</summary>
public sealed partial class ServeTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("gongkai-serve-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task The_site_says_its_address_answers_and_stops()
    {
        using var stop = new CancellationTokenSource();
        using var input = new StringReader("");
        await using var output = new StringWriter();
        await using var error = new AnnouncementWriter();
        var running = Application.Run(["serve", "--urls", "http://127.0.0.1:0", "--data", _data], output, error, input, TimeProvider.System, stop.Token);
        var address = await error.Address.WaitAsync(TimeSpan.FromSeconds(60));
        using var client = new HttpClient();

        (await client.GetStringAsync(new Uri(address, "/healthz"))).ShouldBe("ok\n");
        (await client.GetStringAsync(new Uri(address, "/"))).ShouldContain("政府信息公开");

        await stop.CancelAsync();
        (await running.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBe(0);
    }

    [Fact]
    public async Task A_wrong_setting_is_one_sentence_and_exit_code_2()
    {
        await File.WriteAllTextAsync(Path.Combine(_data, "gongkai.json"), """{ "Surfaces": "portal,kitchen" }""");

        var run = await CommandLine.Run("serve", "--urls", "http://127.0.0.1:0", "--data", _data);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("kitchen");
        run.Error.Trim().ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_port_in_use_is_one_sentence_without_a_stack_trace()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var run = await ProgramProcess.Run(["serve", "--urls", $"http://{taken.LocalEndpoint}", "--data", _data]);

        run.ExitCode.ShouldBe(2);
        run.Error.Trim().ShouldStartWith($"不能监听 http://{taken.LocalEndpoint}");
        run.Error.ShouldNotContain(" at Microsoft.");
    }

    /// <summary>等到网站说出地址。</summary>
    private sealed partial class AnnouncementWriter : StringWriter
    {
        private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Uri> Address => _address.Task;

        public override Task WriteLineAsync(string? value)
        {
            if (Url().Match(value ?? "") is { Success: true } match) _address.TrySetResult(new Uri(match.Value));
            return base.WriteLineAsync(value);
        }

        [GeneratedRegex("http://[0-9.:]+", RegexOptions.None, matchTimeoutMilliseconds: 100)]
        private static partial Regex Url();
    }
}
