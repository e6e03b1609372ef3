using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Data.Upgrading;

/// <summary>结构脚本：一个版本一个，发布之后不再改。</summary>
/// <param name="Version">版本，文件名开头的四位数，从 1 起，没有空号。</param>
/// <param name="Name">文件名，例如 <c>0001_foundation.sql</c>。</param>
/// <param name="Text">SQL。</param>
internal sealed record SchemaScript(int Version, string Name, string Text)
{
    private const int VersionDigits = 4;

    /// <summary>内容的散列：已经应用的脚本若改过，看得出来。</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>一种引擎的各个脚本，按版本排列。</summary>
    public static IReadOnlyList<SchemaScript> For(Engine engine)
    {
        var folder = $"{engine}/";
        var scripts = typeof(SchemaScript).Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(resource => Load(resource, resource[folder.Length..]))
            .ToList();
        if (scripts.Where((script, index) => script.Version != index + 1).FirstOrDefault() is { } odd)
            throw new InvalidOperationException($"{folder}Schema 的版本号不连续：{odd.Name}。");
        return scripts;
    }

    private static SchemaScript Load(string resource, string name)
    {
        using var stream = typeof(SchemaScript).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return new SchemaScript(int.Parse(name[..VersionDigits]), name, reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
