using System.Net;
using System.Text;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Opinions;

namespace Gongkai.Services.Publication.Opinions;

/// <summary>由登记的各项写出公告、结果的稿；期间不写进正文，页面上照登记的显示，延长了不必改稿。</summary>
internal static class OpinionTexts
{
    // 条例第二十条第十五项：规定应当主动公开的其他信息；拟稿的人可以改。
    private const string Category = "2015";

    public static DraftInput Notice(UnitId unit, string unitName, OpinionFacts facts, string? explanation, DateOnly today)
    {
        var html = new StringBuilder();
        html.Append($"<p>{unitName}起草了{Quoted(facts)}，现向社会公开征求意见。征求意见的期间和提意见的办法，见本页的“意见征集”。</p><p>依据：{Text(facts.Basis)}。</p>");
        if (facts.ShortReason is { } reason) html.Append($"<p>征求意见的期间缩短的理由：{Text(reason)}</p>");
        if (Lines(explanation) is { Count: > 0 } lines) html.Append("<h2>起草说明</h2>").AppendJoin("", lines.Select(line => $"<p>{Text(line)}</p>"));
        return new DraftInput(
            new ItemMetadata
            {
                Title = $"关于公开征求{Name(facts)}意见的公告", Description = $"就{Name(facts)}向社会公开征求意见。", CreatedOn = today, Publisher = unit, Genre = Genre.Announcement,
                WithoutNumber = "征求意见的公告，不编文号", DisclosureCategory = Category, Keywords = ["征求意见"],
            },
            DisclosureChoice.Active, new Responsibility { Source = SourceKind.Made, Body = new ResponsibleBody(unit, unitName) }, html.ToString());
    }

    /// <summary>结果：分类、责任照公告的。</summary>
    public static DraftInput Result(ItemDraft notice, OpinionRound round, OpinionFeedback feedback, DateOnly today)
    {
        var (facts, counts) = (round.Facts, feedback.Counts);
        var html = new StringBuilder($"<p>{facts.FirstDay:yyyy年M月d日}至{round.LastDay:yyyy年M月d日}，就{Quoted(facts)}向社会公开征求意见，");
        if (feedback.Received == 0) html.Append("没有收到意见。</p>");
        else
        {
            html.Append($"收到意见 {feedback.Received} 条，采纳 {counts.Adopted} 条，部分采纳 {counts.Partly} 条，未采纳 {counts.NotAdopted} 条。</p>")
                .Append("<table><caption>意见采纳情况</caption><thead><tr><th scope=\"col\">意见</th><th scope=\"col\">条数</th><th scope=\"col\">采纳情况</th><th scope=\"col\">理由</th></tr></thead><tbody>")
                .AppendJoin("", feedback.Groups.Select(group => $"<tr><td>{Text(group.Summary)}</td><td>{group.Count}</td><td>{group.Outcome.Caption()}</td><td>{Text(group.Reason ?? "—")}</td></tr>"))
                .Append("</tbody></table>");
        }

        return new DraftInput(
            notice.Metadata with
            {
                Title = $"关于{Name(facts)}公开征求意见情况的反馈", Description = $"{Name(facts)}公开征求意见的情况：收到 {feedback.Received} 条。", CreatedOn = today, Genre = Genre.Other, DocumentNumber = null, WithoutNumber = null,
            },
            notice.Choice, notice.Responsibility, html.ToString());
    }

    private static string Name(OpinionFacts facts) => $"《{facts.Title.Trim('《', '》')}》";

    private static string Quoted(OpinionFacts facts) => Text(Name(facts));

    private static List<string> Lines(string? text) => [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
