using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gongkai.Architecture.Tests;

/// <summary>公开的类型都有一句中文说明：术语、含义、单位、条文。</summary>
public sealed partial class CommentTests
{
    [Fact]
    public void Every_public_type_says_in_Chinese_what_it_is()
    {
        var silent =
            from path in ProductAssemblies.Paths
            let comments = XDocument.Load(Path.ChangeExtension(path, ".xml")).Descendants("member")
                .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")?.Value ?? "", StringComparer.Ordinal)
            from type in Assembly.LoadFrom(path).GetExportedTypes()
            // 名字带尖括号的是编译器为扩展块等生成的，不是人写的。
            where !type.FullName!.Contains('<', StringComparison.Ordinal)
            where !Chinese().IsMatch(comments.GetValueOrDefault("T:" + type.FullName!.Replace('+', '.'), ""))
            select type.FullName;

        silent.ShouldBeEmpty("公开的类型要有 <summary>，先写中文术语，再写是什么、单位、是否包含首尾、条文。");
    }

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Chinese();
}
