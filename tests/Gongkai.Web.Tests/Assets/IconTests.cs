using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.Testing;

namespace Gongkai.Web.Tests.Assets;

/// <summary>图标：页面用到的都在 icons.json 里，icons.json 里的都有人用。</summary>
public sealed partial class IconTests
{
    private static readonly string Web = Repository.PathOf("src/Gongkai.Web");

    [Fact]
    public void The_icons_that_are_shipped_are_those_that_are_used()
    {
        var shipped = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(Web, "Assets", "icons.json")))!;
        var used = Directory.EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories)
            .SelectMany(path => Use().Matches(File.ReadAllText(path)).Select(match => match.Groups["name"].Value)).Distinct(StringComparer.Ordinal);

        shipped.ShouldBe(used, ignoreOrder: true);
    }

    [GeneratedRegex("<Icon Name=\"(?<name>[a-z0-9-]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Use();
}
