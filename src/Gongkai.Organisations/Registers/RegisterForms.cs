using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Gongkai.Law;

namespace Gongkai.Organisations.Registers;

/// <summary>读台账的格式：一个程序集里 <c>Registers/</c> 之下的各个 JSON。</summary>
public static class RegisterForms
{
    private const string Folder = "Registers/";

    /// <summary>一个程序集带着的各本台账，按文件名。</summary>
    public static ImmutableArray<RegisterForm> In(Assembly assembly) =>
        [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => Read(assembly.GetManifestResourceStream(name)!))];

    /// <summary>读一个格式。</summary>
    /// <exception cref="JsonException">格式文件有误。</exception>
    public static RegisterForm Read(Stream stream)
    {
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        var form = new RegisterForm(
            Text(root, "code"), Text(root, "name"), Text(root, "group"), Text(root, "purpose"),
            root.TryGetProperty("basis", out var basis) ? new Citation(Text(basis, "document"), TextOrNone(basis, "article")) : null,
            Enum.Parse<RegisterRhythm>(Text(root, "rhythm"), ignoreCase: true),
            [.. root.GetProperty("fields").EnumerateArray().Select(Field)],
            [.. (root.TryGetProperty("rules", out var rules) ? rules.EnumerateArray().Select(Rule) : [])]);
        return form.KeyFields.Any() ? form : throw new JsonException($"台账 {form.Code} 没有认一笔的栏。");
    }

    private static RegisterField Field(JsonElement field) => new(
        Text(field, "code"), Text(field, "name"), Enum.Parse<RegisterFieldKind>(Text(field, "kind"), ignoreCase: true), TextOrNone(field, "unit"),
        Flag(field, "key") || Flag(field, "required"), Flag(field, "key"), Texts(field, "choices"), TextOrNone(field, "expected"), TextOrNone(field, "help"), Text(field, "example"));

    private static RegisterRule Rule(JsonElement rule)
    {
        var (sentence, refuses) = (Text(rule, "sentence"), Flag(rule, "refuses"));
        if (TextOrNone(rule, "relation") is { } relation) return new RegisterSum(sentence, refuses, Texts(rule, "left"), relation == "atMost", Texts(rule, "right"));
        var inHours = rule.TryGetProperty("hours", out var hours);
        var when = rule.TryGetProperty("when", out var condition) ? new RegisterCondition(Text(condition, "field"), Texts(condition, "among")) : null;
        return new RegisterInterval(sentence, refuses, Text(rule, "from"), Text(rule, "to"), (inHours ? hours : rule.GetProperty("days")).GetInt32(), inHours, when);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string? TextOrNone(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var flag) && flag.GetBoolean();

    private static ImmutableArray<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var texts) ? [.. texts.EnumerateArray().Select(text => text.GetString()!)] : [];
}
