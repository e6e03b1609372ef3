using Gongkai.Documents.Inspection;

namespace Gongkai.Scanning.FileDetectors;

/// <summary>批注：内部的商量，不该随文件公开。</summary>
internal static class CommentDetector
{
    public static FileDetector Instance { get; } = new(
        ScanKind.Comment,
        "Word 与 Excel 的批注",
        "错误：批注多是内部意见，并带着姓名",
        "已经删除的批注",
        Find);

    private static IEnumerable<ScanFinding> Find(FileTraces traces) =>
        traces.Comments.Select(comment => new ScanFinding(
            ScanKind.Comment, ScanSeverity.Error, comment.Where, Say($"{Mask.Person(comment.Author)}：{Mask.Passage(comment.Text)}",
                $"{Mask.Person(comment.Author)}: {Mask.Passage(comment.Text)}"), Say("文件里有批注：公开之前请删除",
                "the file has comments: delete them before publication")));
}
