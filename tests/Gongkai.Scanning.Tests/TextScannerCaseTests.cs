using Gongkai.Testing;

namespace Gongkai.Scanning.Tests;

public sealed class TextScannerCaseTests
{
    private static readonly IReadOnlyList<ScanCase> Cases = ScanCase.ReadAll(Repository.PathOf("tests", "Gongkai.Scanning.Tests", "Cases"));

    public static TheoryData<int, string> Numbers
    {
        get
        {
            var numbers = new TheoryData<int, string>();
            for (int index = 0; index < Cases.Count; index++) numbers.Add(index, $"{Cases[index].File}: {Cases[index].Text}");
            return numbers;
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_text_gives_exactly_the_findings_its_author_expects(int number, string text)
    {
        var example = Cases[number];
        var findings = TextScanner.Scan(example.Text);

        findings.Select(finding => $"{finding.Kind.Caption()} {finding.Severity.Caption()}").Order(StringComparer.Ordinal)
            .ShouldBe(example.Expected.Order(StringComparer.Ordinal), $"{text} → {string.Join("；", findings)}");
        if (example.Excerpt is { } excerpt) findings[0].Excerpt.ShouldBe(excerpt);
        if (example.Where is { } where) findings[0].Where.ShouldBe(where);
    }

    [Fact]
    public void There_are_hits_and_near_misses_for_every_detector()
    {
        Cases.Count.ShouldBeGreaterThanOrEqualTo(150);
        foreach (var detector in TextScanner.Detectors)
        {
            var own = Cases.Where(example => example.File == detector.Kind.Code()).ToList();
            own.ShouldContain(example => example.Expected.Count > 0, detector.Kind.Caption());
            own.ShouldContain(example => example.Expected.Count == 0, detector.Kind.Caption());
        }
    }
}
