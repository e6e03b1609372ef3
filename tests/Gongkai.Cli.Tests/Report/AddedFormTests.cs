using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gongkai.Cli.Frame;
using Gongkai.Testing;
using Gongkai.Testing.Builders;

namespace Gongkai.Cli.Tests.Report;

/// <summary>管理员添一种虚构的 2027 年格式，多一行一列：写、读回、勾稽、批处理、数据中心都认得它，没有改一行代码。</summary>
public sealed class AddedFormTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_form_added_as_a_file_is_written_read_back_checked_and_shown_in_the_data_centre()
    {
        var forms = Path.GetDirectoryName(Write("格式/2027.json", InventedForm.Json()))!;
        var report = InventedForm.Report();
        var file = Write("年报/a.json", report.ToJsonString());

        (await Run("report", "read", file)).Error.ShouldContain("没有“2027”这种格式");
        foreach (var format in (string[])["docx", "html", "xlsx", "md"])
        {
            var written = PathOf($"a.{format}");
            (await Run("report", "convert", file, "--to", format, "-o", written, "--forms", forms)).Exit.ShouldBe(0, format);
            var read = JsonNode.Parse((await Run("report", "read", written, "--forms", forms)).Output)!;
            read["forms"]!["requests"]!.GetValue<string>().ShouldBe("2027", format);
            JsonNode.DeepEquals(read["requests"], Ordered(report["requests"]!, read["requests"]!)).ShouldBeTrue($"{format}：{read["requests"]}");
        }

        (await Rules(file, forms)).ShouldNotContain(rule => rule.StartsWith("T3-0", StringComparison.Ordinal) || rule == "ST-03" || rule == "ST-04");
        report["requests"]![InventedForm.Row]![5] = 7;
        (await Rules(Write("错的.json", report.ToJsonString()), forms)).ShouldContain("T3-02");

        var data = PathOf("数据");
        (await Run("report", "batch", PathOf("年报"), "--out", data, "--forms", forms)).Exit.ShouldBeLessThan(ExitCode.Unusable);
        Write("数据/workspace/forms/2027.json", InventedForm.Json());
        await InDataCentre(data);
    }

    [Fact]
    public async Task A_faulty_form_stops_the_command_with_the_file_and_the_fault()
    {
        var path = Write("格式/2027.json", InventedForm.Json(form => form["requests"]!["rows"]![2]!["key"] = "Granted"));

        var run = await Run("report", "read", Write("a.json", "{}"), "--forms", Path.GetDirectoryName(path)!);

        run.Exit.ShouldBe(ExitCode.Unusable);
        run.Error.ShouldContain("2027.json：表三：key“Granted”应以小写字母开头");
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name);

    private string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        return _folder.Write(name, text);
    }

    private static async Task InDataCentre(string data)
    {
        using var process = Start("serve", "--reports", data, "--urls", "http://127.0.0.1:0");
        try
        {
            string? line;
            Uri? address = null;
            while (address is null && (line = await process.StandardError.ReadLineAsync()) is not null)
                if (Regex.Match(line, "http://127.0.0.1:[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } match) address = new Uri(match.Value);
            using var client = new HttpClient { BaseAddress = address.ShouldNotBeNull() };
            using var ranking = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/v1/data/views/ranking?indicator=requests.{InventedForm.Row}.{InventedForm.Column}", UriKind.Relative)));
            using var refused = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/v1/data/views/ranking?indicator=share.refused", UriKind.Relative)));

            ranking.RootElement.GetProperty("rows")[0].GetProperty("value").GetInt32().ShouldBe(2);
            refused.RootElement.GetProperty("rows")[0].GetProperty("value").GetDouble().ShouldBe(400.0 / 19, 0.001, "不予公开一件，新的一行三件，办结十九件。");
            (await client.GetStringAsync(new Uri("/data/indicators", UriKind.Relative))).ShouldContain("9.涉及公共卫生处置·境外人士");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<List<string>> Rules(string file, string forms)
    {
        using var checkedReport = JsonDocument.Parse((await Run("report", "check", file, "--format", "json", "--forms", forms)).Output);
        return [.. checkedReport.RootElement[0].GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()!)];
    }

    // 行的次序照读回来的，值照原来的。
    private static JsonObject Ordered(JsonNode values, JsonNode order) => new(order.AsObject().Select(row => KeyValuePair.Create(row.Key, (JsonNode?)values[row.Key]?.DeepClone())));

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] args)
    {
        using var process = Start(args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private static Process Start(params string[] args) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(ExitCode).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
}
