using System.Collections.Immutable;
using Gongkai.Publication.Drafting;

namespace Gongkai.Publication.Findings;

/// <summary>一个附件公开出去的那一份：净化副本；没有净化办法而又没有问题的，是原件。原件照旧留着，给有权查看的人。</summary>
/// <param name="Id">哪个附件。</param>
/// <param name="FileName">给人看的文件名；旧式文档的扩展名随副本。</param>
/// <param name="ContentHash">公开的一份的 SHA-256。</param>
/// <param name="Size">字节数。</param>
/// <param name="MediaType">媒体类型。</param>
/// <param name="OriginalHash">原件的 SHA-256。</param>
/// <param name="ExaminedAt">证明干净的那次扫描的时刻。</param>
/// <param name="Scanner">那次扫描的扫描器版本。</param>
public sealed record ReleasedFile(
    AttachmentId Id, string FileName, string ContentHash, long Size, string MediaType, string OriginalHash, DateTimeOffset ExaminedAt, string Scanner)
{
    /// <summary>一个附件应当公开哪一份；没有查成的为空。</summary>
    public static ReleasedFile? Of(Attachment file, FileExamination? examination)
    {
        if (examination is not { Unseen: null } || examination.Hash != file.ContentHash) return null;
        return examination.Copy is { } copy
            ? new ReleasedFile(file.Id, Path.ChangeExtension(file.FileName, copy.Extension), copy.Hash, copy.Size, copy.MediaType, file.ContentHash, examination.At, examination.Scanner)
            : new ReleasedFile(file.Id, file.FileName, file.ContentHash, file.Size, file.MediaType, file.ContentHash, examination.At, examination.Scanner);
    }

    /// <summary>所拟的内容换成公众看到的：各附件换成公开的一份。发布时还没有这样记的（从前发布的），照原样。</summary>
    public static ItemDraft Show(ItemDraft draft, ImmutableArray<ReleasedFile> released) => released.IsDefaultOrEmpty ? draft : draft with
    {
        Content = draft.Content with
        {
            Attachments = [.. draft.Content.Attachments.Select(file => released.FirstOrDefault(one => one.Id == file.Id) is { } shown
                ? file with { FileName = shown.FileName, ContentHash = shown.ContentHash, Size = shown.Size, MediaType = shown.MediaType } : file)],
        },
    };
}
