using YamlDotNet.RepresentationModel;

namespace Gongkai.Scanning.Tests;

/// <summary>一个例子，写在 <c>Cases/代号.yaml</c>，办事人员也能看懂和增补；写法见 <c>Cases/README.md</c>。</summary>
internal sealed record ScanCase(string File, string Text, IReadOnlyList<string> Expected, string? Excerpt, string? Where)
{
    private static readonly string[] Keys = ["文", "得", "摘", "处"];

    public static IReadOnlyList<ScanCase> ReadAll(string folder) =>
        [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<ScanCase> Read(string path)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(path);
        stream.Load(reader);
        var file = Path.GetFileNameWithoutExtension(path);
        return [.. ((YamlSequenceNode)stream.Documents[0].RootNode).Cast<YamlMappingNode>().Select(node => Of(file, node))];
    }

    private static ScanCase Of(string file, YamlMappingNode node)
    {
        var unknown = node.Children.Keys.Select(key => key.ToString()).Except(Keys, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) throw new InvalidOperationException($"{file}：不认识的项“{unknown[0]}”。");
        IReadOnlyList<string> expected = node.Children["得"] switch
        {
            YamlSequenceNode list => [.. list.Select(item => item.ToString())],
            YamlScalarNode { Value: "无" } => [],
            var one => [one.ToString()],
        };
        return new ScanCase(file, node.Children["文"].ToString(), expected, Optional(node, "摘"), Optional(node, "处"));
    }

    private static string? Optional(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? value.ToString() : null;
}
