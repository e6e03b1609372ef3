namespace Gongkai.Documents.Word;

/// <summary>读 docx 时没有读入的东西，各有多少处。</summary>
internal sealed class OmissionCounts
{
    /// <summary>修订：插入的已读入，删除与移走的没有。</summary>
    public int Revisions { get; set; }

    public int Comments { get; set; }

    public int Notes { get; set; }

    public int Hidden { get; set; }

    public int Embedded { get; set; }

    public IReadOnlyList<SourceRemark> Remarks()
    {
        var remarks = new List<SourceRemark>();
        Add("tracked-changes", Revisions, Say("修订：删除的文字未读入", "tracked changes: deleted text was not read"));
        Add("comments", Comments, Say("批注，未读入", "comments, not read"));
        Add("footnotes", Notes, Say("脚注或尾注，未读入", "footnotes or endnotes, not read"));
        Add("hidden-text", Hidden, Say("隐藏文字，未读入", "hidden text, not read"));
        Add("embedded", Embedded, Say("嵌入的其他文档，未读入", "other documents embedded, not read"));
        return remarks;

        void Add(string code, int count, string message)
        {
            if (count > 0) remarks.Add(new SourceRemark(code, Say($"有 {count} 处{message}", $"{count} × {message}")));
        }
    }
}
