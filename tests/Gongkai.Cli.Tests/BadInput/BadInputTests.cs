using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.Testing.Samples;

namespace Gongkai.Cli.Tests.BadInput;

/// <summary>真的程序遇到坏文件：一句中文、退出码 2、没有调用栈、不卡住、不占满内存。</summary>
public sealed partial class BadInputTests(BadFiles files) : IClassFixture<BadFiles>
{
    private const long MostMemory = 512L << 20;

    /// <summary>读不出的，和它的毛病。</summary>
    private static readonly (string File, string Reason)[] Unreadable =
    [
        ("没有这个文件.docx", "找不到文件"),
        ("空的.txt", "文件是空的"),
        ("管道", "管道"),
        ("/dev/zero", "设备"),
        ("文件夹", "文件夹|目录|folder"),
        ("乱码.bin", "不是能读的文件"),
        ("不是文档.docx", "不是能读的文件"),
        ("残缺.docx", "不完整"),
        ("残缺.xlsx", "不完整"),
        ("残缺.ofd", "不完整"),
        ("残缺.pdf", "损坏"),
        ("加密.docx", "加密"),
        ("加密.pdf", "加密|口令|密码"),
        ("图片装成.pdf", "损坏"),
        ("压缩炸弹.docx", "解开后超过"),
        ("万层嵌套.docx", "嵌套超过"),
        ("实体炸弹.docx", "损坏"),
        ("万层嵌套.html", "嵌套超过"),
        ("万层表格.html", "嵌套超过"),
        ("万层嵌套.json", "JSON"),
        ("万层嵌套.xml", "没有文字"),
        ("五百兆.txt", "文件太大"),
        ("二十兆.txt", "文件太大"),
    ];

    /// <summary>读得出，但不是年报。</summary>
    private static readonly (string File, string Reason)[] NotReports =
    [
        ("别的事.pdf", "不是政府信息公开工作年度报告"),
        ("别的事.txt", "不是政府信息公开工作年度报告"),
        ("万层数组.json", "不是政府信息公开工作年度报告"),
        ("一段两千万字.docx", "文字太多"),
        ("十五兆年报.txt", "文字太多"),
        ("八百万个数.txt", "文字太多"),
    ];

    public static TheoryData<string, string, string[]> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string[]>();
            foreach (var (file, reason) in Unreadable.Concat(NotReports)) cases.Add(file, reason, ["report", "check"]);
            foreach (var (file, reason) in Unreadable) cases.Add(file, reason, ["scan"]);
            foreach (var (file, reason) in Unreadable.Concat(NotReports).Where(one => one.File is "加密.pdf" or "残缺.docx" or "文件夹" or "十五兆年报.txt"))
            {
                cases.Add(file, reason, ["report", "read"]);
                cases.Add(file, reason, ["report", "convert", "--to", "md"]);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_bad_file_is_one_Chinese_sentence_and_exit_code_2(string file, string reason, string[] command)
    {
        var run = await ProgramProcess.Run([.. command, files.PathOf(file)]);

        run.ExitCode.ShouldBe(2, run.Error);
        run.Output.ShouldBeEmpty();
        var sentence = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
        sentence.ShouldContain(file);
        sentence[files.PathOf(file).Length..].ShouldMatch(reason);
        StackTrace().IsMatch(run.Error).ShouldBeFalse(run.Error);
        run.PeakBytes.ShouldBeLessThan(MostMemory);
    }

    [Theory]
    [InlineData("加密.pdf", "encrypted")]
    [InlineData("残缺.docx", "the file is incomplete")]
    [InlineData("文件夹", "^: This is a folder.*all of it.$")]
    [InlineData("十五兆年报.txt", "^: too much text: more than [0-9,]+ characters are not an annual report.$")]
    public async Task A_bad_file_is_one_English_sentence_when_English_is_asked_for(string file, string reason)
    {
        var run = await ProgramProcess.Run(["report", "check", "--lang", "en", files.PathOf(file)]);

        run.ExitCode.ShouldBe(2, run.Error);
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem()[files.PathOf(file).Length..].ShouldMatch(reason);
    }

    /// <summary>不是年报的文件，扫描照样读完，不占满内存。</summary>
    [Theory]
    [InlineData("一段两千万字.docx")]
    [InlineData("十五兆年报.txt")]
    [InlineData("八百万个数.txt")]
    [InlineData("万层数组.json")]
    public async Task Scanning_a_huge_file_stays_within_the_memory(string file)
    {
        var run = await ProgramProcess.Run(["scan", files.PathOf(file)]);

        run.ExitCode.ShouldBe(0, run.Error);
        run.PeakBytes.ShouldBeLessThan(MostMemory);
    }

    [Theory]
    [InlineData("report", "check")]
    [InlineData("scan")]
    public async Task Bad_files_do_not_stop_the_good_one_among_them(params string[] command)
    {
        var good = SampleSource.All[0].FilePath;
        string[] paths = [.. Unreadable.Take(12).Select(one => files.PathOf(one.File)), good, .. Unreadable.Skip(12).Select(one => files.PathOf(one.File))];
        var run = await ProgramProcess.Run([.. command, .. paths, "--json"]);

        run.ExitCode.ShouldBe(2);
        using var json = JsonDocument.Parse(run.Output);
        var results = json.RootElement.EnumerateArray().ToList();
        results.Select(result => result.GetProperty("file").GetString()).ShouldBe(paths);
        foreach (var result in results)
        {
            var readable = result.GetProperty("file").GetString() == good;
            result.TryGetProperty("findings", out _).ShouldBe(readable);
            if (!readable) result.EnumerateObject().Select(property => property.Name).ShouldBe(["file", "unreadable"]);
        }

        run.PeakBytes.ShouldBeLessThan(MostMemory);
    }

    [RootFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_nobody_may_read_is_one_sentence()
    {
        var path = files.Forbidden();
        // 测试以 root 运行，root 什么都能读：换成没有特权的用户。
        var run = await ProgramProcess.Run(["report", "check", path], new() { ["HOME"] = "/tmp", ["DOTNET_EnableDiagnostics"] = "0" }, user: "nobody");

        run.ExitCode.ShouldBe(2, run.Error);
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain("没有读取这个文件的权限");
    }

    [GeneratedRegex(@"^\s+at |Exception|StackTrace| in /.*:line ", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex StackTrace();
}

/// <summary>要换用户才能做的测试；不是 root、没有 setpriv 时跳过。</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = Environment.IsPrivilegedProcess && Gongkai.Testing.Tools.Find("setpriv") is not null ? null : "要以 root 运行才能换成没有权限的用户";
}
