using System.Text.RegularExpressions;
using Gongkai.Testing;

namespace Gongkai.Architecture.Tests;

/// <summary>文档里说到的东西都在：测试的名字、文件的路径、互相的链接。</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Documents =
        [.. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories), Repository.PathOf("README.md"), Repository.PathOf("README.en.md")];

    [Fact]
    public void Every_test_that_a_document_names_exists()
    {
        var known = Directory.EnumerateFiles(Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)).ToHashSet();
        var named = Documents.SelectMany(path => TestName().Matches(File.ReadAllText(path)).Select(match => (Document: Path.GetFileName(path), Name: match.Groups[1].Value))).ToList();

        named.Count.ShouldBeGreaterThan(15);
        named.Where(one => !known.Contains(one.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_link_between_documents_leads_somewhere()
    {
        var links = Documents.SelectMany(path => Link().Matches(File.ReadAllText(path)).Select(match => (Document: path, To: match.Groups[1].Value))).ToList();

        links.Count.ShouldBeGreaterThan(3);
        links.Where(link => !File.Exists(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(link.Document)!, link.To)))).Select(link => $"{Path.GetFileName(link.Document)} → {link.To}").ShouldBeEmpty();
    }

    [Fact]
    public void A_readme_stays_within_one_hundred_and_twenty_lines()
    {
        foreach (var name in new[] { "README.md", "README.en.md" }) File.ReadLines(Repository.PathOf(name)).Count().ShouldBeLessThanOrEqualTo(120, name);
    }

    [GeneratedRegex("`([A-Z][A-Za-z0-9]+Tests)`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();

    [GeneratedRegex(@"\]\(([^)#:]+\.md)(?:#[^)]*)?\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
