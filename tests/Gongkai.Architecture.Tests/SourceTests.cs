using System.Text.RegularExpressions;

namespace Gongkai.Architecture.Tests;

/// <summary>源码的规矩：篇幅、命名、时钟、正则。</summary>
public sealed partial class SourceTests
{
    private const int LinesInSource = 300;
    private const int LinesInTest = 500;
    private const int LinesInPage = 150;

    [Fact]
    public void Product_files_stay_within_300_lines() => TooLong("src", LinesInSource)
        .ShouldBeEmpty($"超过 {LinesInSource} 行：按概念拆成几个文件，不要按大小切。");

    [Fact]
    public void Test_files_stay_within_500_lines() => TooLong("tests", LinesInTest)
        .ShouldBeEmpty($"超过 {LinesInTest} 行：按所测的行为拆开。");

    [Fact]
    public void Pages_and_components_stay_within_150_lines() => SourceTree.Sources("src", "*.razor")
        .Where(file => file.Lines.Count > LinesInPage).Select(file => $"{file.RelativePath}：{file.Lines.Count} 行")
        .ShouldBeEmpty($"超过 {LinesInPage} 行：把成块的内容拆成组件。");

    [Fact]
    public void Nobody_reads_the_machines_own_clock() => Matching("src", MachineClock())
        .ShouldBeEmpty("不要读机器的时钟：由参数传入 TimeProvider，法律上的日期用北京时间的 DateOnly。");

    [Fact]
    public void Patterns_avoid_the_classes_that_fail_beside_Chinese() => Matching("src", UnicodeTraps())
        .ShouldBeEmpty(@"\d 匹配各种文字的数字，\b 在汉字旁失效：写 [0-9] 与环视 (?<![0-9])、(?![0-9])。");

    [Fact]
    public void Patterns_compiled_at_run_time_have_a_time_limit()
    {
        var wrong = SourceTree.Sources("src")
            .SelectMany(file => Statements(file, "new Regex(")
                .Where(statement => !statement.Text.Contains("TimeSpan", StringComparison.Ordinal) && !statement.Text.Contains("Timeout", StringComparison.Ordinal) && !statement.Text.Contains("NonBacktracking", StringComparison.Ordinal))
                .Select(statement => $"{file.RelativePath}:{statement.Line}"));

        wrong.ShouldBeEmpty("正则要有时限（matchTimeoutMilliseconds）或者用 NonBacktracking，最好写成 GeneratedRegex。");
    }

    [Fact]
    public void Generated_patterns_have_a_time_limit()
    {
        var wrong = SourceTree.Sources("src")
            .SelectMany(file => Statements(file, "[GeneratedRegex(")
                .Where(statement => !statement.Text.Contains("Timeout", StringComparison.OrdinalIgnoreCase) && !statement.Text.Contains("NonBacktracking", StringComparison.Ordinal))
                .Select(statement => $"{file.RelativePath}:{statement.Line}"));

        wrong.ShouldBeEmpty("GeneratedRegex 要写 matchTimeoutMilliseconds，或者用 RegexOptions.NonBacktracking。");
    }

    [Fact]
    public void Names_say_what_a_thing_is()
    {
        var folders = SourceTree.Projects.Select(project => project.Name)
            .Concat(SourceTree.Sources("src").Concat(SourceTree.Sources("tests")).SelectMany(file => file.RelativePath.Split('/')[1..^1]))
            .Distinct(StringComparer.Ordinal)
            .Where(name => name.Split('.').Any(part => EmptyNames.Contains(part, StringComparer.Ordinal)));
        var types = SourceTree.Sources("src").SelectMany(file => file.Lines
            .Select(line => TypeName().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["name"].Value)
            .Where(name => EmptyNames.Any(empty => name == empty || name.EndsWith(empty.TrimEnd('s'), StringComparison.Ordinal)))
            .Select(name => $"{file.RelativePath}: {name}"));

        folders.Concat(types).ShouldBeEmpty("Core、Common、Shared、Helpers、Utils、Managers 什么也没有说：用它所做的事命名。");
    }

    [Theory]
    [InlineData("var today = DateTime.Today;")]
    [InlineData("return DateTimeOffset.UtcNow.AddDays(1);")]
    public void The_clock_check_sees_the_machines_clock(string line) => MachineClock().IsMatch(line).ShouldBeTrue();

    [Theory]
    [InlineData(@"new Regex(@""\d+"")", true)]
    [InlineData(@"[GeneratedRegex(""\\b年"")]", true)]
    [InlineData(@"[GeneratedRegex(""[0-9]+"")]", false)]
    [InlineData(@"path = ""C:\\data""", false)]
    public void The_pattern_check_sees_the_traps_and_only_them(string line, bool trapped) => UnicodeTraps().IsMatch(line).ShouldBe(trapped);

    private static readonly string[] EmptyNames = ["Core", "Common", "Shared", "Helper", "Helpers", "Util", "Utils", "Utilities", "Manager", "Managers"];

    private static IEnumerable<string> TooLong(string folder, int limit) =>
        SourceTree.Sources(folder).Where(file => file.Lines.Count > limit).Select(file => $"{file.RelativePath}：{file.Lines.Count} 行");

    private static IEnumerable<string> Matching(string folder, Regex pattern) =>
        SourceTree.Sources(folder).SelectMany(file => file.Lines
            .Select((line, index) => (Text: line, Number: index + 1))
            .Where(line => !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal) && pattern.IsMatch(line.Text))
            .Select(line => $"{file.RelativePath}:{line.Number}: {line.Text.Trim()}"));

    /// <summary>从出现 <paramref name="opening"/> 的那一行到语句或特性结束，至多六行。</summary>
    private static IEnumerable<(int Line, string Text)> Statements(SourceFile file, string opening) =>
        file.Lines.Select((line, index) => (line, index))
            .Where(at => at.line.Contains(opening, StringComparison.Ordinal))
            .Select(at => (at.index + 1, UntilEnd(file.Lines.Skip(at.index).Take(6))));

    private static string UntilEnd(IEnumerable<string> lines)
    {
        var text = new List<string>();
        foreach (var line in lines)
        {
            text.Add(line);
            if (line.TrimEnd().EndsWith(';') || line.TrimEnd().EndsWith(")]", StringComparison.Ordinal)) break;
        }

        return string.Join(' ', text);
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9_])(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)(?![A-Za-z0-9_])")]
    private static partial Regex MachineClock();

    [GeneratedRegex(@"\\[dDbB](?![A-Za-z]{2})")]
    private static partial Regex UnicodeTraps();

    [GeneratedRegex(@"^\s*((public|internal|private|protected|sealed|static|abstract|partial|readonly|file)\s+)+(record\s+struct|record|class|struct|interface|enum)\s+(?<name>[A-Za-z_][A-Za-z0-9_]*)")]
    private static partial Regex TypeName();
}
