using Gongkai.Testing;
using YamlDotNet.RepresentationModel;

namespace Gongkai.Organisations.Tests;

/// <summary>YAML 里的一个例子。</summary>
internal sealed class YamlCase(YamlMappingNode node)
{
    private static readonly string Folder = Repository.PathOf("tests", "Gongkai.Organisations.Tests", "Agencies", "Cases");

    public static IReadOnlyList<YamlCase> Read(string file)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(Path.Combine(Folder, file));
        stream.Load(reader);
        return [.. ((YamlSequenceNode)stream.Documents[0].RootNode).Select(node => new YamlCase((YamlMappingNode)node))];
    }

    public string Text(string key) => TextOrNone(key) ?? throw new InvalidOperationException($"例子缺少 {key}。");

    public string? TextOrNone(string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : null;

    public IReadOnlyList<string> List(string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlSequenceNode list ? [.. list.Select(item => item.ToString())] : [];

    public IReadOnlyList<YamlCase> Cases(string key) =>
        [.. ((YamlSequenceNode)node.Children[new YamlScalarNode(key)]).Select(item => new YamlCase((YamlMappingNode)item))];
}
