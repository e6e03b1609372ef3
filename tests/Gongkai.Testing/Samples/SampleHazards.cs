using YamlDotNet.RepresentationModel;

namespace Gongkai.Testing.Samples;

/// <summary>藏在 Word 文件里、看不见却会跟着公开的东西。</summary>
public sealed record SampleHazards(string? Author, string? Company, string? LastModifiedBy, IReadOnlyList<SampleHazard> Hidden, string? Attachment, string? Link)
{
    private static readonly string[] Kinds = ["批注", "删除", "插入", "隐藏"];

    internal static SampleHazards Of(YamlMappingNode node) => new(
        SampleSource.Text(node, "作者"),
        SampleSource.Text(node, "公司"),
        SampleSource.Text(node, "最后修改"),
        [.. Kinds.SelectMany(kind => (SampleSource.Child(node, kind) as YamlSequenceNode ?? []).Cast<YamlMappingNode>().Select(one =>
            new SampleHazard(kind, SampleSource.Text(one, "怎样"), SampleSource.Text(one, "作者"), SampleSource.Text(one, "在")!, SampleSource.Text(one, "文")!)))],
        SampleSource.Text(node, "附件"),
        SampleSource.Text(node, "外链"));
}

/// <summary>一处：跟在正文的“<paramref name="After"/>”之后。</summary>
/// <param name="Kind">批注、删除、插入、隐藏。</param>
/// <param name="How">隐藏的办法：vanish、白字、小字。</param>
public sealed record SampleHazard(string Kind, string? How, string? Author, string After, string Text);
