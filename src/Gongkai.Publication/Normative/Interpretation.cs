using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Publication.Drafting;

namespace Gongkai.Publication.Normative;

/// <summary>解读的形式。</summary>
public enum InterpretationKind
{
    /// <summary>文字解读。</summary>
    Text,

    /// <summary>图解。</summary>
    Diagram,

    /// <summary>问答。</summary>
    QuestionsAndAnswers,

    /// <summary>案例。</summary>
    Cases,

    /// <summary>视频。</summary>
    Video,

    /// <summary>新闻发布会。</summary>
    PressConference,
}

/// <summary>解读：一条公开的信息解读一个文件；两边都看得见对方。</summary>
/// <param name="Document">被解读的文件。</param>
/// <param name="Item">解读的信息。</param>
/// <param name="Kind">形式。</param>
/// <param name="PublishedOn">解读公开之日。</param>
public sealed record Interpretation(NormativeId Document, ItemId Item, InterpretationKind Kind, DateOnly PublishedOn);

/// <summary>解读的关联与期限：与文件同步公开，至迟三个工作日。</summary>
public static class Interpretations
{
    /// <summary>形式的说法。</summary>
    public static string Caption(this InterpretationKind kind) => kind switch
    {
        InterpretationKind.Text => "文字解读",
        InterpretationKind.Diagram => "图解",
        InterpretationKind.QuestionsAndAnswers => "问答",
        InterpretationKind.Cases => "案例",
        InterpretationKind.Video => "视频",
        _ => "新闻发布会",
    };

    /// <summary>关联：文件在库里，解读的不是文件本身那条信息，不重复关联。</summary>
    public static Outcome<Interpretation> Link(Interpretation wanted, NormativeRegister register, IEnumerable<Interpretation> existing)
    {
        if (register.Find(wanted.Document) is not { } document) return new Refusal("被解读的文件不在库里。");
        if (document.Facts.Item == wanted.Item) return new Refusal("文件不能解读它自己。");
        return existing.Any(other => other.Document == wanted.Document && other.Item == wanted.Item)
            ? new Refusal($"这条信息已经是{document.Facts.Title}的解读。") : wanted;
    }

    /// <summary>一个文件的解读，按公开的先后。</summary>
    public static ImmutableArray<Interpretation> Of(NormativeId document, IEnumerable<Interpretation> all) =>
        [.. all.Where(link => link.Document == document).OrderBy(link => link.PublishedOn)];

    /// <summary>一条信息所解读的文件。</summary>
    public static ImmutableArray<NormativeId> InterpretedBy(ItemId item, IEnumerable<Interpretation> all) =>
        [.. all.Where(link => link.Item == item).Select(link => link.Document).Distinct()];

    /// <summary>一个文件的解读应当公开的最后一日；还没有公布的为空。</summary>
    public static DisclosureDeadline? Deadline(NormativeDocument document, WorkingCalendar calendar) =>
        document.Facts.PublishedOn is { } published ? DisclosureClock.Reckon(DisclosureDeadlineId.Interpretation, published, calendar) : null;
}
