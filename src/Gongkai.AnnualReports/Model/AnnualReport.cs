using Gongkai.AnnualReports.Forms;
using Gongkai.Documents;

namespace Gongkai.AnnualReports.Model;

/// <summary>政府信息公开工作年度报告：印出来的样子，一格不改。条例第四十九条、第五十条。</summary>
public sealed record AnnualReport
{
    /// <summary>印出来的标题，跨行的已连成一行；没有读到时为空。</summary>
    public string? Title { get; init; }

    /// <summary>编制机关；读不准时为空。</summary>
    public string? Agency { get; init; }

    /// <summary>报告年度（不是发布的年份）；读不准时为空。</summary>
    public int? Year { get; init; }

    /// <summary>表二；没有找到时为空。它的 <see cref="ReportTable.Form"/> 说明用的是哪种格式。</summary>
    public ReportTable? Disclosure { get; init; }

    /// <summary>表三；没有找到时为空。</summary>
    public ReportTable? Requests { get; init; }

    /// <summary>表四；没有找到时为空。</summary>
    public ReportTable? Review { get; init; }

    /// <summary>标题之后、第一部分之前的文字；没有时为空串。</summary>
    public string Preamble { get; init; } = "";

    /// <summary>读到的各部分，按出现的顺序；文字里不含三张表。</summary>
    public IReadOnlyList<ReportSection> Sections { get; init; } = [];

    /// <summary>落款（机关与成文日期）；没有时为空。</summary>
    public Signature? Signature { get; init; }

    /// <summary>网页上印的发布日期；没有时为空。</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>读的时候留下的话：哪里读不准、哪里是推断、哪里多了格子。</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>印出来的标签与格式标签的对照，供结构类规则使用。</summary>
    public PrintedForm Printed { get; init; } = PrintedForm.Empty;

    public ReportTable? Table(TableKind kind) => kind switch
    {
        TableKind.Disclosure => Disclosure,
        TableKind.Requests => Requests,
        _ => Review,
    };

    public ReportSection? Section(int number)
    {
        for (var index = 0; index < Sections.Count; index++)
            if (Sections[index].Number == number) return Sections[index];
        return null;
    }
}

/// <summary>一个部分：序号（一至六）、印出来的标题、正文各段。</summary>
public sealed record ReportSection(int Number, string Title, IReadOnlyList<ReportParagraph> Paragraphs, Place Place)
{
    /// <summary>正文，段间用换行隔开；不含表。</summary>
    public string Text => Paragraphs is [var only] ? only.Text : string.Join('\n', Paragraphs.Select(paragraph => paragraph.Text));
}

/// <summary>正文的一段；被版面折断的行已经接上。</summary>
public sealed record ReportParagraph(string Text, Place Place);

/// <summary>落款：机关（可能没有）与日期（可能没有），以及印出来的原文。</summary>
public sealed record Signature(string? Agency, DateOnly? Date, string Printed, Place Place);

/// <summary>读报告时留下的一句话。</summary>
/// <param name="Code">inferred-split、ambiguous、unread、raw-text、extra-cells、missing-row、hybrid-form、ocr 等。</param>
/// <param name="Cell">所指的格子、行或表；与格子无关时为空。</param>
/// <param name="Message">给人看的话。</param>
/// <param name="Where">出处，例如“第3页”；不明时为空。</param>
public sealed record Note(string Code, CellPath? Cell, string Message, string? Where);
