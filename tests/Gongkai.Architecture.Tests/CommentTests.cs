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
            where !IsRazor(type)
            where !Chinese().IsMatch(comments.GetValueOrDefault("T:" + type.FullName!.Replace('+', '.'), ""))
            select type.FullName;

        silent.ShouldBeEmpty("公开的类型要有 <summary>，先写中文术语，再写是什么、单位、是否包含首尾、条文。");
    }

    [Fact]
    public void Every_razor_component_says_in_Chinese_what_it_is_and_how_it_is_used()
    {
        var silent =
            from file in SourceTree.Sources("src", "*.razor")
            where !file.RelativePath.EndsWith("_Imports.razor", StringComparison.Ordinal)
            where !file.Lines.Any(line => line.StartsWith("@page ", StringComparison.Ordinal))
            where !file.Lines.Any(line => line.StartsWith("@* ", StringComparison.Ordinal) && Chinese().IsMatch(line))
            select file.RelativePath;

        silent.ShouldBeEmpty("组件开头要有一行 @* 中文：是什么，怎么用 *@。");
    }

    /// <summary>由 .razor 文件写成的类型：说明写在文件开头，见上一条测试。</summary>
    private static bool IsRazor(Type type) =>
        type.Name == "_Imports" || type.BaseType is { } parent && (parent.FullName == "Microsoft.AspNetCore.Components.ComponentBase" || parent.Namespace == "Microsoft.AspNetCore.Components.Forms" || IsRazor(parent));

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Chinese();
}
