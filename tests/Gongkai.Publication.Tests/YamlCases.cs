using System.Runtime.CompilerServices;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Gongkai.Publication.Tests;

/// <summary>YAML 里的例子：与测试放在一起的 <c>Cases</c> 文件夹里，办事的人也能改。</summary>
internal static class YamlCases
{
    public static IReadOnlyList<T> Read<T>(string file, [CallerFilePath] string caller = "")
    {
        using var reader = new StreamReader(Path.Combine(Path.GetDirectoryName(caller)!, "Cases", file));
        return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<List<T>>(reader);
    }
}
