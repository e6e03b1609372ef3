using System.Text;
using Gongkai.Testing;

namespace Gongkai.Scanning.Tests;

/// <summary>真实的报告里没有涉密信息和个人信息：扫描器对它们一声错误也不许报。</summary>
public sealed class SharedCorpusTests
{
    public static TheoryData<string> Texts
    {
        get
        {
            var files = new TheoryData<string>();
            foreach (var file in Files()) files.Add(Path.GetFileName(file));
            if (files.Count == 0) files.Add("（没有语料）");
            return files;
        }
    }

    [SharedTheory]
    [MemberData(nameof(Texts))]
    public void A_real_report_raises_no_error(string name)
    {
        var text = File.ReadAllText(Files().Single(file => Path.GetFileName(file) == name), Encoding.UTF8);

        var findings = TextScanner.Scan(text);

        findings.ShouldNotContain(finding => finding.Severity == ScanSeverity.Error, string.Join('\n', findings));
        findings.ShouldAllBe(finding => finding.Kind == ScanKind.Landline || finding.Kind == ScanKind.Email || finding.Kind == ScanKind.Address, string.Join('\n', findings));
    }

    private static IEnumerable<string> Files() => Repository.Shared is null
        ? []
        : Directory.GetFiles(Path.Combine(Repository.Shared, "seeds"), "*.txt")
            .Concat(Directory.GetFiles(Path.Combine(Repository.Shared, "corpus", "txt"), "*.txt"))
            .Concat(Directory.GetFiles(Path.Combine(Repository.Shared, "corpus", "html"), "*.html"));
}
