namespace Gongkai.Documents.Inspection;

/// <summary>痕迹：文件里不显示、却会随文件一起公开的东西。只说有什么，不评它的轻重。</summary>
public sealed record FileTraces
{
    public static FileTraces None { get; } = new();

    /// <summary>看不见的文字：隐藏属性、白字、极小的字、隐藏的工作表。</summary>
    public IReadOnlyList<HiddenText> Hidden { get; init; } = [];

    /// <summary>没有接受的修订。</summary>
    public IReadOnlyList<TrackedChange> Changes { get; init; } = [];

    public IReadOnlyList<FileComment> Comments { get; init; } = [];

    /// <summary>文件属性：作者、单位、最后保存者、自定义属性。</summary>
    public IReadOnlyList<FileProperty> Properties { get; init; } = [];

    public IReadOnlyList<EmbeddedFile> Embedded { get; init; } = [];

    public IReadOnlyList<ExternalLink> Links { get; init; } = [];

    /// <summary>缩略图部件的路径。</summary>
    public IReadOnlyList<string> Thumbnails { get; init; } = [];

    /// <summary>正文之外的文字：页眉、页脚、脚注、尾注，读正文时不读。</summary>
    public IReadOnlyList<AsideText> Asides { get; init; } = [];
}

/// <summary>看不见的文字。</summary>
/// <param name="Where">出处，例如“第5段”“表2第3行第4列”“页眉第1段”。</param>
/// <param name="How">怎样看不见的。</param>
public sealed record HiddenText(string Where, HiddenHow How, string Text);

/// <summary>文字怎样看不见的。</summary>
public enum HiddenHow
{
    /// <summary>设了“隐藏文字”（w:vanish）。</summary>
    Vanish,

    /// <summary>设了“网页视图中隐藏”（w:webHidden）。</summary>
    WebHidden,

    /// <summary>白字写在白底上。</summary>
    White,

    /// <summary>字号不大于一磅。</summary>
    Tiny,

    /// <summary>在隐藏的工作表里。</summary>
    Sheet,

    /// <summary>在隐藏的行里。</summary>
    Row,

    /// <summary>在隐藏的列里。</summary>
    Column,

    /// <summary>数字格式写成“;;;”，单元格显示为空。</summary>
    Format,

    /// <summary>存在别处的旧数据：透视表的缓存、外部工作簿的缓存。</summary>
    Cache,

    /// <summary>被黑块、图片盖住。</summary>
    Covered,

    /// <summary>在不显示的图层里。</summary>
    Layer,

    /// <summary>在页面的范围之外，或被裁掉。</summary>
    OffPage,

    /// <summary>增量保存留下的旧版本里有，现在的版本里没有。</summary>
    OldVersion,
}

/// <summary>修订：谁、改了什么。</summary>
/// <param name="Author">修订者；没有写的为空串。</param>
public sealed record TrackedChange(string Where, ChangeKind Kind, string Author, string Text);

/// <summary>修订的种类。</summary>
public enum ChangeKind
{
    Inserted,
    Deleted,
    Moved,

    /// <summary>只改了格式，没有文字。</summary>
    Formatted,
}

/// <summary>批注。</summary>
public sealed record FileComment(string Where, string Author, string Text);

/// <summary>文件属性的一项。</summary>
/// <param name="Part">属性存在哪里：core、app、custom、info（PDF）、xmp、exif、png、ofd、history。</param>
/// <param name="Name">属性名，例如 creator、Company。</param>
public sealed record FileProperty(string Part, string Name, string Value);

/// <summary>嵌入的文件：表格、对象、宏。</summary>
/// <param name="Name">部件的路径。</param>
/// <param name="Kind">关系的种类：package、oleObject、aFChunk、vbaProject、control；attachment（附件）、script（脚本）、trailing（接在文件后面的）、entry（压缩包里的）。</param>
/// <param name="Content">内容，可以接着查；太大的或打不开的为空。</param>
public sealed record EmbeddedFile(string Name, string Kind, ReadOnlyMemory<byte> Content);

/// <summary>指到文件之外的链接。</summary>
/// <param name="Kind">关系的种类：hyperlink、image、attachedTemplate、oleObject……</param>
public sealed record ExternalLink(string Part, string Kind, string Target);

/// <summary>正文之外的一段文字。</summary>
public sealed record AsideText(string Where, string Text);
