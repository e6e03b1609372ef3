using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.Law;

namespace Gongkai.Publication.Catalogue;

/// <summary>主题分类：国务院公文主题分类，两级，内容在 <c>subjects.csv</c>。</summary>
/// <param name="Code">代码：一级两位，二级四位。</param>
/// <param name="Caption">说法，例如“政务公开”。</param>
public sealed record Subject(string Code, string Caption)
{
    private static readonly FrozenDictionary<string, Subject> ByCode = DatedTable.Read("Catalogue/subjects.csv", typeof(Subject).Assembly)
        .Select(row => new Subject(row.Text("code"), row.Text("caption"))).ToFrozenDictionary(subject => subject.Code);

    /// <summary>全部，按代码排列，二级跟在它的一级之后。</summary>
    public static ImmutableArray<Subject> All { get; } = [.. ByCode.Values.OrderBy(subject => subject.Code, StringComparer.Ordinal)];

    /// <summary>所属的一级；本身就是一级的为空。</summary>
    public Subject? Parent => Code.Length == 2 ? null : ByCode[Code[..2]];

    /// <summary>连同一级的写法，例如“综合政务\政务公开”。</summary>
    public string Path => Parent is { } parent ? $"{parent.Caption}\\{Caption}" : Caption;

    /// <summary>按代码找；没有的为空。</summary>
    public static Subject? Find(string code) => ByCode.GetValueOrDefault(code);
}
