using Gongkai.Documents.Inspection;

namespace Gongkai.Scanning.FileDetectors;

/// <summary>修订痕迹：没有接受的插入、删除、移动与格式修改，连同修订者的姓名。</summary>
internal static class TrackedChangeDetector
{
    private static readonly Dictionary<ChangeKind, Bilingual> Captions = new()
    {
        [ChangeKind.Inserted] = ("插入", "inserted"),
        [ChangeKind.Deleted] = ("删除", "deleted"),
        [ChangeKind.Moved] = ("移动", "moved"),
        [ChangeKind.Formatted] = ("改格式", "reformatted"),
    };

    public static FileDetector Instance { get; } = new(
        ScanKind.TrackedChange,
        "没有接受的修订：插入、删除、移动、改格式",
        "有文字的为错误：删去的话还在文件里；只改格式的为提示",
        "已经接受或拒绝的修订",
        Find);

    private static IEnumerable<ScanFinding> Find(FileTraces traces) =>
        traces.Changes.Select(change => new ScanFinding(
            ScanKind.TrackedChange,
            change.Kind == ChangeKind.Formatted ? ScanSeverity.Notice : ScanSeverity.Error,
            change.Where,
            Say($"{Mask.Person(change.Author)}{Captions[change.Kind]}：{Mask.Passage(change.Text)}",
                $"{Mask.Person(change.Author)} {Captions[change.Kind]}: {Mask.Passage(change.Text)}"),
            Say("修订没有接受：改动的内容与修订者都看得见，请接受或拒绝全部修订", "changes were not accepted: what was changed and by whom can be seen; accept or reject them all")));
}
