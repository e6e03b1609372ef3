using System.Collections.Immutable;
using Gongkai.Documents.Redaction;

namespace Gongkai.Requests.Redaction;

/// <summary>标出的一处：遮哪里，为什么。</summary>
/// <param name="Ground">理由。</param>
/// <param name="Covering">遮哪里。</param>
public sealed record RedactionMark(RedactionGround Ground, Covering Covering);

/// <summary>一个文件的遮盖（区分处理）：标出的各处。一处也没有的，是净化副本原样提供。</summary>
/// <param name="Marks">各处，先标的在前。</param>
public sealed record FileRedaction(ImmutableArray<RedactionMark> Marks)
{
    /// <summary>一处也不遮。</summary>
    public static FileRedaction None { get; } = new([]);

    /// <summary>一个文件至多标这么多处。</summary>
    public const int Most = 2000;

    /// <summary>遮盖说明里的一句：哪个文件，各种理由几处，依据。</summary>
    /// <param name="name">放出的文件名。</param>
    public string Statement(string name) =>
        $"“{name}”遮盖 {Marks.Length} 处：{string.Join("，", Marks.GroupBy(mark => mark.Ground).OrderBy(group => group.Key).Select(group => $"{group.Key.Caption()} {group.Count()} 处（{group.Key.Basis()}）"))}";

    /// <summary>几个文件合起来的遮盖说明，写进答复书；都没有遮盖的为空。</summary>
    public static string? Statement(IEnumerable<(string Name, FileRedaction Redaction)> files)
    {
        var covered = files.Where(file => !file.Redaction.Marks.IsEmpty).Select(file => file.Redaction.Statement(file.Name)).ToList();
        return covered.Count == 0 ? null : $"遮盖说明：{string.Join("；", covered)}。";
    }
}

/// <summary>办理要看的：随答复提供的一个文件，最近的一份做成了没有，谁做的，遮了没有。</summary>
/// <param name="Name">文件名。</param>
/// <param name="IsMade">做成并核验过了。</param>
/// <param name="Maker">谁做的；还没有做成的为空。</param>
/// <param name="Redaction">遮了哪些。</param>
public sealed record ReleaseFact(string Name, bool IsMade, Organisations.People.PersonId? Maker, FileRedaction Redaction);
